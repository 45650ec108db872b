"""Which headings, items and rows are tasks, and how far each reaches."""
