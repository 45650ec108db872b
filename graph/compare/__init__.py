"""Which figures of the documents agree, conflict or do not compare, and why, in words: one rule for all who ask."""
