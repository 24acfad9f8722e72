"""The drawing under edit: its history, values, gradients, and the clipboard."""
