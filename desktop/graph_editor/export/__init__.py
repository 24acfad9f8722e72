"""The graph for other programs: pictures of the canvas, and source texts."""
