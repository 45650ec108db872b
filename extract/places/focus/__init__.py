"""What a place is for: the industries and functions that a sentence assigns to it."""
