"""What is set at the left: surface, own surfaces, methods, conditions, start and steps."""
