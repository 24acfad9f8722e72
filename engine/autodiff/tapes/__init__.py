"""Elementwise arithmetic recorded, and written out as source: knows no graph."""
