"""From the facts of one document to lines of N-Quads: names of things, statements, entities, files and their proof."""
