"""Lessons on the screen: what leads a learner through them, and what is seen of that."""
