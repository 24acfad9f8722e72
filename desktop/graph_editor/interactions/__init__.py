"""Mouse gestures of the canvas: each is an object that starts, moves, and finishes or cancels."""
