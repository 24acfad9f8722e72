"""Many seeds at once: the same network from many initial weights."""
