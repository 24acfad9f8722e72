"""A step is read and answered: what is shown, said, and done by mouse and keys."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtTest import QSignalSpy, QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QPushButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from desktop.foundation.theme import apply_theme, theme
from desktop.foundation.translation import install
from desktop.lessons.views import step_view
from desktop.lessons.views.step_offers import Offers, StepForm
from desktop.lessons.views.step_view import StepView
from engine.errors import ValueFormatError
from engine.lessons.answer import Answer, Marked, Outcome
from engine.lessons.lesson import Ask, StepWords
from tests.support.settling import settle

WORDS = StepWords(
    "What comes out?",
    body="The formula is $f = (x + y)\\cdot z$. See [multiply](gate:multiply).",
    ask="$f =$",
    hints=("Compute the left gate first.", "It gives $q$.", "$f = 3 \\cdot -4$"),
)
LONG = replace(WORDS, body="Words that have to be broken into lines. " * 60)
WRONG = Marked(Outcome.WRONG, "*12*", slip="added")


@pytest.fixture
def view(qtbot: QtBot, qapp: QApplication) -> Iterator[StepView]:
    # Whatever a program that ran before in this process spoke.
    install(qapp, "en")
    holder = QWidget()
    layout = QVBoxLayout(holder)
    layout.setContentsMargins(0, 0, 0, 0)
    before, step = QPushButton("before", holder), StepView(holder)
    layout.addWidget(before)
    layout.addWidget(step, 1)
    holder.resize(340, 640)
    qtbot.addWidget(holder)
    holder.show()
    yield step
    settle(qtbot, holder)


@pytest.fixture
def scaled(qapp: QApplication) -> Iterator[Callable[[float], None]]:
    yield lambda scale: apply_theme(qapp, "light", scale)
    apply_theme(qapp, "light", 1.0)


def show(
    qtbot: QtBot, view: StepView, words: StepWords = WORDS, ask: str | None = "number"
) -> None:
    view.show_step(words, Ask(ask) if ask is not None else None)
    settle(qtbot, view)


def heard(view: StepView) -> list[Answer]:
    answers: list[Answer] = []
    view.answered.connect(answers.append)
    return answers


def focused() -> QWidget:
    widget: QWidget | None = QApplication.focusWidget()
    assert widget is not None
    return widget


def stops(view: StepView) -> list[QWidget]:
    """Return where Tab stops, from the first, until it comes round."""
    first = view.window().findChild(QPushButton)
    assert first is not None
    first.setFocus()
    found: list[QWidget] = []
    for _ in range(60):
        QTest.keyClick(focused(), Qt.Key.Key_Tab)
        if focused() is first:
            break
        if view.isAncestorOf(focused()) and focused() not in found:
            found.append(focused())
    return found


def test_an_answer_is_typed_and_entered(qtbot: QtBot, view: StepView) -> None:
    show(qtbot, view)
    answers = heard(view)
    view.take_focus()
    QTest.keyClicks(focused(), "-12")
    QTest.keyClick(focused(), Qt.Key.Key_Return)
    QTest.mouseClick(view.pane.check_button, Qt.MouseButton.LeftButton)
    assert answers == ["-12", "-12"]


def test_the_verdict_repeats_the_answer_and_says_why(qtbot: QtBot, view: StepView) -> None:
    show(qtbot, view)
    view.take_focus()
    QTest.keyClicks(focused(), "*12*")
    view.show_verdict(WRONG, "You **added** $x$.")
    settle(qtbot, view)
    assert view.verdict.isVisible()
    assert view.verdict.heading.text() == "Not yet"
    assert view.verdict.answer.spoken == "You answered: *12*"
    assert view.verdict.why.spoken == "You added x."
    seen = view.verdict.visibleRegion().boundingRect()
    assert seen.height() > view.verdict.height() / 2


def test_of_a_verdict_without_room_the_beginning_is_seen(qtbot: QtBot, view: StepView) -> None:
    view.window().resize(1280, 240)
    view.set_form(StepForm.STRIP)
    show(qtbot, view)
    view.show_answer("12")
    view.show_verdict(WRONG, "Words that have to be broken into lines. " * 30)
    settle(qtbot, view)
    assert not view.verdict.heading.visibleRegion().isEmpty()


def test_an_edit_takes_the_verdict_away(qtbot: QtBot, view: StepView) -> None:
    show(qtbot, view)
    view.take_focus()
    QTest.keyClicks(focused(), "1")
    view.show_verdict(WRONG, "")
    QTest.keyClicks(focused(), "2")
    assert not view.verdict.isVisible()


def test_no_answer_is_not_repeated(qtbot: QtBot, view: StepView) -> None:
    show(qtbot, view)
    fault = ValueFormatError("answer_empty", "Nothing was answered.")
    view.show_verdict(Marked(Outcome.NO_ATTEMPT, "", fault=fault), "Nothing was answered.")
    settle(qtbot, view)
    assert not view.verdict.answer.isVisible()
    assert "does not count" in view.verdict.heading.text()


@pytest.mark.parametrize("outcome", list(Outcome))
def test_every_outcome_is_said_in_words(qtbot: QtBot, view: StepView, outcome: Outcome) -> None:
    show(qtbot, view)
    view.show_verdict(Marked(outcome, "1"), "why", answer="1")
    settle(qtbot, view)
    assert view.verdict.heading.text()
    assert view.verdict.accessibleName() == view.verdict.heading.text()


def test_hints_open_one_by_one_and_are_numbered(qtbot: QtBot, view: StepView) -> None:
    show(qtbot, view)
    button = view.buttons["hint"]
    wanted = QSignalSpy(view.hint_wanted)
    for number in (1, 2, 3):
        assert button.text() == f"Hint {number} of 3"
        QTest.mouseClick(button, Qt.MouseButton.LeftButton)
        view.show_hints(number)
        settle(qtbot, view)
    assert wanted.count() == 3
    assert view.hints.shown == WORDS.hints
    assert not button.isVisible()


def test_a_step_without_hints_offers_none(qtbot: QtBot, view: StepView) -> None:
    show(qtbot, view, replace(WORDS, hints=()))
    assert not view.buttons["hint"].isVisible()


def test_another_step_begins_anew(qtbot: QtBot, view: StepView) -> None:
    show(qtbot, view)
    view.show_answer("-12")
    view.show_hints(2)
    view.show_verdict(WRONG, "why")
    view.show_missing(("The loss is 0.7.",))
    view.show_notice("This step is in Training.")
    show(qtbot, view, StepWords("Read", body="Only words."), None)
    assert view.question_view is None
    assert not view.verdict.isVisible()
    assert view.hints.shown == ()
    assert view.missing.sentences == ()
    assert view.notice == ""
    assert view.body.spoken == "Only words."


def test_what_is_offered_is_there_and_nothing_else(qtbot: QtBot, view: StepView) -> None:
    show(qtbot, view)
    buttons = view.buttons
    view.set_offers(Offers(can_skip=True))
    assert not buttons["back"].isEnabled()
    assert not buttons["next"].isEnabled()
    assert not buttons["show_me"].isVisible()
    assert not buttons["missing"].isVisible()
    view.set_offers(Offers(can_go_back=True, can_show=True, is_waiting=True))
    assert buttons["back"].isEnabled()
    assert buttons["show_me"].isVisible()
    assert buttons["missing"].isVisible()
    view.set_offers(Offers(can_go_on=True, is_last=True, is_waiting=True))
    assert buttons["next"].isEnabled()
    assert buttons["next"].text() == "Finish"
    assert not buttons["skip"].isVisible()
    assert not buttons["missing"].isVisible()


@pytest.mark.parametrize("name", ["missing", "show_me", "back", "skip", "next"])
def test_each_button_tells_what_is_wanted_by_mouse_and_by_enter(
    qtbot: QtBot, view: StepView, name: str
) -> None:
    show(qtbot, view)
    view.set_offers(Offers(can_go_back=True, can_show=True, is_waiting=True))
    if name == "next":
        view.set_offers(Offers(can_go_on=True))
    spy = QSignalSpy(getattr(view, f"{name}_wanted"))
    QTest.mouseClick(view.buttons[name], Qt.MouseButton.LeftButton)
    view.buttons[name].setFocus()
    QTest.keyClick(view.buttons[name], Qt.Key.Key_Return)
    assert spy.count() == 2


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Enter])
def test_ctrl_enter_goes_on_or_asks_what_is_missing(
    qtbot: QtBot, view: StepView, key: Qt.Key
) -> None:
    show(qtbot, view)
    missing, following = QSignalSpy(view.missing_wanted), QSignalSpy(view.next_wanted)
    view.take_focus()
    QTest.keyClick(focused(), key, Qt.KeyboardModifier.ControlModifier)
    assert (missing.count(), following.count()) == (1, 0)
    view.set_offers(Offers(can_go_on=True))
    QTest.keyClick(focused(), key, Qt.KeyboardModifier.ControlModifier)
    assert (missing.count(), following.count()) == (1, 1)


def test_ctrl_enter_is_the_steps_where_a_page_has_it_too(qtbot: QtBot, view: StepView) -> None:
    show(qtbot, view)
    view.set_offers(Offers(can_go_back=True, can_go_on=True))
    page = QAction(view.window())
    page.setShortcuts([QKeySequence("Ctrl+Return"), QKeySequence("Ctrl+Enter")])
    view.window().addAction(page)
    played, following = QSignalSpy(page.triggered), QSignalSpy(view.next_wanted)
    answers, back = heard(view), QSignalSpy(view.back_wanted)
    view.take_focus()
    for stop in (focused(), view.buttons["back"], view):
        stop.setFocus()
        QTest.keyClick(stop, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert (played.count(), following.count()) == (0, 3)
    assert (answers, back.count()) == ([], 0)
    # Elsewhere it is the page's until the step is done.
    before = view.window().findChild(QPushButton)
    assert before is not None
    before.setFocus()
    QTest.keyClick(before, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert (played.count(), following.count()) == (0, 4)
    assert view.hasFocus()
    view.set_offers(Offers(can_go_back=True))
    before.setFocus()
    QTest.keyClick(before, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert (played.count(), following.count()) == (1, 4)
    # And Enter alone answers as before.
    view.take_focus()
    QTest.keyClick(focused(), Qt.Key.Key_Return)
    assert len(answers) == 1


def test_what_is_missing_is_listed(qtbot: QtBot, view: StepView) -> None:
    show(qtbot, view, LONG, None)
    sentences = ("The loss is 0.71; it is to be within 0.002 of 0.693.", "The data are or.")
    view.show_missing(sentences, is_asked=True)
    settle(qtbot, view)
    assert view.missing.sentences == sentences
    # It was asked for, so it is brought into sight below a long text.
    assert not view.missing.visibleRegion().isEmpty()
    view.show_missing(())
    assert not view.missing.isVisible()


def test_tab_goes_from_the_text_by_the_answer_to_the_buttons(qtbot: QtBot, view: StepView) -> None:
    show(qtbot, view)
    view.set_offers(Offers(can_go_back=True, can_show=True, can_go_on=True))
    settle(qtbot, view)
    found = stops(view)
    names = [part.property("text") for part in found]
    assert view.body in (found[0], found[0].parentWidget())
    assert isinstance(found[1], QLineEdit)
    assert names[2:] == ["Check", "Hint 1 of 3", "Show me", "Back", "Next"]


def test_tab_goes_through_fields_that_came_later_in_their_order(
    qtbot: QtBot, view: StepView
) -> None:
    show(qtbot, view, replace(WORDS, body="", hints=()), "curve")
    for number in range(5):
        view.add_point(float(number), 1.0)
    settle(qtbot, view)
    found = stops(view)
    assert [part.accessibleName() for part in found[7:10]] == [
        "y of point 4, f =", "x of point 5, f =", "y of point 5, f =",
    ]  # fmt: skip
    assert [part.property("text") for part in found[10:12]] == ["Another point", "Check"]


def test_a_step_that_is_only_read_has_no_stop_but_its_buttons(qtbot: QtBot, view: StepView) -> None:
    show(qtbot, view, StepWords("Read", body="Only $x$."), None)
    view.set_offers(Offers(can_go_on=True))
    settle(qtbot, view)
    assert [part.property("text") for part in stops(view)] == ["Next"]


def test_who_had_the_keys_in_a_step_has_them_in_the_next(qtbot: QtBot, view: StepView) -> None:
    show(qtbot, view)
    view.take_focus()
    show(qtbot, view, replace(WORDS, title="Another"))
    assert isinstance(focused(), QLineEdit)
    before = view.window().findChild(QPushButton)
    assert before is not None
    before.setFocus()
    show(qtbot, view)
    assert focused() is before


def test_a_link_in_the_text_is_passed_on(qtbot: QtBot, view: StepView) -> None:
    show(qtbot, view)
    view.body.setFocus(Qt.FocusReason.TabFocusReason)
    with qtbot.waitSignal(view.link_activated) as wanted:
        QTest.keyClick(view.body, Qt.Key.Key_Tab)
        QTest.keyClick(view.body, Qt.Key.Key_Return)
    assert wanted.args == ["gate:multiply"]


def test_a_short_question_stands_beside_its_line_and_a_long_one_above(
    qtbot: QtBot, view: StepView
) -> None:
    show(qtbot, view)
    assert view.question_view is not None
    line = view.question_view
    assert view.pane.asked.geometry().right() < line.geometry().left()
    show(qtbot, view, replace(WORDS, ask="How many epochs does it take until it is solved?"))
    line = view.question_view
    assert view.pane.asked.geometry().bottom() < line.geometry().top()


def test_the_line_is_called_what_is_asked(qtbot: QtBot, view: StepView) -> None:
    show(qtbot, view)
    view.take_focus()
    assert focused().accessibleName() == "f ="


def test_points_and_counts_reach_the_question(qtbot: QtBot, view: StepView) -> None:
    show(qtbot, view, WORDS, "point")
    view.add_point(1.0, 2.0)
    assert view.question_view is not None
    assert view.question_view.answer() == ("1, 2",)
    # A step that asks nothing takes no notice.
    show(qtbot, view, WORDS, None)
    view.add_point(1.0, 2.0)
    view.show_count(1, 2)


def test_a_step_that_is_not_translated_says_so(qtbot: QtBot, view: StepView) -> None:
    show(qtbot, view)
    assert view.language_note == ""
    show(qtbot, view, replace(WORDS, language="ko"))
    assert view.language_note.startswith("Not translated yet")
    show(qtbot, view)
    assert view.language_note == ""


def test_a_step_is_said_once_to_who_listens(
    qtbot: QtBot, view: StepView, monkeypatch: pytest.MonkeyPatch
) -> None:
    said: list[str] = []
    monkeypatch.setattr(step_view, "announce", lambda _, text: said.append(text))
    show(qtbot, view)
    show(qtbot, view, StepWords("Read $x$", body=""), None)
    assert said == [
        "What comes out?\nThe formula is f = (x + y) · z. See multiply.",
        "Read x",
    ]


def test_page_keys_turn_a_long_text(qtbot: QtBot, view: StepView) -> None:
    show(qtbot, view, LONG, None)
    view.setFocus()
    before = view.title.visibleRegion().isEmpty()
    QTest.keyClick(view, Qt.Key.Key_PageDown)
    settle(qtbot, view)
    assert not before
    assert view.title.visibleRegion().isEmpty()
    QTest.keyClick(view, Qt.Key.Key_PageUp)
    settle(qtbot, view)
    assert not view.title.visibleRegion().isEmpty()


def test_in_a_strip_the_answer_stands_beside_the_text(qtbot: QtBot, view: StepView) -> None:
    view.window().resize(1280, 300)
    view.set_form(StepForm.STRIP)
    show(qtbot, view)
    view.set_offers(Offers(can_go_back=True, can_show=True, is_waiting=True))
    settle(qtbot, view)
    assert view.form is StepForm.STRIP
    text, answer = (part.mapTo(view, part.rect().center()) for part in (view.body, view.pane))
    assert text.x() < view.width() / 2 < answer.x()
    rows = {button.y() for button in view.buttons.values() if button.isVisible()}
    assert len(rows) == 1
    view.set_form(StepForm.COLUMN)
    view.window().resize(340, 640)
    settle(qtbot, view)
    text, answer = (part.mapTo(view, part.rect().center()) for part in (view.body, view.pane))
    assert text.y() < answer.y()
    assert view.pane.isVisible()


def test_in_a_strip_what_is_only_read_has_the_whole_width(qtbot: QtBot, view: StepView) -> None:
    view.window().resize(1280, 300)
    view.set_form(StepForm.STRIP)
    show(qtbot, view, replace(LONG, hints=("A hint.",)), None)
    whole = view.body.width()
    assert whole > 0.9 * view.width()
    view.show_hints(1)
    settle(qtbot, view)
    assert view.body.width() < 0.6 * view.width()
    assert not view.hints.visibleRegion().isEmpty()


KINDS = (
    "number", "sign", "choice", "choices", "order", "matrix", "point", "curve", "formula", "table",
    "gradient", "value", "canvas", "estimate", "spot", "text",
)  # fmt: skip


@pytest.mark.parametrize(
    ("form", "size", "scale"),
    [
        (StepForm.COLUMN, (340, 640), 1.0),
        (StepForm.COLUMN, (510, 640), 1.5),
        (StepForm.STRIP, (1280, 300), 2.0),
    ],
)
def test_nothing_is_wider_than_its_place(
    qtbot: QtBot,
    view: StepView,
    scaled: Callable[[float], None],
    form: StepForm,
    size: tuple[int, int],
    scale: float,
) -> None:
    scaled(scale)
    view.window().resize(*size)
    view.set_form(form)
    items = {"a": "$x$", "b": "a longer line of words", "c": "$\\frac{\\partial f}{\\partial z}$"}
    for kind in KINDS:
        words = replace(WORDS, items=items, ask="What is it?")
        arguments = {"items": tuple(items), "blanks": dict.fromkeys(items, "1"), "points": 3}
        view.show_step(words, Ask(kind, arguments), shape=(2, 3))
        view.set_offers(Offers(can_go_back=True, can_show=True, is_waiting=True))
        settle(qtbot, view)
        assert view.width() == size[0], kind
        for part in view.findChildren(QWidget):
            if part.isVisibleTo(view) and part.parentWidget() is not None:
                left = part.mapTo(view, part.rect().topLeft()).x()
                assert left >= 0, (kind, part)
                assert left + part.width() <= view.width() + 1, (kind, part)
    assert theme().scale == scale
