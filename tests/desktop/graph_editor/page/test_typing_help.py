"""While a formula is typed: names that begin so, how functions are called, how it all reads."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from desktop.desk.settling import shut_down
from desktop.graph_editor.document.document import Document
from desktop.graph_editor.formula_bar import FormulaBar
from desktop.widgets.formula_entry.field_card import FieldCard
from engine.drawing.drawing import Drawing
from engine.errors import Choice, FormulaQuestion
from engine.formula.parser import read_formula
from engine.formula.reading import FormulaReading
from engine.graph.model import Graph
from tests.support.graphs import product_of_sum
from tests.support.settling import settle

KEY = Qt.Key
ALT = Qt.KeyboardModifier.AltModifier


@pytest.fixture
def document() -> Document:
    document = Document()
    document.load(Drawing(product_of_sum()), None)
    return document


@pytest.fixture
def bar(document: Document, qtbot: QtBot) -> Iterator[FormulaBar]:
    window = QWidget()
    window.resize(900, 760)
    qtbot.addWidget(window)
    bar = FormulaBar(document, window)
    bar.resize(800, 90)
    window.show()
    bar.field.setFocus()
    bar.field.selectAll()
    yield bar
    shut_down(window)


def card(bar: FormulaBar) -> FieldCard:
    made = bar.help.card
    assert made is not None
    return made


def offered(bar: FormulaBar) -> list[str]:
    return [proposal.signature for proposal in card(bar).list.proposals]


def press(bar: FormulaBar, *keys: Qt.Key) -> None:
    for key in keys:
        QTest.keyClick(bar.field, key)


def test_nothing_is_made_before_there_is_something_to_show(bar: FormulaBar) -> None:
    QTest.keyClicks(bar.field, "x*y")
    assert bar.help.card is None


def test_names_are_offered_and_written_by_keys(bar: FormulaBar, document: Document) -> None:
    QTest.keyClicks(bar.field, "x*wher")
    assert offered(bar) == ["where(condition, a, b)"]
    assert bar.help.is_offering
    # It lies over what is below, and hides nothing that is read while one types.
    assert card(bar).geometry().top() >= bar.geometry().bottom()
    press(bar, KEY.Key_Down, KEY.Key_Return)
    assert bar.field.text() == "x*where()"
    assert bar.field.cursorPosition() == len("x*where(")
    assert not bar.help.is_offering
    assert document.history.steps.made == ()
    QTest.keyClicks(bar.field, "x, y, ")
    assert "<b>b</b>" in card(bar).call.text()
    press(bar, KEY.Key_End)
    QTest.keyClick(bar.field, KEY.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert bar.field.text() != "x*where(x, y, )"


def test_enter_builds_as_long_as_nothing_was_chosen(bar: FormulaBar, document: Document) -> None:
    QTest.keyClicks(bar.field, "x*soft")
    assert bar.help.is_offering
    press(bar, KEY.Key_Return)
    assert document.graph.named("soft") is not None
    assert not card(bar).isVisible()


def test_escape_closes_the_list_before_it_drops_the_draft(bar: FormulaBar) -> None:
    QTest.keyClicks(bar.field, "x*rel")
    press(bar, KEY.Key_Escape)
    assert not bar.help.is_offering
    assert bar.has_draft
    press(bar, KEY.Key_Escape)
    assert not bar.has_draft


def test_a_name_is_no_fault_while_whole_ones_are_on_offer(bar: FormulaBar, qtbot: QtBot) -> None:
    QTest.keyClicks(bar.field, "x*log")
    settle(qtbot, bar)
    assert bar.help.is_offering
    assert (bar.hint, bar.field.fault) == ("", None)
    # Whoever goes on is told.
    QTest.keyClicks(bar.field, " + y")
    settle(qtbot, bar)
    assert bar.field.fault == (2, 3)


def test_a_click_writes_a_name_and_leaves_the_keys_in_the_field(bar: FormulaBar) -> None:
    QTest.keyClicks(bar.field, "sigm")
    names = card(bar).list
    place = names.visualItemRect(names.item(0)).center()
    QTest.mouseClick(names.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert bar.field.text() == "sigmoid()"
    assert bar.field.hasFocus()


def test_the_graphs_names_are_offered_where_they_are_asked_for(bar: FormulaBar) -> None:
    QTest.keyClicks(bar.field, "hidden = x + y; f = hid")
    assert offered(bar)[0] == "hidden"
    QTest.keyClicks(bar.field, "den*")
    QTest.keyClick(bar.field, KEY.Key_Space, Qt.KeyboardModifier.ControlModifier)
    assert {"x", "y", "z", "hidden", "tanh(x)"} <= set(offered(bar))


def test_it_goes_when_the_keys_go_elsewhere(bar: FormulaBar) -> None:
    QTest.keyClicks(bar.field, "x*tan")
    assert card(bar).isVisible()
    press(bar, KEY.Key_Tab)
    assert not card(bar).isVisible()


def test_the_formula_is_typeset_while_it_is_typed(bar: FormulaBar, qtbot: QtBot) -> None:
    QTest.keyClicks(bar.field, "1/(1 + exp(-x")
    qtbot.waitUntil(lambda: bar.help.card is not None and bool(card(bar).latex))
    settle(qtbot, bar)
    # What is missing at the end is completed, or stands as an open box.
    assert card(bar).latex == r"\frac{1}{1 + e^{-x}}"
    QTest.keyClicks(bar.field, ")) + max(x, ")
    qtbot.waitUntil(lambda: r"\square" in card(bar).latex)
    height = bar.height()
    QTest.keyClicks(bar.field, "y)*foo(2")
    qtbot.waitUntil(lambda: card(bar).latex == "")
    assert bar.height() == height


def test_in_a_low_window_there_is_no_picture(bar: FormulaBar, qtbot: QtBot) -> None:
    bar.window().resize(900, 400)
    QTest.keyClicks(bar.field, "max(x, y")
    settle(qtbot, bar)
    assert card(bar).latex == ""


def _asks_about_xy(
    text: str, known: Graph | None = None, names: frozenset[str] = frozenset()
) -> FormulaReading:
    if "xy" in text and "xy" not in names:
        choices = (
            Choice("as_product", "x·y, a product", text.replace("xy", "x*y")),
            Choice("as_name", "xy, one name", text, frozenset({"xy"})),
        )
        place = text.index("xy")
        raise FormulaQuestion("xy", "Which xy?", position=place, length=2, choices=choices)
    return read_formula(text, known, names)


@pytest.mark.parametrize(
    ("number", "written", "name"), [(KEY.Key_1, "x*y + z", "x"), (KEY.Key_2, "xy + z", "xy")]
)
def test_a_question_is_answered_in_place_and_goes_on(
    bar: FormulaBar,
    document: Document,
    monkeypatch: pytest.MonkeyPatch,
    number: Qt.Key,
    written: str,
    name: str,
) -> None:
    monkeypatch.setattr("desktop.graph_editor.formula_bar.read_formula", _asks_about_xy)
    QTest.keyClicks(bar.field, "xy + z")
    press(bar, KEY.Key_Return)
    assert bar.hint == "Which xy?"
    assert bar.field.fault == (0, 2)
    assert [button.text() for button in bar.choices] == ["x·y, a product", "xy, one name"]
    QTest.keyClick(bar.field, number, ALT)
    # Whoever pressed Enter gets the graph.
    assert document.graph.named(name) is not None
    assert bar.field.text() == written
    assert bar.choices == []


def test_a_question_while_typing_is_answered_by_tab_or_mouse_and_can_be_undone(
    bar: FormulaBar, document: Document, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("desktop.graph_editor.formula_bar.read_formula", _asks_about_xy)
    QTest.keyClicks(bar.field, "xy")
    qtbot.waitUntil(lambda: bool(bar.choices))
    press(bar, KEY.Key_Tab)
    assert bar.choices[0].hasFocus()
    QTest.keyClick(bar.choices[0], KEY.Key_Return)
    assert (bar.field.text(), bar.has_draft) == ("x*y", True)
    assert bar.field.hasFocus()
    assert document.history.steps.made == ()
    QTest.keyClick(bar.field, KEY.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert bar.field.text() == "xy"
    qtbot.waitUntil(lambda: bool(bar.choices))
    QTest.mouseClick(bar.choices[1], Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: "Enter builds" in bar.hint)
    assert bar.field.text() == "xy"
