"""Learning curves: loss, accuracy and what happens in the layers, over the epochs."""
