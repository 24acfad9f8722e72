"""Evaluating and differentiating graphs."""
