"""Rules about the code as a whole: imports, packaging, names, texts."""
