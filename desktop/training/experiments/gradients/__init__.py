"""The gradient in each layer of a deep network."""
