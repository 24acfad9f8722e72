"""The table of data sets: logic gates and points in the plane."""
