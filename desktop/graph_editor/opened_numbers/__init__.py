"""A number opened: how it comes about, its cells, its picture, its formula."""
