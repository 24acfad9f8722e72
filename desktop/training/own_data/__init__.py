"""Data of one's own: points drawn, tables read."""
