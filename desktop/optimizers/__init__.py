"""The Optimizers space: a race of update rules down a loss surface."""
