"""Autosave and recovery."""
