"""From facts to a graph one can ask."""
