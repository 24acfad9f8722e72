"""What a step still waits for, in the language of the interface."""

from __future__ import annotations

from desktop.foundation.translation import coded_sentence
from engine.lessons.conditions.unmet import Unmet


def unmet_sentence(unmet: Unmet) -> str:
    """Return what is missing as one sentence."""
    return coded_sentence(f"lesson_missing:{unmet.code}", unmet.sentence, unmet.details)
