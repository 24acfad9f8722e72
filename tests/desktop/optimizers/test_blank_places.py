"""Places of a surface without a value: blank, and not painted like its highest loss."""

from __future__ import annotations

from PySide6.QtCore import QPointF
from pytestqt.qtbot import QtBot

from desktop.optimizers.page import OptimizersPage
from engine.races.own_surface import OwnKind
from tests.desktop.optimizers.hands import choose_own, type_formula
from tests.support.settling import settle


def test_where_a_function_has_no_value_nothing_is_painted(
    qtbot: QtBot, page: OptimizersPage
) -> None:
    choose_own(qtbot, page, OwnKind.FORMULA)
    plot = page.stage.surface_plot
    assert not {"blank", "hatching"} & set(plot.keys)
    type_formula(page, "sqrt(x) + y*y")
    settle(qtbot, page)
    assert {"blank", "hatching"} <= set(plot.keys)
    (left, right), (_bottom, top) = plot.view_range
    assert left < 0 < right
    picture = plot.canvas.grab().toImage()
    view = plot.canvas.getViewBox()

    def colour(x: float, y: float) -> str:
        place = plot.canvas.mapFromScene(view.mapViewToScene(QPointF(x, y)))
        return str(picture.pixelColor(place).name())

    # The highest loss lies at the right, above and below; the left is not painted like it.
    high, none = colour(right - 0.02 * (right - left), 0.93 * top), colour(0.63 * left, 0.93 * top)
    assert none == plot.canvas.backgroundBrush().color().name()
    assert none != high
    type_formula(page, "x*x + y*y")
    settle(qtbot, page)
    assert not {"blank", "hatching"} & set(plot.keys)
