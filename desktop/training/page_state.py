"""What the Training page shows, for a page that takes its place."""

from __future__ import annotations

from dataclasses import dataclass

from desktop.training.curves_view import CurvesLook
from desktop.training.experiments.experiment_stack import StackState
from desktop.training.session import SessionState


@dataclass(frozen=True)
class PageState:
    """What a page made anew needs to show the same thing."""

    session: SessionState
    look: CurvesLook
    picture: str
    views: StackState
