"""What strangers bring: hostile files and texts, through the readers and the real window."""
