"""The graph in stores of other makers."""
