"""Unsaved work outlives a crash: a copy beside the settings, and an offer at the next start."""
