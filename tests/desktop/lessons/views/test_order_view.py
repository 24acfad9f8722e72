"""Things are put in order by dragging and by the keys."""

from __future__ import annotations

from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from desktop.lessons.views.questions.order_view import OrderView
from engine.lessons.answer import Marked, Outcome
from tests.support.question_hands import MakeView, ask, focused, heard, press
from tests.support.settling import settle

ORDER = {"a": "$x$", "b": "$y$", "c": "$z$", "d": "$q$"}


def order(make: MakeView) -> OrderView:
    view = make(ask("order", ORDER, items=tuple(ORDER)))
    assert isinstance(view, OrderView)
    return view


def test_a_row_is_moved_by_alt_and_the_arrows(make: MakeView) -> None:
    view = order(make)
    answers = heard(view)
    view.take_focus()
    press(Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    press(Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    assert focused().accessibleName() == "3 of 4: x"
    press(Qt.Key.Key_Up)
    assert focused().accessibleName() == "2 of 4: z"
    press(Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier)
    press(Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier)
    press(Qt.Key.Key_Return)
    assert answers == [("c", "b", "a", "d")]


def test_a_row_is_dragged_past_others(qtbot: QtBot, make: MakeView) -> None:
    view = order(make)
    edits: list[None] = []
    view.edited.connect(lambda: edits.append(None))
    first = view.rows[0]
    start = first.rect().center()
    QTest.mousePress(first, Qt.MouseButton.LeftButton, pos=start)
    for _ in range(2):
        below = view.rows[view.rows.index(first) + 1]
        over = first.mapFrom(view, below.geometry().center() + QPoint(0, 2))
        QTest.mouseMove(first, over)
        settle(qtbot, view)
    QTest.mouseRelease(first, Qt.MouseButton.LeftButton, pos=start)
    assert view.answer() == ("b", "c", "a", "d")
    assert len(edits) == 2
    tops = [row.geometry().top() for row in view.rows]
    assert tops == sorted(tops)


def test_a_row_is_held_by_its_words_too(qtbot: QtBot, make: MakeView) -> None:
    view = order(make)
    last = view.rows[-1]
    grip = view.childAt(last.geometry().center())
    assert grip is not None
    assert grip is not last
    QTest.mousePress(grip, Qt.MouseButton.LeftButton, pos=QPoint(3, 3))
    above = grip.mapFrom(view, view.rows[-2].geometry().center() - QPoint(0, 2))
    QTest.mouseMove(grip, above)
    QTest.mouseRelease(grip, Qt.MouseButton.LeftButton, pos=QPoint(3, 3))
    assert view.answer() == ("a", "b", "d", "c")


def test_items_come_in_the_order_of_the_words(make: MakeView) -> None:
    view = make(ask("order", {"b": "2", "a": "1"}, items=("a", "b", "c")))
    assert view.answer() == ("b", "a", "c")


def test_what_is_a_sentence_is_not_said_once_more_in_the_verdict(make: MakeView) -> None:
    marked = Marked(Outcome.WRONG, "")
    assert order(make).repeated(("b", "a"), marked) == "$y$ → $x$"
    lines = {"a": "Suppose that some weights get all four corners right.", "b": "Add both."}
    view = make(ask("order", lines, items=tuple(lines)))
    assert view.repeated(("b", "a"), marked) == ""
