"""The drawn network: where things stand, and what they tell under the mouse."""

from __future__ import annotations

import numpy as np
import pytest
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from desktop.foundation.theme import theme
from desktop.training.network_layout import Connection, Unit, lay_out
from desktop.training.network_painter import weight_width
from desktop.training.network_view import NetworkView
from engine.training.loop import first_record
from engine.training.run import TrainingRun


def shown(qtbot: QtBot, run: TrainingRun, width: int = 420, height: int = 400) -> NetworkView:
    view = NetworkView()
    qtbot.addWidget(view)
    view.resize(width, height)
    view.show_record(run, first_record(run))
    view.show()
    return view


@pytest.mark.parametrize("layers", [(2, 1), (2, 4, 1), (2, 8, 8, 1), (2, 64, 1)])
@pytest.mark.parametrize("size", [(220, 180), (420, 400), (1200, 700)])
def test_neurons_stay_inside_and_apart(layers: tuple[int, ...], size: tuple[int, int]) -> None:
    area = QRectF(0, 0, *size)
    layout = lay_out(layers, area, 1.0, 0.0)

    squares = [layout.square(unit) for unit in layout.centres]
    slack = area.adjusted(-3, -3, 3, 3)
    assert all(slack.contains(square) for square in squares)
    if max(layers) <= 8:
        for index, square in enumerate(squares):
            assert not any(square.intersects(other) for other in squares[:index])


def test_every_weight_has_a_line() -> None:
    layout = lay_out((2, 3, 1), QRectF(0, 0, 400, 300), 1.0, 20.0)

    assert len(layout.connections) == 2 * 3 + 3 * 1
    start, end = layout.line(Connection(Unit(0, 0), Unit(1, 2)))
    assert start.x() < end.x()
    near = start + (end - start) * 0.2
    assert layout.connection_at(near, 4.0) == Connection(Unit(0, 0), Unit(1, 2))
    assert layout.connection_at(QPointF(-50, -50), 4.0) is None


def test_a_larger_weight_is_wider_and_never_too_wide() -> None:
    widths = [weight_width(value) for value in (0.0, 0.5, -1.0, 3.0, 50.0, np.inf)]
    assert widths == sorted(widths)
    assert widths[-1] == pytest.approx(widths[-2])
    assert widths[-1] < 7


def test_pointing_at_a_weight_tells_its_number(qtbot: QtBot) -> None:
    run = TrainingRun()
    view = shown(qtbot, run)
    layout = view.layout_of_units
    assert layout is not None
    start, end = layout.line(Connection(Unit(0, 1), Unit(1, 3)))
    place = start + (end - start) * 0.1

    QTest.mouseMove(view, place.toPoint())

    weight = run.network.unflatten(run.network.start)[0].weights[1, 3]
    qtbot.waitUntil(lambda: view.hovered_text.startswith("x₂ → h₄: weight"))
    assert view.hovered_text.endswith(f"{weight:.5g}".replace("-", "−"))


def test_pointing_at_a_neuron_writes_its_arithmetic(qtbot: QtBot) -> None:
    run = TrainingRun(layers=(2, 2, 1), activation="relu")
    view = shown(qtbot, run)
    layout = view.layout_of_units
    assert layout is not None

    QTest.mouseMove(view, layout.centres[Unit(1, 0)].toPoint())

    qtbot.waitUntil(lambda: view.hovered_text.startswith("h₁ = relu("))
    assert "·x₁" in view.hovered_text
    assert "·x₂" in view.hovered_text


def test_a_line_has_the_colour_of_its_sign(qtbot: QtBot) -> None:
    run = TrainingRun(layers=(2, 1))
    view = shown(qtbot, run)
    record = first_record(run)
    from dataclasses import replace

    view.show_record(run, replace(record, parameters=np.array([9.0, -9.0, 0.0])))
    layout = view.layout_of_units
    assert layout is not None
    picture = view.grab().toImage()

    for source, name in ((0, "class_1"), (1, "class_0")):
        start, end = layout.line(Connection(Unit(0, source), Unit(1, 0)))
        seen = {
            picture.pixelColor((start + (end - start) * share).toPoint()).name()
            for share in np.linspace(0.2, 0.8, 60)
        }
        assert theme().color(name).name() in seen


def test_neurons_write_their_output_at_a_point(qtbot: QtBot) -> None:
    view = shown(qtbot, TrainingRun())
    before = view.grab().toImage()

    view.show_point((1.0, 0.0))
    assert view.grab().toImage() != before
    assert view.outputs is not None
    assert view.outputs[0].tolist() == [1.0, 0.0]
    run = TrainingRun(seed=3)
    view.show_record(run, first_record(run))
    expected = first_record(run).predictions[2, 0]
    assert view.outputs[2][0] == pytest.approx(expected)

    run = TrainingRun()
    view.show_record(run, first_record(run))
    view.show_point(None)
    assert view.grab().toImage() == before


def test_a_network_too_large_for_pictures_is_still_drawn(qtbot: QtBot) -> None:
    view = shown(qtbot, TrainingRun(layers=(2, 64, 64, 1)))
    assert view.grab().toImage().allGray() is False
    assert view.testAttribute(Qt.WidgetAttribute.WA_WState_Created)
