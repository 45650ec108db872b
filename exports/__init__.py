"""Everything that leaves the graph for a reader."""

RESERVED = "published"
"""Where a store is asked for: the graph that Guitu brings; a folder of that name is ./published."""


def is_address(store: str) -> bool:
    """Whether a store is named by the address of its SPARQL endpoint.

    >>> is_address("http://127.0.0.1:8765/sparql"), is_address("http")
    (True, False)
    """
    return store.lower().startswith(("http://", "https://"))
