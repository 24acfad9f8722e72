"""The choices at the left: data, network, training, regularization, when to stop."""
