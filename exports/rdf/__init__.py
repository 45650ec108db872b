"""The graph as files that other systems load, always the same bytes."""
