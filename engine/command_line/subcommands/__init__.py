"""The subcommands, one module each: a new module with its record is all that a new one needs."""
