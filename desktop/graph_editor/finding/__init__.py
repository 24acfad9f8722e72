"""Finding one's way in a graph that does not fit: the map in the corner of the canvas."""
