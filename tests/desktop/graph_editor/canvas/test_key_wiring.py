"""Wiring, moving and choosing without a mouse."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu

from desktop.desk.settling import has_settled
from engine.graph.model import InputPort
from tests.desktop.graph_editor.canvas.hand import CTRL, SHIFT, Hand

KEY = Qt.Key


def test_c_connects_two_nodes_into_the_first_free_port(hand: Hand) -> None:
    x, y, plus = hand.add("input", -200, 0), hand.add("input", -200, 120), hand.add("add", 0, 0)
    hand.scene.select({x, plus})
    hand.key(KEY.Key_C)
    hand.scene.select({y, plus})
    hand.key(KEY.Key_C)
    assert hand.wires() == {InputPort(plus, 0): x, InputPort(plus, 1): y}
    assert hand.steps == 5


def test_c_goes_from_left_to_right_and_else_the_other_way(hand: Hand) -> None:
    tanh, exp, x = hand.add("tanh", 100, 0), hand.add("exp", -100, 0), hand.add("input", 300, 0)
    hand.scene.select({tanh, exp})
    hand.key(KEY.Key_C)
    assert hand.wires() == {InputPort(tanh, 0): exp}
    hand.scene.select({exp, x})
    hand.key(KEY.Key_C)
    assert hand.wires()[InputPort(exp, 0)] == x


@pytest.mark.parametrize(
    ("formula", "names", "reason"),
    [
        ("x + y", ("x", "y"), "neither of them has an input"),
        ("x + y", ("x", "add"), "already has a wire"),
        ("exp(tanh(a))", ("exp", "tanh"), "already has a wire"),
    ],
)
def test_c_says_why_it_does_not_connect(
    hand: Hand, formula: str, names: tuple[str, str], reason: str
) -> None:
    nodes = hand.show_formula(formula)
    hand.scene.select(nodes[name] for name in names)
    hand.key(KEY.Key_C)
    assert reason in hand.messages[-1]
    assert hand.steps == 0


def test_c_on_one_node_lets_the_arrows_choose(hand: Hand) -> None:
    x, plus = hand.add("input", -200, 0), hand.add("add", 0, 0)
    exp = hand.add("exp", 0, 200)
    hand.scene.select({x})
    hand.key(KEY.Key_C)
    assert hand.view.overlay.loose_wire is not None
    assert "x → q · +" in hand.view.hint.text()
    hand.key(KEY.Key_Down)
    assert hand.scene.selected_nodes() == {x}
    hand.key(KEY.Key_Return)
    assert hand.wires() == {InputPort(plus, 1): x}
    assert hand.view.overlay.loose_wire is None
    assert not hand.view.hint.isVisible()
    hand.key(KEY.Key_C)
    hand.key(KEY.Key_Down)
    hand.key(KEY.Key_Return)
    assert InputPort(exp, 0) in hand.wires()


def test_c_on_a_gate_chooses_what_feeds_it_and_turns_round(hand: Hand) -> None:
    x, y = hand.add("input", -200, -60), hand.add("input", -200, 60)
    plus, exp = hand.add("add", 0, 0), hand.add("exp", 200, 0)
    hand.scene.select({plus})
    hand.key(KEY.Key_C)
    hand.key(KEY.Key_Return)
    assert hand.wires() == {InputPort(plus, 0): x}
    hand.key(KEY.Key_C)
    assert "y → q · +" in hand.view.hint.text()
    hand.key(KEY.Key_Right)
    assert "q · + → f · exp" in hand.view.hint.text()
    hand.key(KEY.Key_Left)
    hand.key(KEY.Key_Return)
    assert hand.wires() == {InputPort(plus, 0): x, InputPort(plus, 1): y}
    hand.key(KEY.Key_C)
    hand.key(KEY.Key_Return)
    assert hand.wires()[InputPort(exp, 0)] == plus


def test_escape_and_any_command_give_the_wire_up(hand: Hand) -> None:
    x = hand.add("input", -200, 0)
    hand.add("add", 0, 0)
    hand.scene.select({x})
    for give_up in (KEY.Key_Escape, KEY.Key_F):
        hand.key(KEY.Key_C)
        hand.key(give_up)
        assert hand.view.overlay.loose_wire is None
        assert has_settled(hand.view)
        assert has_settled(hand.scene)
    assert hand.wires() == {}
    assert hand.steps == 2
    hand.key(KEY.Key_C)
    hand.click(hand.at(0, 250))
    assert hand.view.overlay.loose_wire is None


def test_keys_replace_a_wire_and_mark_a_wrong_shape_as_the_mouse_does(hand: Hand) -> None:
    nodes = hand.show_formula("W @ x", W="[[1, 2], [3, 4]]", x="[1, 2]")
    other = hand.add("input", -100, 250)
    hand.scene.select({other})
    hand.key(KEY.Key_C)
    assert "Replaces the wire from" in hand.view.hint.text()
    assert "needs" in hand.view.hint.text()
    steps, before = hand.steps, dict(hand.wires())
    hand.key(KEY.Key_Return)
    assert list(hand.wires().values()).count(other) == 1
    assert hand.wires().keys() == before.keys()
    assert hand.steps == steps + 1
    hand.act("undo")
    assert hand.wires() == before
    assert nodes["matmul"] not in hand.document.evaluation.problems


def test_c_says_when_nothing_fits(hand: Hand) -> None:
    hand.scene.select({hand.add("input", 0, 0)})
    hand.key(KEY.Key_C)
    assert "nothing to connect it with" in hand.messages[-1]


def test_disconnect_takes_all_wires_off_in_one_step(hand: Hand) -> None:
    nodes = hand.show_formula("(x + y) * z")
    hand.scene.select({nodes["add"]})
    hand.key(KEY.Key_X)
    assert hand.wires() == {InputPort(nodes["multiply"], 1): nodes["z"]}
    assert hand.steps == 1


def test_a_wire_is_selected_walked_from_and_deleted_by_keys(hand: Hand) -> None:
    nodes = hand.show_formula("(x + y) * z")
    first, second = InputPort(nodes["add"], 0), InputPort(nodes["add"], 1)
    hand.scene.select({nodes["add"]})
    hand.key(KEY.Key_W)
    assert hand.scene.selected_wires() == {first}
    hand.key(KEY.Key_Down)
    assert hand.scene.selected_wires() == {second}
    hand.key(KEY.Key_W)
    assert hand.scene.selected_wires() == {InputPort(nodes["multiply"], 0)} or {first}
    hand.scene.select((), {second})
    hand.key(KEY.Key_Left)
    assert hand.scene.selected_nodes() == {nodes["y"]}
    hand.scene.select((), {second})
    hand.key(KEY.Key_Right)
    assert hand.scene.selected_nodes() == {nodes["add"]}
    hand.scene.select((), {second})
    hand.key(KEY.Key_Delete)
    assert second not in hand.wires()


def test_tab_puts_a_gate_into_the_selected_wire(hand: Hand) -> None:
    nodes = hand.show_formula("exp(a)")
    hand.scene.select({nodes["exp"]})
    hand.key(KEY.Key_W)
    hand.key(KEY.Key_Tab)
    hand.search("tanh")
    tanh = hand.names()["tanh"]
    assert hand.wires() == {InputPort(tanh, 0): nodes["a"], InputPort(nodes["exp"], 0): tanh}


def test_up_and_down_choose_the_wire_beside_the_one_walked_along(hand: Hand) -> None:
    nodes = hand.show_formula("f = x*y + exp(z)")
    # Something nearer that has nothing to do with it.
    x, y = (hand.document.drawing.positions[nodes[name]] for name in "xy")
    stray = hand.add("log", x[0] + 5, (x[1] + y[1]) / 2)
    hand.scene.select({nodes["multiply"]})
    hand.key(KEY.Key_Left)
    hand.key(KEY.Key_Up)
    hand.key(KEY.Key_Down)
    assert hand.scene.selected_nodes() == {nodes["y"]}
    hand.key(KEY.Key_Up)
    assert hand.scene.selected_nodes() == {nodes["x"]}
    hand.key(KEY.Key_Right)
    assert hand.scene.selected_nodes() == {nodes["multiply"]}
    assert stray not in hand.scene.selected_nodes()


def test_walking_goes_back_along_the_branch_it_came_from(hand: Hand) -> None:
    nodes = hand.show_formula("exp(x) + tanh(x) + log(x)")
    hand.scene.select({nodes["log"]})
    hand.key(KEY.Key_Left)
    hand.key(KEY.Key_Right)
    assert hand.scene.selected_nodes() == {nodes["log"]}
    hand.key(KEY.Key_Up)
    other = hand.scene.selected_nodes()
    assert other in ({nodes["tanh"]}, {nodes["exp"]})
    hand.key(KEY.Key_Left)
    assert hand.scene.selected_nodes() == {nodes["x"]}


def test_ctrl_and_arrows_move_the_selection_a_series_in_one_step(hand: Hand) -> None:
    exp, log = hand.add("exp", 0, 0), hand.add("log", 100, 0)
    hand.scene.select({exp})
    # Ctrl stays down meanwhile: a click of a key would let it go each time.
    for key in (KEY.Key_Right, KEY.Key_Right, KEY.Key_Right, KEY.Key_Down):
        QTest.keyPress(hand.view, key, CTRL)
    QTest.keyPress(hand.view, KEY.Key_Up, CTRL | SHIFT)
    assert hand.document.drawing.positions[exp] == (30, 9)
    assert hand.steps == 3
    QTest.keyRelease(hand.view, KEY.Key_Control)
    hand.key(KEY.Key_Left, CTRL)
    assert hand.steps == 4
    hand.scene.select({log})
    hand.key(KEY.Key_Left, CTRL)
    assert hand.steps == 5
    hand.act("undo")
    hand.act("undo")
    hand.act("undo")
    assert hand.document.drawing.positions[exp] == (0, 0)


def test_new_nodes_by_keys_never_stand_on_one_another(hand: Hand) -> None:
    for name in ("input", "input", "add", "exp", "input"):
        hand.key(KEY.Key_Tab)
        hand.search(name)
    rects = [hand.scene.node_rect(node) for node in hand.document.graph.nodes]
    assert not any(a.intersects(b) for a in rects for b in rects if a is not b)
    places = hand.document.drawing.positions
    first, second, plus = list(hand.document.graph.nodes)[:3]
    assert places[first][0] == places[second][0]
    assert places[plus][0] > places[first][0]


def test_the_menu_key_opens_the_menu_of_the_selection(hand: Hand) -> None:
    nodes = hand.show_formula("x + y")
    for key, modifiers in ((KEY.Key_Menu, Qt.KeyboardModifier.NoModifier), (KEY.Key_F10, SHIFT)):
        hand.scene.select({nodes["add"]})
        hand.key(key, modifiers)
        menu = QApplication.activePopupWidget()
        assert isinstance(menu, QMenu)
        assert menu.activeAction() is not None
        assert "Connect" in [action.text() for action in menu.actions()]
        assert hand.scene.selected_nodes() == {nodes["add"]}
        menu.close()
    hand.scene.select(())
    hand.key(KEY.Key_Menu)
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    assert "Paste" in [action.text() for action in menu.actions()]
    menu.close()


def test_the_focus_is_framed_while_keys_lead(hand: Hand) -> None:
    nodes = hand.show_formula("x + y")
    ring = hand.view._focus_ring
    assert not ring.isVisible()
    hand.key(KEY.Key_Down)
    assert ring.isVisible()
    hand.key(KEY.Key_Tab)
    assert not ring.isVisible()
    hand.key(KEY.Key_Escape, on=hand.view.search.field)
    assert ring.isVisible()
    hand.click(hand.node(nodes["add"]))
    assert not ring.isVisible()


def test_the_sentence_covers_no_port_of_the_gate_that_is_chosen(hand: Hand) -> None:
    low = hand.view.mapToScene(0, hand.view.viewport().height()).y() - 60
    x, plus = hand.add("input", -200, low), hand.add("add", 0, low)
    card = hand.view.mapFromScene(hand.scene.items_shown.card(plus)).boundingRect()
    hand.scene.select({x})
    hand.key(KEY.Key_C)
    assert hand.view.hint.isVisible()
    assert not hand.view.hint.geometry().intersects(card)
    hand.key(KEY.Key_Escape)
    hand.document.move({plus: (0.0, 0.0)})
    hand.key(KEY.Key_C)
    card = hand.view.mapFromScene(hand.scene.items_shown.card(plus)).boundingRect()
    assert not hand.view.hint.geometry().intersects(card)
