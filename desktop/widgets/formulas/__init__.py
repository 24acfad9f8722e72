"""LaTeX as pictures, on widgets and ahead of time."""
