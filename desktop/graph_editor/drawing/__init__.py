"""Functions from one drawing to the next, and what is shown of it; no Qt."""
