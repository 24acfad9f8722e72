"""The arithmetic behind every number of a graph, written out in LaTeX."""
