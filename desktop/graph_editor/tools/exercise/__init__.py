"""The tool *Exercise*: boxes on the canvas for the hidden numbers, and the panel beside it."""
