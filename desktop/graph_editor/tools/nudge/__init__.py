"""The tool *Nudge*: an input moved a little, and what the result does."""
