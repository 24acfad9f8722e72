"""What many runs tell: basins of attraction, learning-rate sweeps."""
