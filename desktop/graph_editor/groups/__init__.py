"""Groups above the document: grouping, counting what it saves, the bar, My gates."""
