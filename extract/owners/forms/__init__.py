"""Where documents tell owners: brackets, lines, chapters, columns, lists, running text."""
