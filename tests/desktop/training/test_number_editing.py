"""Weights and biases in the drawing: chosen, dragged, typed and walked to where they stand."""

from __future__ import annotations

import itertools

import pytest
from PySide6.QtCore import QPoint, QRectF, QSizeF, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desktop.foundation.theme import apply_theme, theme
from desktop.training.network.layout import Bias, Connection, Unit, lay_out
from desktop.training.network.network_numbers import numbers_of
from desktop.training.network.number_editing import next_part
from desktop.training.network.view import NetworkView
from desktop.training.network.weight_labels import place_labels
from desktop.widgets.fields.number_text import parse_number
from engine.training.run.loop import first_record
from engine.training.run.run import TrainingRun

WEIGHT = Connection(Unit(0, 1), Unit(1, 2))
BIAS = Bias(Unit(2, 0))


@pytest.fixture
def view(qtbot: QtBot) -> NetworkView:
    made = NetworkView()
    qtbot.addWidget(made)
    made.resize(520, 420)
    run = TrainingRun()
    made.show_record(run, first_record(run))
    made.show()
    return made


def changes(view: NetworkView) -> list[tuple[int, float]]:
    found: list[tuple[int, float]] = []
    view.number_changed.connect(lambda place, value: found.append((place, value)))
    return found


def middle(view: NetworkView, part: Connection | Bias) -> QPoint:
    return view.number_box(part).center().toPoint()


def place_of(part: Connection | Bias) -> int:
    run = TrainingRun()
    return numbers_of(run, run.network.start).place(part)


def test_a_numbers_place_is_that_in_the_parameter_vector() -> None:
    run = TrainingRun(layers=(2, 3, 2, 1))
    numbers = numbers_of(run, run.network.start)
    parts: list[Connection | Bias] = [
        *(Connection(Unit(1, a), Unit(2, b)) for a in range(3) for b in range(2)),
        Bias(Unit(1, 2)), Bias(Unit(3, 0)), Connection(Unit(0, 1), Unit(1, 0)),
    ]  # fmt: skip
    for part in parts:
        assert run.network.start[numbers.place(part)] == numbers.number(part)
    assert len({numbers.place(part) for part in parts}) == len(parts)


@pytest.mark.parametrize("part", [WEIGHT, BIAS])
def test_a_number_is_typed_after_a_double_click(view: NetworkView, part: Connection | Bias) -> None:
    found = changes(view)
    QTest.mouseDClick(view, Qt.MouseButton.LeftButton, pos=middle(view, part))
    assert view.editor.isVisible()
    assert view.selection.part == part

    view.editor.selectAll()
    QTest.keyClicks(view.editor, "-1/2")
    QTest.keyClick(view.editor, Qt.Key.Key_Return)

    assert found == [(place_of(part), -0.5)]
    assert not view.editor.isVisible()


def test_a_wrong_text_stays_and_is_marked_and_escape_leaves_the_number(view: NetworkView) -> None:
    found = changes(view)
    QTest.mouseDClick(view, Qt.MouseButton.LeftButton, pos=middle(view, WEIGHT))
    view.editor.selectAll()
    QTest.keyClicks(view.editor, "much")
    QTest.keyClick(view.editor, Qt.Key.Key_Return)
    assert view.editor.isVisible()
    assert view.editor.property("invalid") is True

    QTest.keyClick(view.editor, Qt.Key.Key_Escape)
    assert not view.editor.isVisible()
    assert found == []


def test_what_was_not_touched_is_not_changed(view: NetworkView) -> None:
    found = changes(view)
    QTest.mouseDClick(view, Qt.MouseButton.LeftButton, pos=middle(view, WEIGHT))
    QTest.keyClick(view.editor, Qt.Key.Key_Return)
    assert found == []


def test_a_double_click_on_a_neuron_types_its_bias(view: NetworkView) -> None:
    layout = view.layout_of_units
    assert layout is not None
    place = layout.centres[Unit(1, 0)].toPoint()
    QTest.mouseDClick(view, Qt.MouseButton.LeftButton, pos=place)
    assert view.editor.isVisible()
    assert view.selection.part == Bias(Unit(1, 0))


def test_dragging_sideways_changes_a_number_and_settles_once(
    qtbot: QtBot, view: NetworkView
) -> None:
    found = changes(view)
    start = middle(view, WEIGHT)
    run = TrainingRun()
    before = numbers_of(run, run.network.start).number(WEIGHT)
    QTest.mousePress(view, Qt.MouseButton.LeftButton, pos=start)
    QTest.mouseMove(view, start + QPoint(1, 0))
    assert found == []
    QTest.mouseMove(view, start + QPoint(20, 0))
    QTest.mouseMove(view, start + QPoint(40, 0))
    with qtbot.waitSignal(view.number_settled):
        QTest.mouseRelease(view, Qt.MouseButton.LeftButton, pos=start + QPoint(40, 0))

    assert [place for place, _ in found] == [place_of(WEIGHT)] * 2
    assert found[-1][1] == pytest.approx(before + 0.5)


