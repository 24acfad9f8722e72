"""A learner trains XOR until the truth table is right, starts over, and closes in the middle."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from desktop.foundation.settings import Settings
from desktop.graph_editor.page import GraphPage
from desktop.tasks.worker import computing_count
from desktop.training.page import TrainingPage
from desktop.training.sharing.graph_drawing import GraphChoice
from engine.autodiff.passes.evaluation import evaluate
from tests.support.settling import settle


@pytest.fixture
def page(qtbot: QtBot, tmp_path: Path) -> Iterator[TrainingPage]:
    made = TrainingPage(Settings(str(tmp_path / "settings.ini")))
    qtbot.addWidget(made)
    made.resize(1440, 854)
    made.show()
    yield made
    made.shutdown()


def click(page: TrainingPage, name: str) -> None:
    button = next(
        button for button in page.run_bar.buttons.values() if button.accessibleName() == name
    )
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)


def marks(page: TrainingPage) -> list[str]:
    return [row[4] for row in page.results_panel.truth_table.rows]


def test_xor_is_trained_reset_to_the_same_start_and_begun_anew(
    qtbot: QtBot, page: TrainingPage
) -> None:
    messages: list[str] = []
    page.reported.connect(lambda text, severity: messages.append(text))
    start = page.session.record.parameters.copy()
    seed = page.setup_panel.network.seed_field.value
    assert "✗" in marks(page)

    page.run_bar.speed_box.setCurrentIndex(page.run_bar.speed_box.count() - 1)
    click(page, "Train")
    settle(qtbot, page)

    assert marks(page) == ["✓", "✓", "✓", "✓"]
    predictions = [float(row[3]) for row in page.results_panel.truth_table.rows]
    assert np.allclose(predictions, [0, 1, 1, 0], atol=0.1)
    assert page.results_panel.verdict.text() == "All 4 are right."
    assert messages[-1].startswith("Solved at epoch ")
    solved_at = page.session.record.step
    trained = page.session.record.parameters

    click(page, "Reset")
    assert page.setup_panel.network.seed_field.value == seed
    assert np.array_equal(page.session.record.parameters, start)
    assert "✗" in marks(page)

    click(page, "Train")
    settle(qtbot, page)
    assert page.session.record.step == solved_at
    assert np.array_equal(page.session.record.parameters, trained)

    click(page, "New start")
    assert page.setup_panel.network.seed_field.value != seed
    assert page.session.record.step == 0
    assert not np.array_equal(page.session.record.parameters, start)


def test_closing_in_the_middle_of_training_leaves_no_thread(
    qtbot: QtBot, page: TrainingPage
) -> None:
    page.setup_panel.stop.stop_box.click()
    page.run_bar.speed_box.setCurrentIndex(page.run_bar.speed_box.count() - 1)
    click(page, "Train")
    qtbot.waitUntil(lambda: page.session.record.step > 20)

    page.shutdown()
    page.close()

    assert computing_count() == 0


def test_the_network_opens_as_a_graph_that_computes_the_same_loss(
    qtbot: QtBot, page: TrainingPage, tmp_path: Path
) -> None:
    page.run_bar.speed_box.setCurrentIndex(page.run_bar.speed_box.count() - 1)
    click(page, "Train")
    settle(qtbot, page)
    graph_page = GraphPage(Settings(str(tmp_path / "graph.ini")))
    qtbot.addWidget(graph_page)
    graph_page.resize(1440, 854)
    graph_page.show()

    with qtbot.waitSignal(page.sent) as sent:
        click(page, "Open as graph")
    assert sent.args is not None
    space, value = sent.args
    assert space == graph_page.space_id
    graph_page.receive(value)
    settle(qtbot, graph_page)

    evaluation = evaluate(graph_page.document.graph)
    assert evaluation.target is not None
    record = page.session.record
    assert float(evaluation.values[evaluation.target]) == pytest.approx(record.loss, rel=1e-12)
    assert evaluation.gradients is not None
    # The gradient's length that the training shows is that of the graph's parameters.
    nodes = page.session.run.network.layer_nodes[0]
    parts = [evaluation.gradients.nodes[node] for node in (nodes.weights, nodes.bias)]
    length = np.sqrt(sum(float(np.sum(part**2)) for part in parts))
    assert length == pytest.approx(record.gradient_norms[0], rel=1e-9)
    assert f"epoch {record.epoch}" in graph_page.document.drawing.title
    assert graph_page.document.is_clean
    assert len(set(graph_page.document.drawing.positions.values())) == len(
        graph_page.document.graph.nodes
    )
    graph_page.shutdown()


@pytest.mark.parametrize(("of_sample", "rows"), [(False, 200), (True, 1)])
def test_a_large_data_set_opens_whole_or_by_one_sample_as_chosen(
    qtbot: QtBot, page: TrainingPage, of_sample: bool, rows: int
) -> None:
    page.session.set_run(replace(page.session.run, data="circle"))
    page.handing_over.graph_menu.show_choice(GraphChoice(of_sample=of_sample))
    with qtbot.waitSignal(page.sent) as sent:
        click(page, "Open as graph")
    assert sent.args is not None
    drawing = sent.args[1]
    network = page.session.run.network
    assert drawing.graph.nodes[network.input].value.shape == (rows, 2)
    assert evaluate(drawing.graph).values[network.loss].shape == ()
