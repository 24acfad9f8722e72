"""The sentence on all runs of a race that diverged, each with its step and its cause."""

from __future__ import annotations

from desktop.foundation.translation import error_sentence, translate_engine
from engine.optimizers.trajectory import Ending
from engine.races.race_setup import RaceResult


def divergence_text(result: RaceResult) -> str:
    """Return who diverged and why, those with the same cause together; '' where nobody did."""
    methods: dict[str, list[str]] = {}
    for trajectory in result.race.trajectories:
        if trajectory.cause is not None and trajectory.ending is Ending.DIVERGED:
            title = translate_engine(trajectory.run.optimizer.title)
            methods.setdefault(error_sentence(trajectory.cause), []).append(title)
    return " · ".join(f"{', '.join(who)} — {cause}" for cause, who in methods.items())
