"""One value set by hand: numbers, sliders, choices, text with its faults, forms of them."""
