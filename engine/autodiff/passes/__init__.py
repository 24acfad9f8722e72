"""A graph's plan, and values, gradients and tangents by running it: the reference."""
