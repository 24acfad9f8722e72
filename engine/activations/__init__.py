"""What the Activations space is set to, as a value: its functions, its views, its files."""
