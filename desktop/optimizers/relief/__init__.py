"""The surface in space: a height field drawn by NumPy, with trails, arrows and axes on it."""
