"""Answers that SPARQL alone cannot give, one module per question: `answer(rows, args, lang)` makes rows of rows.

`rows`: what the query of the question found; `args`: the arguments as given; `lang`: zh or en. What two questions share
stands in modules beside theirs.
"""
