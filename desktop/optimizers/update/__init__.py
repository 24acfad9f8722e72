"""One update taken apart: its arrows, its terms, its arithmetic."""
