"""The Jacobian of a gate as a picture, with its structure named."""
