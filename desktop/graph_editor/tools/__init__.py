"""What one can ask of a graph: each tool is a record, and a panel at the right of the canvas."""
