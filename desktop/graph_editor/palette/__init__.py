"""Choosing an operation: the palette's chips, the search, the popup."""
