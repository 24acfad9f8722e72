"""The plots over the epochs, and those of the weights."""
