"""What every page does, written once: undo, computing beside the interface, coming to rest."""
