"""Lessons as values: read from a folder, checked, drawn from a seed, marked, remembered; no Qt."""
