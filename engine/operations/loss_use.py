"""How a network is put before a loss that it can be trained by."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class LossUse:
    """How a network is put before a loss.

    Attributes:
        takes_scores: Whether it takes the last layer's totals instead of its outputs.
        signs: Whether its targets are −1 and 1 instead of 0 and 1.
        needs_classes: Whether its targets must be classes.
        needs_columns: Whether it needs a column of targets for each class.
        needs_probabilities: Whether what it takes must lie between 0 and 1.
    """

    takes_scores: bool = False
    signs: bool = False
    needs_classes: bool = False
    needs_columns: bool = False
    needs_probabilities: bool = False
