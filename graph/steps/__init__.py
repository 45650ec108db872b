"""One step of a store: what lies at its places today, what of it is new, the shards of the graph, its commit."""
