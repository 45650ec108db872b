"""The graph as files for tools of networks."""
