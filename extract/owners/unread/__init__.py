"""Owners that no form has read: each leaves a gap with its place."""
