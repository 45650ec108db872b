"""From the tasks of all documents to alignments between them, and to the owners that these suggest.

units -> matrices -> scope, candidates -> evidence -> model -> alignments -> suggest -> lines
"""
