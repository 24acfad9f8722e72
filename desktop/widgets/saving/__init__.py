"""Asking before a file is written: which one, and whether what is there may go."""
