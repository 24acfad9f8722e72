"""The losses of a run that goes on, with the plateaus among them counted as they come."""

from __future__ import annotations

import math
from collections.abc import Iterable

# An improvement smaller than this share of the lowest loss is none (PyTorch's default).
PLATEAU_THRESHOLD = 1e-4


class Losses(list[float]):
    """Losses, the oldest first, to which more are only ever appended.

    Whoever asks for its plateaus after every loss pays for the new losses only, so that a whole
    run costs as much as one look back over it.
    """

    def __init__(self, values: Iterable[float] = ()) -> None:
        super().__init__(values)
        self._counts: dict[float, _PlateauCount] = {}

    def plateaus(self, patience: float) -> int:
        """Return how many times so far more losses than ``patience`` in a row did not improve."""
        count = self._counts.setdefault(patience, _PlateauCount(patience))
        for loss in self[count.seen :]:
            count.see(loss)
        return count.plateaus


class _PlateauCount:
    """How long losses have not improved, and how often that was too long."""

    def __init__(self, patience: float) -> None:
        self.seen = 0
        self.plateaus = 0
        self._patience = patience
        self._lowest = math.inf
        self._waited = 0

    def see(self, loss: float) -> None:
        """Take the next loss into account."""
        self.seen += 1
        if loss < self._lowest * (1.0 - math.copysign(PLATEAU_THRESHOLD, self._lowest)):
            self._lowest, self._waited = loss, 0
        else:
            self._waited += 1
        if self._waited > self._patience:
            self.plateaus, self._waited = self.plateaus + 1, 0
