"""The table of canvas commands: what each is called, its keys, what it does and when."""
