"""The workbench: one HTML file that shows who owns which task, with proof, and loads nothing from anywhere."""
