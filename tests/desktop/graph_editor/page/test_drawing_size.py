"""A drawing with more nodes than the canvas holds is refused, and what is there stays."""

from __future__ import annotations

from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from desktop.foundation.translation import error_sentence
from desktop.graph_editor.commands import drawing_size
from desktop.graph_editor.page import GraphPage
from engine.errors import FileFormatError
from engine.formula.parser import parse_formula
from engine.graph.drawing import Drawing
from engine.graph.serialization import to_json
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
