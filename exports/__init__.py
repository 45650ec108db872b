"""Everything that leaves the graph for a reader."""

RESERVED = "published"
"""Where a store is asked for: the graph that Guitu brings; a folder of that name is ./published."""
