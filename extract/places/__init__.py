"""Where: parks, bases, zones, belts, towns, and what they are for."""
