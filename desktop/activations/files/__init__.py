"""What keeps the Activations space: its file, what can be undone, one's own work for lessons."""
