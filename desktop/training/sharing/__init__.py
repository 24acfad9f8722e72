"""What the training hands on: to the graph, to the optimizers, to files."""
