"""From one document to its facts: pure after `sources/`, and without RDF."""
