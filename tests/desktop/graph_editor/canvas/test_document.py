"""The document: every edit is one exact step, gestures merge, loading begins anew."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pytestqt.qtbot import QtBot

from desktop.graph_editor.document.document import Document
from engine.arrays import as_array
from engine.drawing.drawing import Drawing
from engine.errors import GraphError
from tests.support.graphs import product_of_sum


@pytest.fixture
def document(qapp: object) -> Document:
    document = Document()
    graph = product_of_sum()
    document.load(Drawing(graph, dict.fromkeys(graph.nodes, (0.0, 0.0))), None)
    return document


def test_undo_returns_the_very_same_drawing(document: Document) -> None:
    before = document.drawing
    document.add_operation("exp", (1, 2))
    after = document.drawing
    document.history.undo()
    assert document.drawing is before
    document.history.redo()
    assert document.drawing is after


def test_steps_with_one_key_merge_until_another_edit(document: Document) -> None:
    node = next(iter(document.graph.sources()))
    for number in (1.0, 2.0, 3.0):
        document.set_value(node, as_array(number), merge_key="scrub")
    assert len(document.history.steps.made) == 1
    document.history.undo()
    document.history.redo()
    document.set_value(node, as_array(9.0), merge_key="scrub")
    assert len(document.history.steps.made) == 2


def test_a_gesture_that_ends_where_it_began_leaves_no_step(document: Document) -> None:
    node = next(iter(document.graph.sources()))
    value = document.graph.nodes[node].value
    assert value is not None
    document.set_value(node, as_array(99.0), merge_key="scrub")
    document.set_value(node, value, merge_key="scrub")
    assert len(document.history.steps.made) == 0
    assert document.is_clean


def test_an_edit_that_changes_nothing_is_no_step(document: Document) -> None:
    before = document.drawing
    node = next(iter(document.graph.nodes))
    document.move({node: before.positions[node]})
    document.push("nothing", before)
    assert len(document.history.steps.made) == 0


def test_values_and_gradients_are_always_those_of_the_graph(
    document: Document, qtbot: QtBot
) -> None:
    node = next(iter(document.graph.sources()))
    with qtbot.waitSignal(document.evaluated, timeout=0, raising=True):
        document.set_value(node, as_array(7.0))
    assert document.evaluation.values[node] == 7.0
    with qtbot.assertNotEmitted(document.evaluated):
        document.move({node: (5.0, 5.0)})


def test_saving_and_editing_tell_whether_something_would_be_lost(
    document: Document, tmp_path: Path
) -> None:
    heard: list[bool] = []
    document.clean_changed.connect(heard.append)
    document.add_operation("exp", (0, 0))
    assert not document.is_clean
    document.mark_saved(tmp_path / "a.json")
    assert document.is_clean
    assert document.path == tmp_path / "a.json"
    document.history.undo()
    assert heard == [False, True, False]
    document.new()
    assert document.is_clean
    assert document.path is None
    assert len(document.graph.nodes) == 0
    assert document.history.steps.last is None


def test_a_refused_edit_changes_nothing(document: Document) -> None:
    before = document.drawing
    port, source = next(iter(document.graph.wires.items()))
    with pytest.raises(GraphError):
        document.connect(port.node, port)
    # The wire that is there already is no edit either.
    document.connect(source, port)
    assert document.drawing is before
    assert len(document.history.steps.made) == 0


@given(st.data())
def test_undoing_everything_returns_the_beginning(data: st.DataObject) -> None:
    document = Document()
    shown = [document.drawing]
    for name in data.draw(st.lists(st.sampled_from(["input", "add", "exp"]), max_size=8)):
        document.add_operation(name, (0.0, 0.0))
        shown.append(document.drawing)
    for drawing in reversed(shown[:-1]):
        document.history.undo()
        assert document.drawing is drawing
