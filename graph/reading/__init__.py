"""From sources to readings, each document in a process of its own within its bounds."""
