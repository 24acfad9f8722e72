"""Files: which one is asked for, how it is written, and documents, exports and pictures in them."""
