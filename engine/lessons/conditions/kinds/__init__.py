"""The kinds of conditions; a module with `RECORDS` is found by itself."""
