"""The tool *Modes*: reverse, forward and numerical gradients, and what each costs."""
