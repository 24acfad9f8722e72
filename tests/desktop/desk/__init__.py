"""Long computations on a thread of their own."""
