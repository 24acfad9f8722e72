"""The Activations page with functions that leave the numbers, vanish, or are nowhere smooth."""

from __future__ import annotations

from collections.abc import Sequence

import pytest
from pytestqt.qtbot import QtBot

from desktop.activations.page import ActivationsPage
from engine.activations.activation_setup import CURVES, SIGNALS, available_functions
from engine.errors import EngineError
from engine.training.initializers.catalog import INITIALIZERS
from tests.support.cases import shares
from tests.support.extremes import paint, paint_whole, sound

FORMULAS = (
    "1e300*x", "1e308*x", "x*5e-324", "1e-320*x", "exp(exp(x))", "1/x", "x**-3", "log(x)",
    "0*x", "1e308 + 0*x", "5e-324 + 0*x", "1e300*step(x)", "x**301", "exp(-1e3*x)",
    "1e308*sin(x)", "1e16 + x", "tanh(1e300*x)", "log(abs(x))*1e306", "exp(-x**2)*1e-310",
)  # fmt: skip


@pytest.mark.parametrize("texts", shares(FORMULAS, 4))
def test_own_functions_of_every_size_are_drawn(
    qtbot: QtBot, page: ActivationsPage, texts: Sequence[str]
) -> None:
    for text in texts:
        name = page.desk.add_own(text)
        draw_everywhere(qtbot, page, text, name)
        page.desk.remove_own(name)


def draw_everywhere(qtbot: QtBot, page: ActivationsPage, text: str, name: str) -> None:
    """Draw a function's curve at all zooms, and its signals."""
    page.views.choose(CURVES)
    for layers, x in ((1, 1.0), (30, 0.0), (30, -20.0), (2, 20.0), (5, 5e-324), (5, -0.0)):
        with sound(qtbot, f"{text} at {x} through {layers} layers"):
            page.desk.set_layers(layers)
            page.desk.set_x(x)
            paint(page)
    for factor in (1e-12, 1e-30, 1e20, 1e90):
        with sound(qtbot, f"{text} zoomed by {factor}"):
            page.curves.values.canvas.getViewBox().scaleBy((factor, factor))
            page.curves.slopes.canvas.getViewBox().scaleBy((1.0, factor))
            paint(page)
    paint_whole(page)
    with sound(qtbot, f"signals through {text}"):
        page.views.choose(SIGNALS)
        page.signals_panel.activation.chosen.emit(name)
        qtbot.waitUntil(page.is_settled, timeout=30_000)
        for is_log in (False, True):
            page.signals.spreads.menu.log_chosen.emit(False, is_log)
            paint(page)
        paint_whole(page)
        page.signals.outputs.export_text()


def test_every_function_is_drawn_at_the_ends_of_its_settings(
    qtbot: QtBot, page: ActivationsPage
) -> None:
    page.views.choose(CURVES)
    for operation in available_functions():
        for end in ("minimum", "maximum"):
            values = {item.name: getattr(item, end) for item in operation.settings}
            with sound(qtbot, f"{operation.name} with {values}"):
                try:
                    page.desk.set_settings(operation.name, values)
                except EngineError:
                    continue
                page.desk.choose(operation.name, True)
                page.desk.select(operation.name)
                for x in (0.0, 20.0, -20.0):
                    page.desk.set_x(x)
                paint_whole(page)
                page.desk.choose(operation.name, False)


@pytest.mark.parametrize("name", ["identity", "relu", "tanh", "softplus"])
def test_deep_networks_that_explode_or_vanish_are_drawn(
    qtbot: QtBot, page: ActivationsPage, name: str
) -> None:
    page.views.choose(SIGNALS)
    for initializer in sorted(INITIALIZERS):
        with sound(qtbot, f"{name} with {initializer}"):
            page.signals_panel.sizes.set_values({"depth": 50.0, "width": 20.0})
            page.signals_panel.initializer.chosen.emit(initializer)
            page.signals_panel.activation.chosen.emit(name)
            qtbot.waitUntil(page.is_settled, timeout=30_000)
            paint_whole(page)
