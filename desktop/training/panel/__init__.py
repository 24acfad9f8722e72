"""The controls at the left, a section a module."""
