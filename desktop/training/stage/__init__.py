"""The large picture: the boundary, the hidden space, the landscape of the loss."""
