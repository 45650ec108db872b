"""Tables of figures: rows of indicators, columns of years, cells with several values."""
