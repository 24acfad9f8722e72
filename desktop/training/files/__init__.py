"""The training as a document: its file, its copy, what of the page belongs to it."""