def test_clicking_the_ground_chooses_nothing(view: NetworkView) -> None:
    QTest.mouseClick(view, Qt.MouseButton.LeftButton, pos=middle(view, BIAS))
    assert view.selection.part == BIAS
    QTest.mouseClick(view, Qt.MouseButton.LeftButton, pos=QPoint(3, 3))
    assert view.selection.part is None


def test_the_keys_come_to_every_number_and_change_it(view: NetworkView) -> None:
    found = changes(view)
    view.setFocus()
    seen = set()
    for _ in range(4):
        QTest.keyClick(view, Qt.Key.Key_Right)
        for _ in range(8):
            QTest.keyClick(view, Qt.Key.Key_Down)
            seen.add(view.selection.part)
        for _ in range(8):
            QTest.keyClick(view, Qt.Key.Key_Up)
            seen.add(view.selection.part)
    assert len(seen) == 17

    part = view.selection.part
    assert isinstance(part, Bias)
    QTest.keyClick(view, Qt.Key.Key_PageUp)
    QTest.keyClick(view, Qt.Key.Key_PageDown, Qt.KeyboardModifier.ShiftModifier)
    run = TrainingRun()
    before = numbers_of(run, run.network.start).number(part)
    assert [value for _, value in found] == pytest.approx([before + 0.05, before - 0.005])

    QTest.keyClick(view, Qt.Key.Key_Return)
    assert view.editor.isVisible()
    QTest.keyClick(view.editor, Qt.Key.Key_Escape)
    view.setFocus()
    QTest.keyClick(view, Qt.Key.Key_Escape)
    assert view.selection.part is None


def test_from_a_neuron_the_way_goes_on_from_its_bias() -> None:
    layout = lay_out((2, 3, 1), QRectF(0, 0, 400, 300), 1.0, 20.0)
    assert next_part(layout, Unit(1, 1), 0, 1) == Bias(Unit(1, 2))
    assert next_part(layout, None, 1, 0) == Connection(Unit(0, 0), Unit(1, 0))


@pytest.mark.parametrize("layers", [(2, 1), (2, 4, 1), (2, 3, 3, 1), (2, 8, 8, 1)])
def test_numbers_never_touch_one_another_or_a_neuron(layers: tuple[int, ...]) -> None:
    layout = lay_out(layers, QRectF(0, 0, 520, 420), 1.0, 20.0)
    labels = place_labels(layout, QSizeF(44, 18))
    squares = [layout.square(unit) for unit in layout.centres]
    for first, second in itertools.combinations(labels.values(), 2):
        assert not first.intersects(second)
    assert not any(box.intersects(square) for box in labels.values() for square in squares)
    for layer in range(len(layers) - 1):
        shown = [item for item in labels if item.source.layer == layer]
        assert len(shown) in (0, layers[layer] * layers[layer + 1])


def test_the_default_network_shows_all_its_numbers(view: NetworkView) -> None:
    layout = view.layout_of_units
    assert layout is not None
    labels = place_labels(layout, QSizeF(44, 18))
    assert set(labels) == set(layout.connections)


def test_a_network_in_a_narrow_pane_keeps_the_numbers_of_its_weights() -> None:
    layout = lay_out((2, 4, 1), QRectF(0, 0, 300, 324), 1.0, 18.0)
    boxes = list(place_labels(layout, QSizeF(36, 17)).values())
    assert len(boxes) == len(layout.connections)
    assert not any(a.intersects(b) for a, b in itertools.combinations(boxes, 2))


@pytest.mark.parametrize("zoom", [1.0, 2.0])
def test_the_editor_shows_every_digit_of_a_number(
    qapp: QApplication, view: NetworkView, zoom: float
) -> None:
    apply_theme(qapp, "light", zoom)
    value = -0.123456789012345678
    view.editor.open(value, QRectF(100, 100, 40, 18))
    assert parse_number(view.editor.text()) == value
    room = view.editor.width() - theme().px(20)
    assert view.editor.fontMetrics().horizontalAdvance(view.editor.text()) <= room
    assert view.editor.height() >= view.editor.minimumSizeHint().height()
    view.editor.open(0.1, QRectF(100, 100, 40, 18))
    assert view.editor.text() == "0.1"
    apply_theme(qapp, "light", 1.0)
