"""Where lessons begin and end: the list, the end of one, faults in files, what is handed in."""
