"""What a table may have at most; nobody who reads one is to wait or to run out of memory."""

from __future__ import annotations

# A table of 200,000 rows and twenty columns has some twenty megabytes.
MOST_BYTES = 40_000_000
MOST_CHARACTERS = 24_000_000
MOST_LINES = 500_000
MOST_CELLS = 5_000_000
MOST_COLUMNS = 1_000
# What stands in longer cells is prose, of which the beginning is enough to tell one from another.
LONGEST_CELL = 200
# A quoted cell with more line breaks is a quotation mark that somebody forgot to close.
MOST_LINES_OF_A_ROW = 50
