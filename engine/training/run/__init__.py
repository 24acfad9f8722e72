"""A training run: its choices, its loop of records, its next update."""
