"""What the training page keeps to itself until a learner has said what it will be."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QWidget

from desktop.training.curves.curves_view import CurvesView
from desktop.training.experiments.experiment_stack import ExperimentStack
from desktop.training.network.view import NetworkView
from desktop.training.pictures.stage import BOUNDARY, LANDSCAPE, Stage
from desktop.training.results.results_panel import ResultsPanel
from desktop.widgets.panels.veil import Veil

LOSS, CURVES, NUMBERS = "loss", "curves", "numbers"
TRAINING_VEILS = frozenset({LOSS, CURVES, NUMBERS, BOUNDARY})


@dataclass(frozen=True)
class Telling:
    """What tells numbers.

    Attributes:
        network: The drawing of the network.
        stage: The large picture.
        curves: The plots over the steps.
        results: The numbers at the right.
        views: The experiments.
        actions: What hands numbers on, by the kinds that it tells.
        buttons: Buttons that do so and have no action.
    """

    network: NetworkView
    stage: Stage
    curves: CurvesView
    results: ResultsPanel
    views: ExperimentStack
    actions: Mapping[tuple[str, ...], Sequence[QAction]]
    buttons: Mapping[tuple[str, ...], Sequence[QWidget]]


def training_veil(telling: Telling, parent: QWidget) -> Veil:
    """Return the veil of a page, which hides nothing yet."""
    veil = Veil(parent)
    stage, network = telling.stage, telling.network

    def hides_picture() -> bool:
        # The landscape is one of losses.
        return veil.hides(BOUNDARY) or (veil.hides(LOSS) and stage.name == LANDSCAPE)

    veil.cover_when(stage.picture, hides_picture)
    stage.chosen.connect(veil.refresh)
    veil.cover(telling.curves.loss_plot, CURVES, LOSS)
    veil.cover(telling.curves.gradient_plot, CURVES)
    telling.results.follow_veil(veil)
    telling.views.follow_veil(veil)
    for kinds, actions in telling.actions.items():
        for action in actions:
            veil.close(action, *kinds)
    for kinds, buttons in telling.buttons.items():
        for button in buttons:
            veil.close_button(button, *kinds)
    veil.changed.connect(
        lambda: network.set_veiled(
            hides_numbers=veil.hides(NUMBERS), hides_pictures=veil.hides(BOUNDARY)
        )
    )
    return veil
