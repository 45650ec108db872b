"""The graph as rows of words: what sheets, pages and CSV files share."""
