"""How much: a number with its unit, sign and words of comparison, in digits or Chinese numerals."""
