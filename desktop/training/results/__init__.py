"""The numbers at the right, and any of them opened into its arithmetic."""
