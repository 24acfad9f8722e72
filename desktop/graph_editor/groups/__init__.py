"""Groups in the editor: which drawing is shown, and edits of what is shown."""
