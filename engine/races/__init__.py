"""A race of optimizers down a surface, be it somebody's own: its setup, its run, its file."""
