"""Graphs written as programs and pictures of other tools: NumPy, PyTorch, DOT, LaTeX."""
