"""From one document to its facts: pure after `source`, and without RDF."""
