"""What the page says of an empty graph, and what a formula that is built leaves as it was."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from desktop.foundation.plain_label import PlainLabel
from desktop.graph_editor.page import GraphPage
from desktop.graph_editor.tools.exercise.exercise_panel import ExercisePanel
from tests.support.graph_hands import make_page
from tests.support.graphs import node

_LEFT, _NONE = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier


@pytest.fixture
def page(qtbot: QtBot, tmp_path: Path) -> GraphPage:
    return make_page(qtbot, tmp_path)


def build(page: GraphPage, text: str) -> None:
    """Type a formula and press Enter."""
    page.formula_bar.field.selectAll()
    QTest.keyClicks(page.formula_bar.field, text)
    QTest.keyClick(page.formula_bar.field, Qt.Key.Key_Return)


def notice(page: GraphPage) -> PlainLabel:
    """Return what lies over the middle of the canvas."""
    found: list[PlainLabel] = page.view.findChildren(PlainLabel)
    return next(label for label in found if "Nothing is here yet" in label.text())


def test_an_empty_canvas_says_how_to_begin_until_something_stands_there(page: GraphPage) -> None:
    assert notice(page).isHidden()
    page.document.new(is_agreed=True)
    said = notice(page)
    assert said.isVisible()
    assert page.view.viewport().geometry().contains(said.geometry())
    for way in ("palette", "double-click", "Tab", "formula"):
        assert way in said.text()
    # It lies in nobody's way.
    middle = page.view.viewport().rect().center()
    assert page.view.childAt(page.view.viewport().mapTo(page.view, middle)) is not said
    QTest.mouseDClick(page.view.viewport(), _LEFT, _NONE, middle)
    # What is searched there is read over it.
    shown = page.view.viewport().children()
    assert shown.index(said) < shown.index(page.view.search)
    QTest.keyClicks(page.view.search.field, "exp")
    QTest.keyClick(page.view.search.field, Qt.Key.Key_Return)
    assert notice(page).isHidden()
    page.document.history.undo()
    assert notice(page).isVisible()


def test_after_a_formula_is_built_the_selection_is_the_same_by_name(page: GraphPage) -> None:
    graph = page.document.graph
    page.scene.select([node(graph, "z"), node(graph, "q")])
    build(page, "a = 3*w; q = a + z; f = q*x")
    graph = page.document.graph
    assert page.scene.selected_nodes() == {node(graph, "z"), node(graph, "q")}
    page.document.history.undo()
    graph = page.document.graph
    assert page.scene.selected_nodes() == {node(graph, "z"), node(graph, "q")}
    build(page, "tanh(b)")
    assert page.scene.selected_nodes() == frozenset()
    assert page.inspector.node is None


def test_arranging_keeps_the_very_nodes_selected(page: GraphPage) -> None:
    chosen = [node(page.document.graph, "x")]
    page.scene.select(chosen)
    page.canvas_actions["arrange"].trigger()
    assert page.scene.selected_nodes() == set(chosen)


def test_the_title_names_what_the_question_about_saving_names(
    page: GraphPage, qtbot: QtBot
) -> None:
    titles: list[str] = []
    page.title_changed.connect(titles.append)
    page.canvas_actions["select_all"].trigger()
    page.canvas_actions["duplicate"].trigger()
    assert titles[-1] == f"{page.files.name} *"
    assert titles[-1].startswith("A1")
    # A formula brings no title with it.
    build(page, "tanh(b)")
    assert not page.files.name.startswith("A1")
    assert titles[-1] == f"{page.files.name} *"
    page.document.history.undo()
    assert titles[-1] == f"{page.files.name} *"
    assert titles[-1].startswith("A1")


def test_the_title_is_told_apart_from_one_that_begins_alike(page: GraphPage) -> None:
    titles: list[str] = []
    page.title_changed.connect(titles.append)
    page.document.load_unsaved(replace(page.document.drawing, title="Untitled draft"), None)
    assert titles[-1] == "Untitled draft *"
    build(page, "tanh(b)")
    assert titles[-1] == "Untitled *"


def test_an_exercise_cannot_be_started_where_nothing_can_be_asked(page: GraphPage) -> None:
    page.dock.actions_by_name["exercise"].trigger()
    panel = page.dock.panel("exercise")
    assert isinstance(panel, ExercisePanel)
    assert panel.start_button.isEnabled()
    assert panel.state_text == ""
    page.document.new(is_agreed=True)
    assert not panel.start_button.isEnabled()
    assert "nothing to ask yet" in panel.state_text
    build(page, "tanh(b)")
    assert panel.start_button.isEnabled()
    assert panel.state_text == ""


def test_a_named_constant_shows_its_name(page: GraphPage) -> None:
    build(page, "k = 2; f = k*x + 3")
    graph = page.document.graph
    faces = {graph.nodes[key].name: item.face for key, item in page.scene.items_shown.nodes.items()}
    assert faces["k"].name == "k"
    assert faces["k"].outline.contains(faces["k"].name_zone)
