"""One compiler of graphs: a plan written out as straight-line code, from the records' templates."""
