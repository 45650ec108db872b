"""Spreadsheets: XLSX and CSV to the same grids, with the lines above and below them."""
