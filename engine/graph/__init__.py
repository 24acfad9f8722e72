"""Graphs of operations as plain immutable values, and what can be asked of their structure."""
