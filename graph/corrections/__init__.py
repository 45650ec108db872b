"""What a person decided about facts, suggestions and names: a layer of its own over what the documents state."""
