"""The surface in space, drawn by NumPy."""
