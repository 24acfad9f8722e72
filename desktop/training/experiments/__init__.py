"""The experiments of the training space, each a view beside that of the training."""
