"""What many runs tell about a surface: basins of attraction, learning-rate sweeps."""
