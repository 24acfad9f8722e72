"""What a lesson sees of the training page and does on it: facts, commands, states, own work."""
