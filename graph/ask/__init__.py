"""Questions to a graph: SPARQL, named questions, analyses of their rows, and networks."""
