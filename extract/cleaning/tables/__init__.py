"""Tables that lost their form in a copy: cells and rows again."""
