"""The Training space: networks learn while one watches their weights, boundary and loss."""
