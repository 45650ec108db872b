"""Lines to paragraphs: what a page, a scan or a copier added goes, what they cut is one again."""
