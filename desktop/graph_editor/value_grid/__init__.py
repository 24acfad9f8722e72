"""The table in which the value of a source is typed: a number, a vector or a matrix."""
