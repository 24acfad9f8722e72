"""Formulas and values as text: formula to graph, graph to formula and LaTeX, numbers both ways."""
