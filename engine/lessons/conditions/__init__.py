"""Conditions on facts: each kind a record that reads itself, tests, and says what is missing."""
