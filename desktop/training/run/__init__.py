"""The training under way: setup, moments, history, edits, and the bar that leads it."""
