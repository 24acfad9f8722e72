"""Everything that is known of the selected node, or of the whole graph."""
