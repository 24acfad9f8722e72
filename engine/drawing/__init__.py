"""Functions from one drawing to the next, and what of a drawing is shown; they need no screen."""
