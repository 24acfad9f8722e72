"""Values are typed and scrubbed where they stand; everything that follows is recomputed live."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from tests.desktop.graph_editor.canvas.hand import NONE, SHIFT, Hand


@pytest.mark.parametrize(
    ("typed", "value"), [("0.5", 0.5), ("1/2", 0.5), ("1e-3", 0.001), ("-2", -2), ("0,5", 0.5)]
)
def test_a_clicked_value_is_typed_and_recomputed_in_one_step(
    hand: Hand, typed: str, value: float
) -> None:
    nodes = hand.show_formula("x * 3", x="2")
    hand.type_value(nodes["x"], typed)
    assert hand.scalar(nodes["x"]) == value
    assert hand.scalar(nodes["multiply"]) == pytest.approx(3 * value)
    assert hand.steps == 1
    hand.act("undo")
    assert hand.scalar(nodes["multiply"]) == 6


def test_typing_makes_a_vector_of_a_number(hand: Hand) -> None:
    nodes = hand.show_formula("sum(x)")
    hand.type_value(nodes["x"], "[1, 2, 3]")
    assert hand.document.evaluation.values[nodes["x"]].shape == (3,)
    assert hand.scalar(nodes["sum"]) == 6
    assert "[1 2 3]" in hand.texts()


def test_a_wrong_text_stays_open_with_a_sentence_there(hand: Hand) -> None:
    nodes = hand.show_formula("exp(x)")
    hand.type_value(nodes["x"], "two")
    assert hand.view.editor.is_open
    assert "not a number" in hand.view.hint.text()
    assert hand.view.hint.isVisible()
    assert hand.steps == 0
    hand.key(Qt.Key.Key_Escape, on=hand.view.editor)
    assert not hand.view.editor.isVisible()
    assert not hand.view.hint.isVisible()
    assert hand.view.hasFocus()
    assert hand.steps == 0


def test_enter_opens_the_selected_value_and_the_same_text_is_no_step(hand: Hand) -> None:
    nodes = hand.show_formula("exp(x)", x="0.25")
    hand.click(hand.node(nodes["x"]))
    hand.key(Qt.Key.Key_Return)
    assert hand.view.editor.is_open
    assert hand.view.editor.text() == "0.25"
    hand.key(Qt.Key.Key_Return, on=hand.view.editor)
    assert hand.steps == 0


def test_a_click_elsewhere_takes_what_was_typed(hand: Hand) -> None:
    nodes = hand.show_formula("exp(x)")
    hand.click(hand.value(nodes["x"]))
    hand.view.editor.selectAll()
    QTest.keyClicks(hand.view.editor, "4")
    hand.view.setFocus()
    assert hand.scalar(nodes["x"]) == 4


def test_scrubbing_recomputes_live_and_is_one_step(hand: Hand) -> None:
    nodes = hand.show_formula("x * 3", x="2")
    start = hand.value(nodes["x"])
    hand.press(start)
    hand.move(start + QPoint(10, 0))
    seen = []
    for way in (20, 30, 40):
        hand.move(start + QPoint(way, 0))
        seen.append(hand.scalar(nodes["multiply"]))
    assert seen == sorted(seen)
    assert len(set(seen)) == 3
    hand.release(start + QPoint(40, 0))
    assert hand.scalar(nodes["x"]) == pytest.approx(3.5)
    assert hand.steps == 1
    hand.act("undo")
    assert hand.scalar(nodes["x"]) == 2
    assert hand.view.editor.isHidden()


def test_shift_scrubs_finer(hand: Hand) -> None:
    nodes = hand.show_formula("x * 3", x="2")
    start = hand.value(nodes["x"])
    hand.press(start)
    hand.move(start + QPoint(10, 0))
    event_place = start + QPoint(30, 0)
    _move_with(hand, event_place, SHIFT)
    assert hand.scalar(nodes["x"]) == pytest.approx(2.1)
    hand.release(event_place, SHIFT)


def test_escape_takes_a_scrub_back_without_a_step(hand: Hand) -> None:
    nodes = hand.show_formula("x * 3", x="2")
    start = hand.value(nodes["x"])
    hand.press(start)
    for way in (10, 40, 80):
        hand.move(start + QPoint(way, 0))
    assert hand.scalar(nodes["x"]) != 2
    hand.key(Qt.Key.Key_Escape)
    assert hand.scalar(nodes["x"]) == 2
    assert hand.steps == 0
    hand.release(start + QPoint(80, 0))


def test_two_scrubs_are_two_steps(hand: Hand) -> None:
    nodes = hand.show_formula("x * 3", x="2")
    for _ in range(2):
        start = hand.value(nodes["x"])
        hand.drag(start, start + QPoint(40, 0))
    assert hand.steps == 2


def test_an_undo_in_the_middle_of_a_scrub_ends_it(hand: Hand) -> None:
    nodes = hand.show_formula("x * 3", x="2")
    hand.type_value(nodes["x"], "5")
    start = hand.value(nodes["x"])
    hand.press(start)
    for way in (10, 40):
        hand.move(start + QPoint(way, 0))
    hand.act("undo")
    assert hand.scalar(nodes["x"]) == 2
    hand.move(start + QPoint(90, 0))
    hand.release(start + QPoint(90, 0))
    assert hand.scalar(nodes["x"]) == 2


def _move_with(hand: Hand, place: QPoint, modifiers: Qt.KeyboardModifier) -> None:
    viewport = hand.view.viewport()
    event = QMouseEvent(
        QEvent.Type.MouseMove,
        QPointF(place),
        QPointF(viewport.mapToGlobal(place)),
        Qt.MouseButton.NoButton,
        Qt.MouseButton.LeftButton,
        modifiers | NONE,
    )
    QApplication.sendEvent(viewport, event)


def test_the_second_click_of_a_double_click_leaves_everything_selected(hand: Hand) -> None:
    nodes = hand.show_formula("exp(x)", x="-3.75")
    hand.click(hand.value(nodes["x"]))
    editor = hand.view.editor
    QTest.mouseDClick(editor, Qt.MouseButton.LeftButton, NONE, editor.rect().center())
    QTest.keyClicks(editor, "-4")
    hand.key(Qt.Key.Key_Return, on=editor)
    assert hand.scalar(nodes["x"]) == -4


def test_zooming_takes_what_was_typed(hand: Hand) -> None:
    nodes = hand.show_formula("exp(x)")
    hand.click(hand.value(nodes["x"]))
    QTest.keyClicks(hand.view.editor, "4")
    hand.wheel(QPoint(200, 500), 1)
    assert not hand.view.editor.is_open
    assert hand.scalar(nodes["x"]) == 4
