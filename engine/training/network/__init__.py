"""A network as a graph: layers, losses, passes, scores, other graphs made of it."""
