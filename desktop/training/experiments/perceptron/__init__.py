"""The perceptron rule on OR, AND and XOR."""
