"""Where the words of the registry meet a text: once, all lexicons in one pass."""
