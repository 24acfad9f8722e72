"""A history taken from one document and given to another is the same history."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
from pytestqt.qtbot import QtBot

from desktop.graph_editor.document.document import Document
from desktop.graph_editor.document.history import replay_history, take_history
from engine.autodiff.passes.evaluation import Evaluation, evaluate
from engine.graph.drawing import Drawing
from engine.graph.model import Graph
from tests.support.graphs import node, product_of_sum


@pytest.fixture
def document(qtbot: QtBot) -> Document:
    document = Document()
    document.load(Drawing(product_of_sum()), Path("there.wiregrad"))
    for number in range(4):
        document.set_value(node(document.graph, "x"), np.array(float(number)))
    document.undo_stack.undo()
    return document


def test_taking_it_shows_and_changes_nothing(document: Document, qtbot: QtBot) -> None:
    before = document.drawing
    with qtbot.assertNotEmitted(document.changed):
        history = take_history(document)
    assert document.drawing is before
    assert (history.index, history.clean_index, len(history.drawings)) == (3, 0, 5)


def test_every_step_can_be_undone_and_redone_elsewhere(document: Document) -> None:
    other = Document()
    replay_history(other, take_history(document))
    assert other.drawing == document.drawing
    assert other.path == document.path
    for move in ("redo", "undo", "undo", "undo", "undo"):
        getattr(document.undo_stack, move)()
        getattr(other.undo_stack, move)()
        assert other.drawing == document.drawing
        assert other.is_clean == document.is_clean
    assert other.is_clean
    assert other.undo_stack.text(0) == document.undo_stack.text(0)


def test_what_was_saved_in_between_stays_known(document: Document) -> None:
    document.mark_saved(Path("there.wiregrad"))
    other = Document()
    replay_history(other, take_history(document))
    assert other.is_clean
    other.undo_stack.undo()
    assert not other.is_clean


def test_it_is_shown_once(document: Document) -> None:
    other = Document()
    shown: list[object] = []
    other.changed.connect(shown.append)
    replay_history(other, take_history(document))
    assert len(shown) == 2


def test_only_the_numbers_that_are_shown_are_computed(
    document: Document, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[object] = []

    def counted(graph: Graph, previous: Evaluation | None = None) -> Evaluation:
        asked.append(graph)
        return evaluate(graph, previous)

    other = Document()
    monkeypatch.setattr("desktop.graph_editor.document.document_state.evaluate", counted)
    replay_history(other, take_history(document))
    assert len(asked) == 2
    assert other.evaluation.plan.graph is other.graph
    f = node(other.graph, "f")
    assert float(other.evaluation.values[f]) == float(document.evaluation.values[f])
