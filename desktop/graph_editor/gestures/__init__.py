"""What the mouse does, one object a gesture, and what lies over the drawing meanwhile."""
