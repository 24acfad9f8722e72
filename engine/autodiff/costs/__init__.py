"""What a way to a gradient costs, counted."""
