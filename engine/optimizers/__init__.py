"""Optimizers: update rules as records, and the paths that they take down a loss surface."""
