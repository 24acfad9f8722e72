"""What a step needs of the pages: opened, hidden, pointed at, and the facts that hold there."""
