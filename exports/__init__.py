"""Everything that leaves the graph for a reader."""
