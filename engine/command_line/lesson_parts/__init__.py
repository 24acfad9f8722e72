"""What ``python -m engine lesson`` can do; a module with `RECORDS` is found by itself."""
