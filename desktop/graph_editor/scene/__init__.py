"""What the canvas shows: items kept in step, numbers, highlights, what lies where."""
