"""A drawing: a graph with places and frames; its file, layout, edits, and what of it is shown."""
