"""Formulas as people write them, and what a person who wrote each means by it."""
