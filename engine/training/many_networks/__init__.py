"""The same run from many starts at once."""
