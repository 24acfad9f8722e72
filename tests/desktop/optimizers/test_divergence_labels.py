"""The labels of runs that diverged: none covers another, and all can be read."""

from __future__ import annotations

from itertools import pairwise

import pyqtgraph as pg
import pytest
from hypothesis import given
from hypothesis import strategies as st
from pytestqt.qtbot import QtBot

from desktop.optimizers.page import OptimizersPage
from desktop.optimizers.surface.surface_plot import spread
from tests.support.settling import settle


@given(st.lists(st.floats(-5.0, 5.0), max_size=12), st.floats(0.01, 3.0))
def test_heights_are_apart_and_in_range_in_the_order_wanted(
    wanted: list[float], apart: float
) -> None:
    found = spread(wanted, apart, -2.0, 2.0)
    assert all(-2.0 - 1e-9 <= height <= 2.0 + 1e-9 for height in found)
    room = min(apart, 4.0 / max(1, len(wanted) - 1))
    assert all(b - a >= room - 1e-9 for a, b in pairwise(sorted(found)))
    order = sorted(range(len(wanted)), key=wanted.__getitem__)
    assert [found[i] for i in order] == sorted(found)


def test_what_has_room_stays_where_it_is_wanted() -> None:
    assert spread([1.0, -1.0, 0.0], 0.5, -2.0, 2.0) == [1.0, -1.0, 0.0]


@pytest.mark.parametrize("surface", ["rosenbrock", "beale", "himmelblau"])
def test_no_label_of_a_divergence_covers_another(
    qtbot: QtBot, page: OptimizersPage, surface: str
) -> None:
    page.model.choose_surface(surface)
    page.edits.set_shared_rate(1.0)
    settle(qtbot, page)
    page.step_bar.go_last()
    settle(qtbot, page)
    plot = page.stage.surface_plot
    for zoomed in (False, True):
        if zoomed:
            (left, right), (bottom, top) = plot.view_range
            plot.canvas.show_range((left / 2, right / 2), (bottom / 2, top / 2))
            settle(qtbot, page)
        boxes = [
            item.mapRectToScene(item.boundingRect())
            for item in plot.canvas.scene().items()
            if isinstance(item, pg.TextItem) and "diverged" in item.toPlainText()
        ]
        assert len(boxes) > 1
        for index, box in enumerate(boxes):
            assert not any(box.intersects(other) for other in boxes[index + 1 :])
            assert box.top() >= 0
            assert box.bottom() <= plot.canvas.height()
