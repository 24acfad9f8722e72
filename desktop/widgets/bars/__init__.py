"""Bars across a page: messages, stepping and scrubbing."""
