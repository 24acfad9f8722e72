"""The commands of the canvas, as tables: what each is called, its keys, what it does and when."""
