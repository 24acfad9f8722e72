"""The large picture: decision boundary, hidden space, loss landscape."""
