"""A page with the course's neuron, A2, and what groups its tail."""

from __future__ import annotations

from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from desktop.graph_editor.page import GraphPage
from engine.graph.model import NodeId
from tests.support.graph_hands import make_page


@pytest.fixture
def page(qtbot: QtBot, tmp_path: Path) -> GraphPage:
    """A page that shows A2."""
    page = make_page(qtbot, tmp_path)
    page.examples.show_example("a2")
    page.view.setFocus()
    return page


def tail_of(page: GraphPage) -> list[NodeId]:
    """Return the gates of 1/(1 + exp(−…)) at the end of a graph, the last one first."""
    graph = page.document.graph
    result = graph.result
    assert result is not None
    found = [result]
    for _ in range(3):
        ends = [end for end in graph.inputs_of(found[-1]) if end is not None]
        found.append(next(end for end in ends if not graph.nodes[end].is_source))
    return found


def group_tail(page: GraphPage) -> NodeId:
    """Group the tail and return its gate."""
    page.scene.select(tail_of(page))
    page.canvas_actions["group"].trigger()
    (gate,) = page.scene.selected_nodes()
    return gate
