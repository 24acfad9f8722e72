"""What a network has learned and what goes wrong: boundary, signals, unit health."""
