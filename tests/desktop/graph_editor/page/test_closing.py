"""Closing in the midst of a computation: no more than one bounded piece of work is done then."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
from PySide6.QtCore import Qt, QThread
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from desktop.foundation.settings import Settings
from desktop.graph_editor.page import GraphPage
from desktop.graph_editor.tools.modes.panel import ModesPanel
from desktop.tasks.worker import Worker, computing_count
from engine.arrays import Array
from engine.autodiff.costs.costs import Mode
from engine.autodiff.passes import forward_mode, reverse
from engine.drawing.drawing import Drawing
from engine.formula.parser import parse_formula
from engine.graph.edits import set_value
from engine.graph.model import Graph
from tests.support.graph_hands import make_page
from tests.support.graphs import node

SIDE = 400


class Watch:
    """Counts the gates that are computed, and those on a thread that was told to stop."""

    def __init__(self) -> None:
        self.gates = 0
        self.gates_after = 0
        self.stopped: list[QThread] = []

    def note(self) -> None:
        self.gates += 1
        self.gates_after += QThread.currentThread() in self.stopped


@pytest.fixture
def watch(monkeypatch: pytest.MonkeyPatch) -> Watch:
    watch = Watch()
    for module, name in ((reverse, "_output"), (reverse, "_downstream"), (forward_mode, "_shares")):
        function = getattr(module, name)

        def counted(*arguments: object, call: object = function) -> object:
            watch.note()
            return call(*arguments)  # type: ignore[operator]

        monkeypatch.setattr(module, name, counted)
    stop = Worker.stop

    def stopped(worker: Worker) -> None:
        stop(worker)
        watch.stopped.append(worker)

    monkeypatch.setattr(Worker, "stop", stopped)
    return watch


def large() -> Graph:
    graph = parse_formula("h = tanh(W @ x); k = sigmoid(V @ h); squared_norm(k)")
    values: dict[str, Array] = {
        "W": np.linspace(-1, 1, SIDE * SIDE).reshape(SIDE, SIDE) / SIDE,
        "V": np.linspace(1, -1, SIDE * SIDE).reshape(SIDE, SIDE) / SIDE,
        "x": np.linspace(-1, 1, SIDE),
    }
    for name, value in values.items():
        graph = set_value(graph, node(graph, name), value)
    return graph


@pytest.mark.parametrize("tool", ["inspector", "modes", "nudge", "paths", "jacobian"])
def test_closing_waits_for_one_piece_of_work(
    qtbot: QtBot, tmp_path: Path, watch: Watch, tool: str
) -> None:
    # Whoever makes a page by `make_page` has it shut down at the end, and this is the end.
    page = GraphPage(Settings(str(tmp_path / "settings.ini")))
    qtbot.addWidget(page)
    page.resize(1300, 800)
    page.show()
    page.dock.actions_by_name[tool].trigger()
    page.document.load(Drawing(large()), None)
    if tool == "modes":
        panel = page.dock.panel("modes")
        assert isinstance(panel, ModesPanel)
        QTest.mouseClick(panel.switch.button(Mode.NUMERICAL.value), Qt.MouseButton.LeftButton)
    begun = watch.gates
    if tool in {"inspector", "modes"}:
        # In the midst of it: some elements are checked, most are not.
        qtbot.waitUntil(lambda: watch.gates > begun + 20)
        assert computing_count() > 0
    page.shutdown()
    # For each task one pass forward and one back, over five gates, is the largest piece.
    assert watch.gates_after <= 2 * 5 * max(len(watch.stopped), 1)
    assert computing_count() == 0
    seen = watch.gates
    qtbot.wait(0)
    assert watch.gates == seen


def test_a_drawing_that_outgrows_the_memory_stays_editable(qtbot: QtBot, tmp_path: Path) -> None:
    page = make_page(qtbot, tmp_path)
    gates = "; ".join(f"y{index + 1} = tanh(y{index})" for index in range(12))
    graph = parse_formula(f"y0 = outer(a, b); {gates}; mean(y12)")
    small = graph
    page.document.load(Drawing(small), None)
    for name in ("a", "b"):
        page.document.set_value(node(graph, name), np.full(3100, 0.5))
    product = node(graph, "y0")
    problem = page.document.evaluation.problems[product]
    assert problem.code == "graph_too_large"
    page.inspector.refresh()
    shown = [button.sentence for button in page.inspector.overview.problem_buttons]
    assert any("2 GB" in text and "1 GB" in text for text in shown), shown
    page.document.set_value(node(graph, "b"), np.array([1.0, 2.0]))
    assert not page.document.evaluation.problems
    page.document.history.undo()
    assert page.document.evaluation.problems[product].code == "graph_too_large"
    for _ in range(2):
        page.document.history.undo()
    assert page.document.graph.nodes == small.nodes
