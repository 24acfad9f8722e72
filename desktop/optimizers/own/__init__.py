"""Surfaces of one's own: a formula, the cost of a fit to a table, a graph."""
