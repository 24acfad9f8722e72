"""Two runs from the same start, side by side, and the table of all runs."""
