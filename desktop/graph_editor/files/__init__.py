"""Graphs on disk: read with suspicion, written whole, and kept against a crash."""
