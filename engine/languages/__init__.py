"""The languages of the interface: each a file with its names, its letters and its words."""
