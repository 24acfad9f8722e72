"""Paths between two nodes: what is asked, what is answered, and how it is shown."""
