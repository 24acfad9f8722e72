"""The page holds canvas, formula, timeline and inspector together."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu
from pytestqt.qtbot import QtBot

from desktop.foundation.settings import Settings
from desktop.graph_editor.files.drawing_files import read_drawing, write_drawing
from desktop.graph_editor.page import GraphPage
from desktop.widgets.formulas.formula_picture import count_drawn
from engine.drawing.drawing import Drawing
from engine.errors import FileFormatError
from tests.support.graph_hands import make_page
from tests.support.graphs import node, product_of_sum
from tests.support.settling import settle

KEY = Qt.Key


@pytest.fixture
def page(qtbot: QtBot, tmp_path: Path) -> GraphPage:
    return make_page(qtbot, tmp_path)


def leaves(actions: list[QAction]) -> list[QAction]:
    found = []
    for action in actions:
        menu = action.menu()
        found += leaves(menu.actions()) if isinstance(menu, QMenu) else [action]
    return [action for action in found if not action.isSeparator()]


def test_the_first_start_shows_a1(page: GraphPage) -> None:
    assert page.document.drawing.title.startswith("A1")
    assert float(page.document.evaluation.values[node(page.document.graph, "f")]) == -12
    assert page.document.is_clean
    assert page.walk.is_live


def test_every_menu_entry_has_words_a_tooltip_and_keys_of_its_own(page: GraphPage) -> None:
    menus = page.menu_actions()
    assert [title for title, _ in menus][:3] == ["File", "Edit", "View"]
    actions = [action for _, entries in menus for action in leaves(entries)]
    assert all(action.text() and action.toolTip() for action in actions)
    keys = [key.toString() for action in actions for key in action.shortcuts()]
    assert len(keys) == len(set(keys))
    assert {"Ctrl+N", "Ctrl+O", "Ctrl+S", "Ctrl+Shift+S", "Ctrl+Z"} <= set(keys)


def test_arrows_home_and_end_step_while_the_canvas_has_the_focus(page: GraphPage) -> None:
    page.view.setFocus()
    positions = []
    for key in (KEY.Key_Right, KEY.Key_Right, KEY.Key_Left, KEY.Key_Home, KEY.Key_End):
        QTest.keyClick(page.view, key)
        positions.append(page.walk.position)
    assert positions == [1, 2, 1, 0, page.walk.last]


def test_at_rest_the_arrows_walk_from_the_selected_node(page: GraphPage) -> None:
    page.scene.select([node(page.document.graph, "x")])
    QTest.keyClick(page.view, KEY.Key_Right)
    assert page.walk.is_live
    assert page.scene.selected_nodes() == {node(page.document.graph, "q")}
    page.controls.step()
    QTest.keyClick(page.view, KEY.Key_Right)
    assert page.walk.position == 2


def test_space_plays_to_the_end(page: GraphPage) -> None:
    QTest.keyClick(page.view, KEY.Key_Space)
    assert page.controls.bar.is_playing
    assert page.walk.position == 0
    for _ in range(page.walk.last):
        page.controls.bar.tick(1.0)
    assert page.walk.is_live
    assert not page.controls.bar.is_playing


def test_typing_in_the_formula_does_not_step(page: GraphPage) -> None:
    page.formula_bar.field.setFocus()
    QTest.keyClick(page.formula_bar.field, KEY.Key_Home)
    QTest.keyClick(page.formula_bar.field, KEY.Key_Space)
    assert page.walk.is_live
    assert not page.controls.bar.is_playing


def test_a_dot_leads_to_its_gate(page: GraphPage) -> None:
    strip = page.controls.strip
    QTest.mouseClick(strip, Qt.MouseButton.LeftButton, pos=strip.centre_of(3).toPoint())
    assert page.walk.position == 3
    assert page.controls.bar.position == 3
    assert page.controls.bar.label == "step 3 of 4"


def test_the_card_explains_the_gate_and_hides_nothing(page: GraphPage, qtbot: QtBot) -> None:
    for name in ("a1", "a2", "a5"):
        page.examples.show_example(name)
        for position in range(1, page.walk.last):
            page.walk.go(position)
            settle(qtbot, page)
            card = page.step_card
            assert card.isVisible()
            assert card.heading.startswith(f"Step {position} of {page.walk.last - 1} · ")
            if not card.is_docked:
                for each in page.document.graph.nodes:
                    seen = page.view.mapFromScene(page.scene.node_rect(each)).boundingRect()
                    assert not card.geometry().intersects(seen)
        page.walk.go(page.walk.last)
        assert not page.step_card.isVisible()


def test_the_card_moves_no_canvas_and_goes_beside_it_where_no_corner_is_free(
    page: GraphPage, qtbot: QtBot
) -> None:
    page.resize(1000, 560)
    page.examples.show_example("a5")
    settle(qtbot, page)
    canvas, origin = page.view.geometry(), page.view.mapFromScene(0, 0)
    docked = 0
    for position in range(1, page.walk.last + 1):
        page.walk.go(position)
        settle(qtbot, page)
        assert page.view.geometry() == canvas
        assert page.view.mapFromScene(0, 0) == origin
        if page.step_card.is_docked:
            docked += 1
            assert page.step_card.isVisible()
            assert page.dock.isAncestorOf(page.step_card)
    assert docked > 1
    assert not page.step_card.is_docked


def test_the_card_writes_the_sum_over_branches(page: GraphPage) -> None:
    page.examples.show_example("a5")
    page.walk.go(page.walk.last - 1)
    assert page.step_card.formulas[-1].count("textcolor") == 3
    assert page.step_card.role.startswith("Distributor")


def test_an_edit_during_a_walk_keeps_or_leaves_it(page: GraphPage) -> None:
    page.walk.go(3)
    page.document.remove([node(page.document.graph, "f")])
    assert page.walk.is_live
    assert not page.step_card.isVisible()
    page.document.history.undo()
    page.walk.go(2)
    assert page.step_card.isVisible()


def test_a_double_clicked_chip_stands_in_the_middle_beside_the_others(page: GraphPage) -> None:
    before = set(page.document.graph.nodes)
    for _ in range(3):
        QTest.mouseDClick(page.palette_panel.chip("tanh"), Qt.MouseButton.LeftButton)
    new = set(page.document.graph.nodes) - before
    places = [page.scene.node_rect(each) for each in page.document.graph.nodes]
    assert len(new) == 3
    assert not any(
        first.intersects(second) for first in places for second in places if first != second
    )
    assert page.inspector.caption.endswith("Hyperbolic tangent")


def test_the_selected_node_is_inspected(page: GraphPage) -> None:
    page.scene.select([node(page.document.graph, "z")])
    assert page.inspector.node == node(page.document.graph, "z")
    page.scene.select(page.document.graph.nodes)
    assert page.inspector.node is None


def test_arrange_is_on_the_bar(page: GraphPage) -> None:
    page.document.move({node(page.document.graph, "x"): (900.0, 900.0)})
    QTest.mouseClick(page.formula_bar.arrange_button, Qt.MouseButton.LeftButton)
    assert page.document.drawing.positions[node(page.document.graph, "x")] != (900.0, 900.0)
    assert len(page.document.history.steps.made) == 2


def test_arranging_many_gates_keeps_nobody_waiting_and_takes_edits_made_meanwhile(
    qtbot: QtBot, page: GraphPage
) -> None:
    page.formula_bar.field.setText("+".join(f"tanh(a{i}*x)" for i in range(40)))
    page.formula_bar.build()
    settle(qtbot, page)
    document, x = page.document, node(page.document.graph, "x")
    document.move({x: (900.0, 900.0)})
    steps = len(document.history.steps.made)
    QTest.mouseClick(page.formula_bar.arrange_button, Qt.MouseButton.LeftButton)
    assert document.drawing.positions[x] == (900.0, 900.0)
    assert not page.is_settled()
    added = document.add_operation("tanh", (900.0, 900.0))
    settle(qtbot, page)
    assert document.drawing.positions[x] != (900.0, 900.0)
    assert added in document.graph.nodes
    assert len(document.history.steps.made) == steps + 2
    document.history.undo()
    assert document.drawing.positions[x] == (900.0, 900.0)
    assert added in document.graph.nodes


def test_the_title_names_the_file_and_marks_changes(page: GraphPage, tmp_path: Path) -> None:
    titles: list[str] = []
    page.title_changed.connect(titles.append)
    path = tmp_path / "mine.wiregrad"
    write_drawing(path, Drawing(product_of_sum()))
    page.open_file(path)
    assert titles[-1] == "mine.wiregrad"
    page.document.rename(node(page.document.graph, "x"), "speed")
    assert titles[-1] == "mine.wiregrad *"
    page.document.history.undo()
    assert titles[-1] == "mine.wiregrad"


def test_a_broken_file_is_refused_with_its_reason(page: GraphPage, tmp_path: Path) -> None:
    path = tmp_path / "broken.wiregrad"
    path.write_text("[1, 2", encoding="utf-8")
    before = page.document.drawing
    with pytest.raises(FileFormatError):
        page.open_file(path)
    assert page.document.drawing is before


def test_what_was_told_goes_with_the_next_edit(page: GraphPage) -> None:
    told: list[tuple[str, str]] = []
    page.reported.connect(lambda text, severity: told.append((text, severity)))
    page.view.refuse("That does not fit.")
    page.document.rename(node(page.document.graph, "x"), "speed")
    page.document.history.undo()
    assert told == [("That does not fit.", "warning"), ("", "info")]


def test_a_file_that_the_window_was_given_is_opened(page: GraphPage, tmp_path: Path) -> None:
    path = tmp_path / "dropped.wiregrad"
    write_drawing(path, Drawing(product_of_sum(), {}, "dropped"))
    page.take_file(path, "graph")
    assert page.document.drawing.title == "dropped"


def test_a_page_made_anew_shows_the_same(page: GraphPage, qtbot: QtBot, tmp_path: Path) -> None:
    x = node(page.document.graph, "x")
    page.document.rename(x, "speed")
    page.scene.select([x])
    page.walk.go(2)
    page.formula_bar.field.selectAll()
    QTest.keyClicks(page.formula_bar.field, "half a thought +")
    other = GraphPage(Settings(str(tmp_path / "other.ini")))
    qtbot.addWidget(other, before_close_func=GraphPage.shutdown)
    other.restore(page.snapshot())
    assert other.document.drawing == page.document.drawing
    assert other.scene.selected_nodes() == {x}
    assert other.walk.position == 2
    assert other.formula_bar.field.text() == "half a thought +"
    assert other.canvas_actions["undo"].text() == "Undo rename"
    other.canvas_actions["undo"].trigger()
    assert other.document.graph.nodes[x].name == "x"


def test_the_panels_leave_the_canvas_most_of_a_small_window(page: GraphPage) -> None:
    page.resize(1280, 650)
    QApplication.processEvents()
    assert page.view.width() > 650
    assert page.inspector.width() >= 260
    assert page.controls.geometry().bottom() <= page.height()


def test_ten_gates_deep_the_dots_become_bars_when_there_is_no_room(page: GraphPage) -> None:
    page.formula_bar.field.selectAll()
    QTest.keyClicks(page.formula_bar.field, "tanh(" * 40 + "x" + ")" * 40)
    QTest.keyClick(page.formula_bar.field, KEY.Key_Return)
    page.walk.go(50)
    picture = page.controls.strip.grab().toImage()
    assert not picture.isNull()
    assert page.walk.last == 81


def test_step_begins_the_walk_from_all_values(page: GraphPage) -> None:
    assert page.walk.is_live
    page.controls.bar.step_forward()
    assert page.walk.position == 1


@pytest.mark.parametrize("place", ["canvas", "inspector"])
def test_saving_takes_what_is_still_being_typed(
    page: GraphPage, tmp_path: Path, place: str
) -> None:
    x = node(page.document.graph, "x")
    path = tmp_path / "typed.wiregrad"
    write_drawing(path, page.document.drawing)
    page.open_file(path)
    page.scene.select([x])
    if place == "canvas":
        page.view.edit_value(x)
        QTest.keyClicks(page.view.editor, "8")
    else:
        edit = page.inspector.node_panel.value_field.edit
        edit.setFocus()
        edit.selectAll()
        QTest.keyClicks(edit, "8")
    assert page.document.is_clean
    page.files.save()
    saved = read_drawing(path).graph.nodes[x].value
    assert saved is not None
    assert float(saved) == 8
    assert page.document.is_clean


def test_the_next_steps_formulas_are_drawn_before_they_are_asked_for(
    page: GraphPage, qtbot: QtBot
) -> None:
    qtbot.waitUntil(lambda: not page.warmer.is_waiting)
    known = count_drawn()
    page.controls.step()
    page.inspector.refresh()
    page.step_card.grab()
    page.inspector.grab()
    assert page.step_card.formulas
    assert count_drawn() == known
