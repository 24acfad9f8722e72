"""The tool *Accumulate*: gradients that are kept from one backward pass to the next."""
