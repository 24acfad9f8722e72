"""Every kind of question can be answered in its view, by keys alone, as its record marks it."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtTest import QSignalSpy, QTest
from PySide6.QtWidgets import QLabel, QWidget
from pytestqt.qtbot import QtBot

from desktop.lessons.views.questions.catalog import QUESTION_FORMS
from desktop.lessons.views.questions.formula_question import FormulaQuestion
from desktop.lessons.views.questions.item_views import ChoiceView, ItemsView
from desktop.lessons.views.questions.number_views import NumberView
from desktop.lessons.views.questions.question_view import Question
from desktop.lessons.views.questions.sign_view import SignView
from desktop.lessons.views.questions.text_view import TextView
from engine.formula.values import parse_value
from engine.lessons.answer import Answer, Marked, Outcome
from engine.lessons.marking import mark_answer, right_answer
from engine.lessons.questions.catalog import QUESTIONS
from tests.engine.lessons.samples import SAMPLES, Sample
from tests.support.cases import case
from tests.support.question_hands import MakeView, ask, focused, heard, press, unreadable, words
from tests.support.settling import settle


def asked(sample: Sample) -> Question:
    assert sample.step.ask is not None
    kind = QUESTIONS[sample.kind]
    items = {name: f"${name[0]}$ {name}" for name in kind.items(sample.step.ask.arguments)}
    shape: tuple[int, ...] = ()
    if sample.kind == "matrix":
        right = right_answer(sample.step, sample.facts)
        assert isinstance(right, str)
        shape = parse_value(right).shape
    return Question(sample.step.ask, words(items), shape=shape)


def test_there_is_a_view_for_every_kind_of_question() -> None:
    assert set(QUESTION_FORMS) == set(QUESTIONS)


def test_a_right_answer_that_is_shown_is_given_as_it_is(make: MakeView) -> None:
    for sample in SAMPLES:
        with case(sample.name):
            right = right_answer(sample.step, sample.facts)
            view = make(asked(sample))
            if right is None:
                continue
            view.show_answer(right)
            answers = heard(view)
            view.submit()
            assert len(answers) == 1
            marked = mark_answer(sample.step, answers[0], sample.facts)
            assert marked.is_right
            assert view.repeated(answers[0], marked)


def test_what_is_shown_by_the_program_is_no_edit(qtbot: QtBot, make: MakeView) -> None:
    for sample in SAMPLES:
        with case(sample.name):
            right = right_answer(sample.step, sample.facts)
            view = make(asked(sample))
            edits: list[Answer] = []
            view.edited.connect(lambda view=view, edits=edits: edits.append(view.answer()))
            view.show_answer(right or "some words")
            view.mark(Marked(Outcome.WRONG, ""))
            view.mark(None)
            view.show_answer("[[1, 2, 3]]")
            view.clear()
            settle(qtbot, view)
            assert edits == []


def test_who_has_answered_nothing_has_not_tried(make: MakeView) -> None:
    for sample in SAMPLES:
        # An order always stands there as some order.
        if sample.kind == "order":
            continue
        with case(sample.name):
            view = make(asked(sample))
            assert mark_answer(sample.step, view.answer(), sample.facts).outcome is (
                Outcome.NO_ATTEMPT
            )
            right = right_answer(sample.step, sample.facts)
            if right is not None:
                view.show_answer(right)
                view.clear()
                assert mark_answer(sample.step, view.answer(), sample.facts).outcome is (
                    Outcome.NO_ATTEMPT
                )


def test_every_stop_of_tab_says_what_it_is(make: MakeView) -> None:
    for sample in SAMPLES:
        with case(sample.name):
            view = make(asked(sample))
            view.set_spoken("What is it?")
            stops = [
                part
                for part in view.findChildren(QWidget)
                if part.focusPolicy() & Qt.FocusPolicy.TabFocus
                and part.isVisibleTo(view)
                and part.focusProxy() is None
                and not part.objectName().startswith("qt_")
            ]
            # A button with words on it is called by them.
            assert all(stop.accessibleName() or stop.property("text") for stop in stops)
            assert bool(stops) == view.has_fields


def test_items_that_are_chosen_are_one_stop_of_tab(make: MakeView) -> None:
    for kind in ("choice", "choices", "spot", "order"):
        with case(kind):
            items = {"a": "one", "b": "two", "c": "three"}
            view = make(ask(kind, items, items=tuple(items)))
            stops = [
                part
                for part in view.findChildren(QWidget)
                if part.focusPolicy() & Qt.FocusPolicy.TabFocus
            ]
            assert len(stops) == 1


def test_a_number_is_typed_and_entered(make: MakeView) -> None:
    view = make(ask("number"))
    assert isinstance(view, NumberView)
    answers, edits = heard(view), []
    view.edited.connect(lambda: edits.append(view.answer()))
    view.take_focus()
    QTest.keyClicks(focused(), " -12 ")
    press(Qt.Key.Key_Return)
    assert answers == ["-12"]
    assert edits[-1] == "-12"


def test_a_text_that_is_no_number_is_marked_until_it_is_edited(make: MakeView) -> None:
    view = make(ask("number"))
    assert isinstance(view, NumberView)
    view.show_answer("1..2")
    view.mark(Marked(Outcome.NO_ATTEMPT, "1..2", fault=unreadable("1..2")))
    assert view.edit.fault == (0, 4)
    view.take_focus()
    QTest.keyClicks(focused(), "3")
    assert view.edit.fault is None


def test_escape_takes_back_what_was_typed(make: MakeView) -> None:
    view = make(ask("number"))
    edits: list[Answer] = []
    view.edited.connect(lambda: edits.append(view.answer()))
    view.take_focus()
    QTest.keyClicks(focused(), "7")
    press(Qt.Key.Key_Escape)
    assert edits == ["7", ""]
    press(Qt.Key.Key_Escape)
    assert edits == ["7", ""]


@pytest.mark.parametrize(("key", "sign"), [("-", "−"), ("+", "+"), ("0", "0")])
def test_a_sign_is_typed(make: MakeView, key: str, sign: str) -> None:
    view = make(ask("sign"))
    assert isinstance(view, SignView)
    answers = heard(view)
    view.take_focus()
    QTest.keyClicks(focused(), key)
    press(Qt.Key.Key_Return)
    assert answers == [sign]


def test_what_is_typed_is_no_key_of_the_page(make: MakeView) -> None:
    view = make(ask("sign"))
    zoom = QAction(view.window())
    zoom.setShortcuts([QKeySequence("-"), QKeySequence("+")])
    view.window().addAction(zoom)
    zoomed = QSignalSpy(zoom.triggered)
    view.take_focus()
    QTest.keyClicks(focused(), "-")
    assert view.answer() == "−"
    assert zoomed.count() == 0


def test_a_sign_is_chosen_by_the_arrows_and_by_the_mouse(make: MakeView) -> None:
    view = make(ask("sign"))
    assert isinstance(view, SignView)
    view.take_focus()
    press(Qt.Key.Key_Right)
    assert view.answer() == "−"
    QTest.mouseClick(view.buttons["0"], Qt.MouseButton.LeftButton)
    assert view.answer() == "0"


def test_one_thing_is_chosen_by_the_arrows(make: MakeView) -> None:
    view = make(
        ask("choice", {"two": "2", "three": "3", "four": "4"}, items=("two", "three", "four"))
    )
    assert isinstance(view, ChoiceView)
    answers = heard(view)
    view.take_focus()
    assert view.answer() == ""
    press(Qt.Key.Key_Down)
    press(Qt.Key.Key_Return)
    press(Qt.Key.Key_End)
    press(Qt.Key.Key_Return)
    assert answers == ["three", "four"]
    assert focused().accessibleName() == "4"


def test_several_things_are_chosen_by_space(make: MakeView) -> None:
    view = make(ask("choices", {"a": "$x$", "b": "2", "c": "3"}, items=("a", "b", "c")))
    answers = heard(view)
    view.take_focus()
    assert focused().accessibleName() == "x"
    press(Qt.Key.Key_Space)
    press(Qt.Key.Key_Down)
    press(Qt.Key.Key_Down)
    press(Qt.Key.Key_Space)
    press(Qt.Key.Key_Return)
    assert answers == [("a", "c")]


def test_a_click_on_the_words_chooses(make: MakeView) -> None:
    view = make(ask("choice", {"a": "one", "b": "two"}, items=("a", "b")))
    assert isinstance(view, ItemsView)
    row = view.buttons["b"].parentWidget()
    assert row is not None
    place = row.mapTo(view, QPoint(60, row.height() // 2))
    target = view.childAt(place)
    assert target is not None
    QTest.mouseClick(target, Qt.MouseButton.LeftButton, pos=target.mapFrom(view, place))
    assert view.answer() == "b"


def test_a_choice_is_repeated_in_its_words(make: MakeView) -> None:
    view = make(ask("choices", {"a": "**one**", "b": "$x$"}, items=("a", "b")))
    assert view.repeated(("a", "b"), Marked(Outcome.WRONG, "a, b")) == "\n- **one**\n- $x$"
    assert view.repeated(("b",), Marked(Outcome.WRONG, "b")) == "$x$"


def test_lines_to_be_spotted_are_numbered(make: MakeView) -> None:
    view = make(ask("spot", {"a": "$x = 1$", "b": "$x = 2$"}, items=("a", "b")))
    assert isinstance(view, ItemsView)
    assert view.buttons["b"].accessibleName() == "2. x = 2"


def test_what_is_typed_stands_for_itself_where_it_is_repeated(make: MakeView) -> None:
    view = make(ask("number"))
    assert view.repeated("x", Marked(Outcome.WRONG, "*x*")) == r"\*x\*"


def test_a_formula_is_repeated_as_it_was_understood(make: MakeView) -> None:
    view = make(ask("formula", variables=("x", "y"), same_as="x + y"))
    assert view.repeated("x^2/y", Marked(Outcome.WRONG, "x^2/y")) == r"$\frac{{x}^2}{y}$"
    assert view.repeated("x^", Marked(Outcome.NO_ATTEMPT, "x^")) == "x^"


def test_points_are_repeated_in_brackets(make: MakeView) -> None:
    view = make(ask("point", points=2))
    said = view.repeated(("1, -2", "0, 3"), Marked(Outcome.WRONG, "1, −2; 0, 3"))
    assert said.replace("\\", "") == "(1, −2), (0, 3)"


def test_a_formula_is_read_while_it_is_typed(qtbot: QtBot, make: MakeView) -> None:
    view = make(ask("formula", variables=("x", "y"), same_as="x + y"))
    assert isinstance(view, FormulaQuestion)
    view.take_focus()
    QTest.keyClicks(focused(), "2*x + y/(1 + x^2)")
    settle(qtbot, view)
    assert view.reading == r"2 \cdot x + \frac{y}{1 + {x}^2}"
    assert view.fault == ""
    answers = heard(view)
    press(Qt.Key.Key_Return)
    assert answers == ["2*x + y/(1 + x^2)"]


def test_the_place_of_a_fault_is_marked_and_said(qtbot: QtBot, make: MakeView) -> None:
    view = make(ask("formula", variables=("x",), same_as="x"))
    assert isinstance(view, FormulaQuestion)
    view.take_focus()
    QTest.keyClicks(focused(), "2*x + )")
    settle(qtbot, view)
    assert view.reading == ""
    assert view.fault
    assert view.edit.fault is not None
    assert view.edit.fault[0] == 6
    QTest.keyClick(focused(), Qt.Key.Key_Backspace)
    assert view.edit.fault is None
    assert view.fault == ""
    settle(qtbot, view)


def test_the_sentence_of_a_fault_is_left_to_the_verdict(qtbot: QtBot, make: MakeView) -> None:
    view = make(ask("formula", variables=("x", "y"), same_as="x + y"))
    assert isinstance(view, FormulaQuestion)
    view.take_focus()
    QTest.keyClicks(focused(), "2*")
    settle(qtbot, view)
    labels = [part for part in view.findChildren(QLabel) if part.text() == view.fault]
    assert [label.isVisible() for label in labels] == [True]
    press(Qt.Key.Key_Return)
    view.mark(Marked(Outcome.NO_ATTEMPT, "2*", fault=unreadable("2*")))
    settle(qtbot, view)
    assert [label.isVisible() for label in labels] == [False]
    assert view.edit.fault is not None
    QTest.keyClicks(focused(), "*")
    settle(qtbot, view)
    assert [label.isVisible() for label in labels] == [True]


def test_the_last_formula_is_the_one_that_is_read(qtbot: QtBot, make: MakeView) -> None:
    view = make(ask("formula", variables=("x", "y"), same_as="x + y"))
    assert isinstance(view, FormulaQuestion)
    for text in ("x", "x + y", "x + y + z"):
        view.show_answer(text)
    settle(qtbot, view)
    assert view.reading == "x + y + z"
    view.clear()
    settle(qtbot, view)
    assert view.reading == ""


def test_a_text_is_entered_and_may_have_lines(make: MakeView) -> None:
    view = make(ask("text"))
    assert isinstance(view, TextView)
    answers = heard(view)
    view.take_focus()
    QTest.keyClicks(focused(), "one")
    press(Qt.Key.Key_Return, Qt.KeyboardModifier.ShiftModifier)
    QTest.keyClicks(focused(), "two")
    press(Qt.Key.Key_Return)
    assert len(answers) == 1
    assert str(answers[0]).split() == ["one", "two"]


def test_tab_leaves_a_text(make: MakeView) -> None:
    view = make(ask("text"))
    assert isinstance(view, TextView)
    view.take_focus()
    press(Qt.Key.Key_Tab)
    assert view.answer() == ""


def test_how_far_the_canvas_is_filled_is_told(make: MakeView) -> None:
    view = make(ask("canvas", hides="gradients"))
    view.show_count(2, 4)
    texts = [getattr(part, "text", str)() for part in view.findChildren(QWidget)]
    assert "2 of 4 boxes filled in" in texts
    view.show_answer(("gradient x = 2",))
    assert view.answer() == ("gradient x = 2",)
