"""The graph in the forms that other communities exchange."""
