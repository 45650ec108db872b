"""The words: the ontology, its lists and the registries, as data; Python only reads them."""
