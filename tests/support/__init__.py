"""What tests share: watches, drivers and the tools behind some make targets."""
