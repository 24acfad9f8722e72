"""How a race goes on, step by step: losses, distances, effective rates."""
