"""Names of agencies as one document writes them: short, broken over lines, old, shared by several."""
