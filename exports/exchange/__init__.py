"""The graph in the forms that other communities exchange, and descriptions and checksums for what is exported."""
