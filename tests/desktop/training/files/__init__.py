"""Documents of the training space, by hand and after kills."""
