"""The report of a reading: what was understood, and each gap with its place."""
