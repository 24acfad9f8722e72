"""The paths between two nodes written out: products of local gradients, their sum, and factored."""
