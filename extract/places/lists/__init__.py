"""Places that a list, a layout or a shared head shows to be such."""
