"""Of what: the indicator that a number measures, with what other clauses and lists leave to it."""
