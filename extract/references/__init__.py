"""Which other documents are named, and how."""
