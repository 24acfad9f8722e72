"""The facts of an activation function, at once."""

from __future__ import annotations

from collections.abc import Mapping

from engine.operations.activation_analysis import ActivationFacts, facts_below, last_of, study
from engine.operations.operation import Operation


def facts_at_once(
    operation: Operation, settings: Mapping[str, float], threshold: float = 0.05
) -> ActivationFacts:
    """Run through all pieces of the study and of the facts; return what they come to."""
    return last_of(facts_below(last_of(study(operation, settings)), threshold))
