"""Files: which one is asked for, and what may stand in the way of writing it."""
