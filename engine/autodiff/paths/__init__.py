"""The gradient as a sum over paths, factored, and tried by a nudge."""
