"""Edits of a drawing as functions from one value to the next, and the undo step that holds both."""
