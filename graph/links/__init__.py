"""What the documents say together: names of one thing, citations, annexes and copies, each a recorded decision."""
