"""The words that names of places are made of, and where they begin and end."""
