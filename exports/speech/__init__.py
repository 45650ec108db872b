"""Messages and errors in two languages; how a line or a table reaches a console."""
