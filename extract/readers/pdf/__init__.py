"""PDF with a text layer: characters by their places become lines, paragraphs and tables."""
