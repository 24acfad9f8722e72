"""The Activations space: curves of activation functions, their slopes and what follows."""
