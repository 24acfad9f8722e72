"""Long computations driven on a thread of their own."""
