"""What every page does, written once."""
