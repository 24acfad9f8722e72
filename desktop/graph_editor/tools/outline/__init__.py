"""The tool *Outline*: every gate in a tree with its numbers, found by typing, read aloud."""
