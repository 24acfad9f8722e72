"""The surface with the race on it, from above or in space, and the arrows over it."""
