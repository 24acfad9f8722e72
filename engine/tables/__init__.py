"""Tables as people have them: bytes to text, text to columns, and what was decided by the way."""
