"""What several tools ask with: which input, which element of it."""
