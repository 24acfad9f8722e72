"""A drawing too large to be drawn or opened again is refused, and what is there stays."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
from pytestqt.qtbot import QtBot

from desktop.foundation.translation import error_sentence
from desktop.graph_editor.files.drawing_files import write_drawing
from desktop.graph_editor.page import GraphPage
from engine.drawing import drawing_size
from engine.drawing.drawing import Drawing
from engine.drawing.drawing_file import LARGEST_GRAPH_BYTES, MOST_STORED_NUMBERS, read_drawing
from engine.drawing.serialization import to_json
from engine.errors import FileFormatError, GraphError
from engine.formula.parser import parse_formula
from engine.graph.builder import GraphBuilder
from tests.support.graph_hands import make_page


@pytest.fixture
def page(qtbot: QtBot, tmp_path: Path) -> GraphPage:
    return make_page(qtbot, tmp_path)


def test_a_chain_of_a_hundred_thousand_gates_is_not_opened(page: GraphPage, tmp_path: Path) -> None:
    path = tmp_path / "chain.wiregrad"
    chain = to_json(Drawing(parse_formula("-(" * 10_001 + "x" + ")" * 10_001)))
    path.write_text(chain, encoding="utf-8")
    before = page.document.drawing
    with pytest.raises(FileFormatError) as error:
        page.files.load(path)
    assert error_sentence(error.value).startswith(
        "This would be a graph of 10,002 nodes; the canvas holds up to 10,000."
    )
    assert page.document.drawing is before
    assert page.document.path is None


def test_pasting_counts_what_is_there(page: GraphPage, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(drawing_size, "MOST_DRAWN", len(page.document.graph) + 3)
    before = page.document.drawing
    with pytest.raises(FileFormatError, match="nodes; the canvas holds up to"):
        page.document.paste(to_json(Drawing(parse_formula("exp(x) + y"))), (0.0, 0.0))
    assert page.document.drawing is before
    page.document.paste(to_json(Drawing(parse_formula("exp(x)"))), (0.0, 0.0))
    assert len(page.document.graph) == len(before.graph) + 2


def test_what_can_be_saved_can_be_opened(page: GraphPage, tmp_path: Path) -> None:
    longest = np.full(MOST_STORED_NUMBERS // 2, -1.2345678901234567e-100)
    graph = GraphBuilder()
    graph.source("input", longest, "a")
    graph.source("parameter", longest, "b")
    path = tmp_path / "large.wiregrad"
    write_drawing(path, Drawing(graph.build()))
    assert path.stat().st_size > 0.9 * LARGEST_GRAPH_BYTES
    values = [node.value for node in read_drawing(path).graph.nodes.values()]
    assert all(value is not None and np.array_equal(value, longest) for value in values)
    assert len(values) == 2


def test_what_could_not_be_opened_again_is_refused_where_it_is_made(
    page: GraphPage, monkeypatch: pytest.MonkeyPatch
) -> None:
    document = page.document
    document.load(Drawing(parse_formula("W @ x + b")), None)
    matrix = next(id_ for id_, node in document.graph.nodes.items() if node.name == "W")
    monkeypatch.setattr(drawing_size, "MOST_STORED_NUMBERS", 11)
    document.set_value(matrix, np.ones((3, 3)))
    before = document.drawing
    with pytest.raises(GraphError) as error:
        document.set_value(matrix, np.ones((2, 5)))
    assert error_sentence(error.value) == (
        "The inputs and parameters of this graph would hold 12 numbers, and a file holds up to 11."
    )
    refused: list[str] = []
    page.view.message.connect(refused.append)
    page.view.select({matrix})
    page.view.edits.duplicate()
    assert document.drawing is before
    assert len(refused) == 1
    document.set_value(matrix, np.ones((2, 2)))
    document.history.undo()
    assert document.drawing is before
