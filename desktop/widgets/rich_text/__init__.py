"""Text with formulas to be read: what Markdown says as values, written into Qt's document."""
