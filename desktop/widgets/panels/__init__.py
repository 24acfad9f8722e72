"""What pages and panels are made of: sections, columns, cards, labels, tables."""
