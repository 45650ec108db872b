"""One document in several files: which copies there are, which is read, and where they differ."""
