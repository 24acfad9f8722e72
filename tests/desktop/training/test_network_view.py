"""The drawn network: where things stand, and what they tell under the mouse."""

from __future__ import annotations

import numpy as np
import pytest
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QImage
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from desktop.foundation.theme import theme
from desktop.training.network.layout import Bias, Connection, Unit, lay_out
from desktop.training.network.painter import weight_width
from desktop.training.network.view import NetworkView
from engine.training.run.loop import first_record
from engine.training.run.run import TrainingRun


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


@pytest.mark.parametrize("layers", [(1, 1), (2, 4, 1), (2, 8, 8, 3)])
def test_the_weight_pointed_at_is_the_nearest_one(layers: tuple[int, ...]) -> None:
    layout = lay_out(layers, QRectF(0, 0, 400, 300), 1.0, 20.0)
    dice = np.random.default_rng(5)
    for x, y in dice.uniform((0, 0), (400, 300), (60, 2)):
        distances = {}
        for connection in layout.connections:
            start, end = layout.line(connection)
            shares = np.linspace(0, 1, 2001)[:, None]
            points = (1 - shares) * start.toTuple() + shares * end.toTuple()
            distances[connection] = np.hypot(*(points - (x, y)).T).min()
        nearest = min(distances.values())
        found = layout.connection_at(QPointF(x, y), 12.0)
        if found is None:
            assert nearest > 11.9
        else:
            assert distances[found] == pytest.approx(nearest, abs=0.1)
            assert nearest < 12.1


def test_the_weights_of_a_part_are_those_that_touch_it() -> None:
    layout = lay_out((2, 3, 2, 1), QRectF(0, 0, 400, 300), 1.0, 20.0)
    every = layout.connections
    for unit in layout.centres:
        touching = {item for item in every if unit in (item.source, item.target)}
        assert set(layout.connections_of(unit)) == touching
        if unit.layer:
            into = {item for item in every if item.target == unit}
            assert set(layout.connections_of(Bias(unit))) == into
    assert all(layout.connections_of(item) == [item] for item in every)
    assert layout.connections_of(None) == []


def test_pointing_into_a_very_large_network_shows_the_lines_of_that_neuron(qtbot: QtBot) -> None:
    view = shown(qtbot, TrainingRun(layers=(2, 64, 64, 1)), 500, 500)
    layout = view.layout_of_units
    assert layout is not None
    before = view.grab().toImage()

    QTest.mouseMove(view, layout.centres[Unit(1, 30)].toPoint())

    assert "h₁,₃₁" in view.hovered_text
    after = view.grab().toImage()
    # Far from the neuron's own lines everything steps back.
    start, end = layout.line(Connection(Unit(1, 2), Unit(2, 3)))
    middle = (start + end) / 2
    area = [(int(middle.x()) + dx, int(middle.y()) + dy) for dx in range(9) for dy in range(9)]
    ground = theme().color("canvas").lightness()

    def ink(image: QImage) -> int:
        return sum(abs(image.pixelColor(*place).lightness() - ground) for place in area)

    assert ink(after) < 0.6 * ink(before)


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
