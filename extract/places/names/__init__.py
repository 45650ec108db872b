"""Which words are the name of a place, and of which type."""
