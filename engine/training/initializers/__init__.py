"""The table of initializers: how the weights are drawn before training."""
