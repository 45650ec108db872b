"""One file per format: bytes to a draft of the reading text."""
