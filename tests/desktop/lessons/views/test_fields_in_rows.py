"""Matrices, points and tables are typed field by field."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from desktop.lessons.views.questions.matrix_view import MatrixView
from desktop.lessons.views.questions.point_views import CurveView, PointsView
from desktop.lessons.views.questions.question_view import Question
from desktop.lessons.views.questions.table_view import TableView
from engine.formula.values import parse_value
from engine.lessons.answer import Marked, Outcome
from engine.lessons.lesson import Ask
from tests.support.question_hands import MakeView, ask, focused, heard, press, unreadable, words


def matrix(make: MakeView, *shape: int) -> MatrixView:
    view = make(Question(Ask("matrix"), words(), shape=shape))
    assert isinstance(view, MatrixView)
    return view


def test_a_matrix_is_typed_field_by_field(make: MakeView) -> None:
    view = matrix(make, 2, 2)
    answers = heard(view)
    view.take_focus()
    for text in ("1", "2", "1/2"):
        QTest.keyClicks(focused(), text)
        press(Qt.Key.Key_Tab)
    QTest.keyClicks(focused(), "-4")
    press(Qt.Key.Key_Return)
    assert answers == ["[[1, 2], [1/2, -4]]"]
    assert parse_value(str(answers[0])).shape == (2, 2)


def test_the_arrows_lead_from_row_to_row(make: MakeView) -> None:
    view = matrix(make, 3, 2)
    view.cells[0][1].setFocus()
    press(Qt.Key.Key_Down)
    press(Qt.Key.Key_Down)
    press(Qt.Key.Key_Down)
    assert view.cells[2][1].hasFocus()
    press(Qt.Key.Key_Up)
    assert view.cells[1][1].hasFocus()


def test_a_vector_is_one_row(make: MakeView) -> None:
    view = matrix(make, 3)
    view.show_answer("[1, 2.5, -3]")
    assert [cell.text() for cell in view.cells[0]] == ["1", "2.5", "-3"]
    assert view.answer() == "[1, 2.5, -3]"


def test_the_shape_is_asked_for_and_keeps_what_was_typed(make: MakeView) -> None:
    view = matrix(make)
    rows, columns = view.counters
    assert rows.isVisible()
    view.cells[0][0].setText("7")
    columns.setValue(3)
    rows.setValue(1)
    assert view.answer() == "[[7, ?, ?]]"
    view.show_answer("[[1, 2], [3, 4], [5, 6]]")
    assert (rows.value(), columns.value()) == (3, 2)


def test_fields_left_empty_are_marked_and_no_smaller_matrix(make: MakeView) -> None:
    view = matrix(make, 2, 2)
    view.cells[0][0].setText("1")
    assert view.answer() == "[[1, ?], [?, ?]]"
    view.mark(Marked(Outcome.NO_ATTEMPT, "", fault=unreadable("?")))
    assert view.cells[0][0].fault is None
    assert view.cells[1][1].fault is not None
    view.mark(None)
    assert view.cells[1][1].fault is None


def points(make: MakeView, kind: str = "point", **arguments: object) -> PointsView:
    view = make(ask(kind, **arguments))
    assert isinstance(view, PointsView)
    return view


def test_points_are_typed(make: MakeView) -> None:
    view = points(make, points=2)
    answers = heard(view)
    view.take_focus()
    for text in ("0", "0.5", "1"):
        QTest.keyClicks(focused(), text)
        press(Qt.Key.Key_Tab)
    QTest.keyClicks(focused(), "-0.5")
    press(Qt.Key.Key_Return)
    assert answers == [("0, 0.5", "1, -0.5")]


def test_clicks_on_the_page_fill_the_fields_and_then_begin_to_replace(make: MakeView) -> None:
    view = points(make, points=2)
    edits: list[None] = []
    view.edited.connect(lambda: edits.append(None))
    view.add_point(0.25, -1.0)
    view.add_point(1.0, 2.0)
    assert view.answer() == ("0.25, -1", "1, 2")
    view.add_point(3.0, 4.0)
    assert view.answer() == ("1, 2", "3, 4")
    assert len(edits) == 3


def test_a_curve_takes_as_many_points_as_are_clicked(make: MakeView) -> None:
    view = points(make, "curve", points=3)
    assert isinstance(view, CurveView)
    assert len(view.pairs) == 3
    for number in range(5):
        view.add_point(float(number), 0.5)
    assert len(view.answer()) == 5
    QTest.mouseClick(view.more_button, Qt.MouseButton.LeftButton)
    assert len(view.pairs) == 6
    assert view.pairs[-1][0].hasFocus()


def test_points_that_cannot_be_read_are_marked(make: MakeView) -> None:
    view = points(make, points=2)
    view.show_answer(("1, x", ""))
    view.mark(Marked(Outcome.NO_ATTEMPT, "", fault=unreadable("x")))
    (x, y), (empty, _) = view.pairs
    assert x.fault is None
    assert y.fault is not None
    assert empty.fault is None


TABLE = {"blanks": {"a.e": "1", "b.e": "2"}, "given": {"a.x": "3", "b.x": "4"}}


def test_a_table_shows_what_is_given_and_asks_for_the_rest(make: MakeView) -> None:
    items = {"a": "first", "b": "second", "x": "$x$", "e": "error"}
    question = Question(Ask("table", TABLE), words(items), given={"a.x": "30", "b.x": "40"})
    view = make(question)
    assert isinstance(view, TableView)
    texts = [getattr(part, "text", str)() for part in view.findChildren(QWidget)]
    assert {"30", "40"} <= set(map(str, texts))
    assert [edit.accessibleName() for edit in view.edits] == ["first, error", "second, error"]
    answers = heard(view)
    view.take_focus()
    QTest.keyClicks(focused(), "1")
    press(Qt.Key.Key_Return)
    assert answers == []
    QTest.keyClicks(focused(), "2")
    press(Qt.Key.Key_Return)
    assert answers == [("1", "2")]
