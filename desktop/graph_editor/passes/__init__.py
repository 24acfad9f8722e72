"""The forward and the backward pass, gate by gate: walk, strip, controls, step card."""
