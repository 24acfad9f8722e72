"""Gradients held against differences."""
