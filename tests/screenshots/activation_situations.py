"""The activations' situations: curves, depth, signals, linear layers, functions typed in."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt

from desktop.activations.page import ActivationsPage
from engine.activations.activation_setup import LINEAR, SIGNALS
from tests.screenshots.hands import choose, click, type_text
from tests.screenshots.stage import Stage

_CURVES = ("sigmoid", "tanh", "relu")


def show_curves(stage: Stage) -> None:
    """Show the three that courses begin with, away from zero, saturation shaded."""
    page = _three(stage)
    if not page.functions.saturation_box.isChecked():
        click(page.functions.saturation_box)
    for _ in range(10):
        stage.press(Qt.Key.Key_Right, page.curves.values)


def show_chain(stage: Stage) -> None:
    """Follow a gradient back through ten layers, where every slope is largest."""
    page = _three(stage)
    stage.press(Qt.Key.Key_Home, page.curves.values)


def show_signals(stage: Stage) -> None:
    """Send signals through ten layers of tanh with Xavier's weights."""
    page = _page(stage)
    click(page.views.button(SIGNALS))
    choose(page.signals_panel.activation, "tanh")


def show_vanishing(stage: Stage) -> None:
    """Send signals through ten layers of sigmoids, whose gradients vanish."""
    page = _page(stage)
    click(page.views.button(SIGNALS))
    choose(page.signals_panel.activation, "sigmoid")


def show_linear(stage: Stage) -> None:
    """Let linear layers collapse into one."""
    page = _page(stage)
    click(page.views.button(LINEAR))


def show_linear_trained(stage: Stage) -> None:
    """Train linear layers on XOR beside layers of tanh."""
    show_linear(stage)
    page = stage.page
    assert isinstance(page, ActivationsPage)
    click(page.linear_panel.trained)


def show_own(stage: Stage) -> None:
    """Type a function in."""
    page = _page(stage)
    type_text(page.functions.own.edit, "x*sigmoid(2*x)")


def show_bad_formula(stage: Stage) -> None:
    """Misspell a function and read what is wrong."""
    page = _page(stage)
    type_text(page.functions.own.edit, "x*sgmoid(2*x)")
    assert page.functions.own.problem


def _page(stage: Stage) -> ActivationsPage:
    stage.start_anew("activations", stage.window.width(), stage.window.height())
    page = stage.page
    assert isinstance(page, ActivationsPage)
    return page


def _three(stage: Stage) -> ActivationsPage:
    page = _page(stage)
    for name in page.desk.chosen:
        if name not in _CURVES:
            click(page.functions.chip(name))
    for name in _CURVES:
        if name not in page.desk.chosen:
            click(page.functions.chip(name))
    return page


SITUATIONS: dict[str, Callable[[Stage], None]] = {
    "activations-curves": show_curves,
    "activations-chain": show_chain,
    "activations-signals": show_signals,
    "activations-vanishing": show_vanishing,
    "activations-linear": show_linear,
    "activations-linear-trained": show_linear_trained,
    "activations-own": show_own,
    "activations-bad-formula": show_bad_formula,
}
