"""Data of one's own: points drawn in the plane, and tables read from files."""
