"""How a race goes on: losses, distances, rates, standings."""
