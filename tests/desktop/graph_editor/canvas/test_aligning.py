"""Align and distribute bring the selected cards into line, each in one step."""

from __future__ import annotations

from itertools import pairwise

import pytest
from PySide6.QtCore import Qt

from tests.desktop.graph_editor.canvas.hand import SHIFT, Hand

KEY = Qt.Key


@pytest.mark.parametrize(
    ("key", "edge"),
    [
        (KEY.Key_L, "left"), (KEY.Key_R, "right"), (KEY.Key_T, "top"), (KEY.Key_B, "bottom"),
    ],
)  # fmt: skip
def test_edges_come_to_one_line(hand: Hand, key: KEY, edge: str) -> None:
    nodes = [hand.add("add", -100, 10), hand.add("exp", 30, 120), hand.add("input", 160, -70)]
    hand.act("select_all")
    before = hand.document.drawing
    hand.key(key, SHIFT)
    hand.scene.finish_glide()
    assert len({getattr(hand.scene.node_rect(node), edge)() for node in nodes}) == 1
    assert hand.steps == 4
    hand.act("undo")
    assert hand.document.drawing is before


@pytest.mark.parametrize(("key", "axis"), [(KEY.Key_E, 0), (KEY.Key_M, 1)])
def test_middles_come_to_one_line(hand: Hand, key: KEY, axis: int) -> None:
    nodes = [hand.add("add", -100, 10), hand.add("exp", 30, 120)]
    hand.act("select_all")
    hand.key(key, SHIFT)
    places = hand.document.drawing.positions
    assert abs(places[nodes[0]][axis] - places[nodes[1]][axis]) <= 1
    assert places[nodes[0]][1 - axis] == (10 if axis == 0 else -100)


@pytest.mark.parametrize(("key", "axis"), [(KEY.Key_H, 0), (KEY.Key_V, 1)])
def test_gaps_become_equal_between_the_outermost(hand: Hand, key: KEY, axis: int) -> None:
    sites = [(-300, -200), (-180, 10), (40, 60), (280, 230)]
    names = ("exp", "add", "exp", "log")
    nodes = [hand.add(name, *site) for name, site in zip(names, sites, strict=True)]
    hand.act("select_all")
    hand.key(key, SHIFT)
    rects = [hand.scene.node_rect(node) for node in nodes]
    spans = [(r.left(), r.right()) if axis == 0 else (r.top(), r.bottom()) for r in rects]
    gaps = [after[0] - before[1] for before, after in pairwise(spans)]
    assert max(gaps) - min(gaps) <= 1
    places = hand.document.drawing.positions
    assert [places[nodes[0]], places[nodes[-1]]] == [sites[0], sites[-1]]


def test_they_need_enough_nodes(hand: Hand) -> None:
    exp = hand.add("exp", 0, 0)
    hand.scene.select({exp})
    actions = hand.actions
    assert not actions["align_left"].isEnabled()
    hand.scene.select({exp, hand.add("log", 90, 90)})
    assert actions["align_left"].isEnabled()
    assert not actions["distribute_across"].isEnabled()


def test_what_is_in_line_already_is_no_step(hand: Hand) -> None:
    hand.add("exp", 0, 0)
    hand.add("exp", 150, 0)
    hand.act("select_all")
    hand.act("align_top")
    assert hand.steps == 2


def test_arranging_a_selection_leaves_the_rest_where_it_is(hand: Hand) -> None:
    nodes = hand.show_formula("q = x + y; f = q*z")
    hand.document.move({nodes["x"]: (-500.0, -300.0), nodes["z"]: (400.0, 300.0)})
    hand.scene.select({nodes["x"], nodes["q"]})
    hand.act("arrange")
    hand.scene.finish_glide()
    places = hand.document.drawing.positions
    assert places[nodes["z"]] == (400, 300)
    assert places[nodes["x"]] != (-500, -300)
