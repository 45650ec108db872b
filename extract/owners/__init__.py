"""Who: names of agencies, duty clauses, division tables."""
