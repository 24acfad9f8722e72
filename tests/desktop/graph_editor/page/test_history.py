"""What one document went through is handed to another, which goes on where it stood."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
from pytestqt.qtbot import QtBot

from desktop.graph_editor.document.change import ChangeKind, DocumentChange
from desktop.graph_editor.document.document import Document
from engine.autodiff.passes.evaluation import Evaluation, evaluate
from engine.drawing.drawing import Drawing
from engine.drawing.group_edits import arranged
from engine.graph.model import Graph
from tests.support.graphs import node, product_of_sum


@pytest.fixture
def document(qtbot: QtBot) -> Document:
    document = Document()
    document.load(Drawing(product_of_sum()), Path("there.wiregrad"))
    for number in range(4):
        document.set_value(node(document.graph, "x"), np.array(float(number)))
    document.history.undo()
    return document


def test_taking_it_shows_and_changes_nothing(document: Document, qtbot: QtBot) -> None:
    before = document.drawing
    with qtbot.assertNotEmitted(document.changed):
        document.snapshot()
    assert document.drawing is before
    assert document.history.redo_text == "change value"
    assert not document.is_clean


def test_every_step_can_be_undone_and_redone_elsewhere(document: Document) -> None:
    other = Document()
    other.restore(document.snapshot())
    assert other.drawing == document.drawing
    assert other.path == document.path
    for move in ("redo", "undo", "undo", "undo", "undo"):
        getattr(document.history, move)()
        getattr(other.history, move)()
        assert other.drawing == document.drawing
        assert other.is_clean == document.is_clean
    assert other.is_clean
    assert other.history.redo_text == document.history.redo_text == "change value"


def test_what_was_saved_in_between_stays_known(document: Document) -> None:
    document.mark_saved(Path("there.wiregrad"))
    other = Document()
    other.restore(document.snapshot())
    assert other.is_clean
    other.history.undo()
    assert not other.is_clean


def test_it_is_shown_once(document: Document) -> None:
    other = Document()
    shown: list[object] = []
    other.changed.connect(shown.append)
    other.restore(document.snapshot())
    assert len(shown) == 1


def test_only_the_numbers_that_are_shown_are_computed(
    document: Document, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[object] = []

    def counted(graph: Graph, previous: Evaluation | None = None) -> Evaluation:
        asked.append(graph)
        return evaluate(graph, previous)

    other = Document()
    monkeypatch.setattr("desktop.graph_editor.document.document.evaluate", counted)
    other.restore(document.snapshot())
    assert len(asked) == 1
    assert other.evaluation.plan.graph is other.graph
    f = node(other.graph, "f")
    assert float(other.evaluation.values[f]) == float(document.evaluation.values[f])


def test_an_arrangement_glides_back_elsewhere_too(document: Document) -> None:
    before = document.drawing
    sizes = dict.fromkeys(document.graph.nodes, (80.0, 40.0))
    document.show_arranged(arranged(document.shown, None, sizes))
    other = Document()
    other.restore(document.snapshot())
    changes: list[DocumentChange] = []
    other.changed.connect(changes.append)
    other.history.undo()
    assert [change.kind for change in changes] == [ChangeKind.ARRANGEMENT]
    assert other.drawing is before
