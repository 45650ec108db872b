"""The graph over HTTP: SPARQL 1.1 Protocol, pages of things, questions as JSON, descriptions for catalogues."""
