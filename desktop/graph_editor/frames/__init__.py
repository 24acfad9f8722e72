"""Frames: their box, their layer, writing on them, and what menus do to them."""
