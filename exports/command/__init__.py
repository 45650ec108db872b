"""The command `guitu`."""
