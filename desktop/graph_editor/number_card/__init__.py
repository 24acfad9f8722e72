"""The card that opens a number of the canvas into its arithmetic."""
