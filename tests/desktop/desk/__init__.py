"""What every page does, once."""
