"""What the training hands on: to the graph space, to the optimizers, to files."""
