"""The arithmetic of predictions and updates: symbols, the numbers put in, the result."""
