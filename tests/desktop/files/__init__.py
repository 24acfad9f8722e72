"""Files: which one is asked for, recent ones, exports, and documents that stand in them."""
