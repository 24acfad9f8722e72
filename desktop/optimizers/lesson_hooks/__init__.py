"""What a lesson sees of the optimizers page and does on it: facts, commands, states, own work."""
