"""DOCX: the parts of a Word file to paragraphs and tables; `read` is the way of the data."""
