"""The race as a file and as moving pictures."""
