"""When: the year that governs a figure, by its clause, the headings above it and the document."""
