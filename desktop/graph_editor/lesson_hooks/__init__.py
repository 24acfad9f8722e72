"""What a lesson sees of the graph space and does there: facts, parts, veils, commands, a state."""
