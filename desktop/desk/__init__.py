"""What every page does in one way: computing beside the interface, coming to rest, explaining."""
