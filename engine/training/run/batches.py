"""How many samples a step sees where a table has many, and what that does to the rate."""

from __future__ import annotations

# A step that sees all of fewer rows takes less time than what is measured after it.
LARGE = 4_000
_SUITED = 256
# Each batch leads elsewhere; at a lower rate that is averaged over several of them.
NOISE_FACTOR = 0.3


def suited_batch(count: int) -> int | None:
    """Return how many samples a step is to see of so many rows; None for all of them.

    Example:
        >>> suited_batch(150), suited_batch(20_000)
        (None, 256)
    """
    return _SUITED if count > LARGE else None


def batch_for(count: int, chosen: int | None) -> int | None:
    """Return the batch for a new table of so many rows, after one that was chosen before.

    What was proposed for a large table is taken back for a small one.
    """
    return suited_batch(count) or (None if chosen == _SUITED else chosen)
