"""The engine from a terminal: one module for each subcommand."""
