"""The documents of a file, their metadata, headings and tasks: a reading text to drafts."""
