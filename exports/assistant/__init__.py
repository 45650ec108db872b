"""The graph for assistants: its questions as tools of the Model Context Protocol."""
