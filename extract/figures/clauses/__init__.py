"""The forms in which clauses tell several figures at once, and the numbers of a paragraph with their names."""
