"""What the training hands on: graphs, surfaces of two weights, files."""

from __future__ import annotations

import csv
import math
import runpy
from collections.abc import Iterator, Sequence
from pathlib import Path

import numpy as np
import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDialogButtonBox
from pytestqt.qtbot import QtBot

from desktop.desk.settling import has_settled
from desktop.files.file_kind import FileKind
from desktop.files.save_dialogs import SaveDialogs
from desktop.foundation.settings import EXPORT_FOLDER, Settings
from desktop.training.network.layout import Bias, Connection, Unit
from desktop.training.network.selection import Sample
from desktop.training.page import TrainingPage
from desktop.training.sharing.graph_drawing import GraphChoice
from desktop.training.sharing.pair_dialog import PairDialog, PairQuestion
from engine.autodiff.passes.evaluation import evaluate
from engine.drawing.drawing import Drawing
from engine.surfaces.function import compile_graph
from engine.training.network.passes import NetworkPasses
from engine.training.run.next_update import next_update
from tests.support.settling import settle


@pytest.fixture
def page(qtbot: QtBot, tmp_path: Path) -> Iterator[TrainingPage]:
    made = TrainingPage(Settings(str(tmp_path / "settings.ini")))
    qtbot.addWidget(made)
    made.resize(1280, 674)
    made.show()
    settle(qtbot, made)
    made.session.step_epoch()
    settle(qtbot, made)
    yield made
    made.shutdown()


class Answers(SaveDialogs):
    """Answers in place of the dialogs."""

    def __init__(self, folder: Path, *, cancels: bool = False) -> None:
        self.folder, self.cancels = folder, cancels
        self.suggested: list[Path] = []

    def ask_file(self, title: str, suggestion: Path, kind: FileKind) -> Path | None:
        self.suggested.append(suggestion)
        return None if self.cancels else self.folder / suggestion.name

    def ask_folder(self, title: str, folder: Path, names: Sequence[str]) -> Path | None:
        self.suggested.append(folder)
        return None if self.cancels else self.folder


class Pair(PairQuestion):
    """Takes what is proposed, or nothing."""

    def __init__(self, *, cancels: bool = False) -> None:
        self.cancels = cancels
        self.proposed: tuple[int, int] = (0, 0)
        self.names: list[str] = []

    def ask(self, names: Sequence[str], pair: tuple[int, int]) -> tuple[int, int] | None:
        self.names, self.proposed = list(names), pair
        return None if self.cancels else pair


def sent_drawing(qtbot: QtBot, page: TrainingPage, trigger: object, space: str) -> Drawing:
    with qtbot.waitSignal(page.sent) as caught:
        assert callable(trigger)
        trigger()
    assert caught.args is not None
    assert caught.args[0] == space
    drawing = caught.args[1]
    assert isinstance(drawing, Drawing)
    return drawing


def test_the_button_opens_the_batch_by_layers_with_the_trainings_numbers_to_the_last_bit(
    qtbot: QtBot, page: TrainingPage
) -> None:
    def click() -> None:
        QTest.mouseClick(page.run_bar.graph_button, Qt.MouseButton.LeftButton)

    drawing = sent_drawing(qtbot, page, click, "graph")
    run, record = page.session.run, page.session.record
    passes = NetworkPasses(run.network)
    passes.load(run.dataset.inputs, run.dataset.targets)
    passes.forward(record.parameters)
    found = evaluate(drawing.graph)
    gradients = [found.gradients.nodes[node].ravel() for node in run.network.parameter_nodes]
    assert float(found.values[run.network.loss]) == record.loss
    assert np.array_equal(np.concatenate(gradients), passes.backward())
    assert [group.name for group in drawing.graph.groups.values()] == ["layer1", "layer2"]
    assert drawing.title == "Network 2-4-1 at epoch 1"
    assert drawing.description == "The weights at this epoch, looking at 4 samples."


def test_the_menu_beside_it_opens_the_chosen_sample_by_neurons(
    qtbot: QtBot, page: TrainingPage
) -> None:
    page.selection.set_sample(Sample(2))
    menu = page.handing_over.graph_menu
    choice = GraphChoice(by_neuron=True, of_sample=True)
    drawing = sent_drawing(qtbot, page, menu.action(choice).trigger, "graph")

    graph = drawing.graph
    values = {
        node.name: float(node.value) for node in graph.nodes.values() if node.value is not None
    }
    assert (values["x1"], values["x2"], values["t"]) == (1.0, 0.0, 1.0)
    assert values["w_x1h1"] == page.session.record.parameters[0]
    assert [group.name for group in graph.groups.values()] == ["h1", "h2", "h3", "h4", "p"]
    assert drawing.description == "The weights at this epoch, looking at one sample."
    again = sent_drawing(qtbot, page, page.run_bar.graph_action.trigger, "graph")
    assert again.graph == graph


def test_a_batch_is_that_of_the_next_step(qtbot: QtBot, page: TrainingPage) -> None:
    page.edits.edit_run(data="noisy_xor", batch_size=10)
    settle(qtbot, page)
    drawing = sent_drawing(qtbot, page, page.run_bar.graph_action.trigger, "graph")

    run, record = page.session.run, page.session.record
    found = evaluate(drawing.graph)
    gradients = [found.gradients.nodes[node].ravel() for node in run.network.parameter_nodes]
    assert np.array_equal(np.concatenate(gradients), next_update(run, record).gradient)


def test_a_large_network_is_offered_by_layers_only(qtbot: QtBot, page: TrainingPage) -> None:
    menu = page.handing_over.graph_menu
    menu.show_choice(GraphChoice(by_neuron=True, of_sample=True))
    page.edits.edit_run(layers=(2, 40, 40, 1))
    settle(qtbot, page)

    assert not menu.action(GraphChoice(by_neuron=True)).isEnabled()
    assert menu.action(GraphChoice()).isEnabled()
    assert menu.choice == GraphChoice(of_sample=True)


def test_two_weights_chosen_in_the_network_are_sent_as_a_surface(
    qtbot: QtBot, page: TrainingPage
) -> None:
    question = page.handing_over.question = Pair()
    page.selection.set_part(Connection(Unit(0, 1), Unit(1, 0)))
    page.selection.set_part(Bias(Unit(2, 0)))
    drawing = sent_drawing(qtbot, page, page.handing_over.pair_action.trigger, "optimizers")

    assert question.proposed == (4, 16)
    assert question.names[4].startswith("w_x2h1 = ")
    graph = drawing.graph
    free = [node for node in graph.sources() if graph.nodes[node].operation != "constant"]
    assert [graph.nodes[node].operation for node in free] == ["input", "input"]
    assert sorted(graph.nodes[node].name for node in free) == ["b_p", "w_x2h1"]
    record = page.session.record
    surface = compile_graph(graph, free)
    height = surface.value(record.parameters[4], record.parameters[16])
    assert float(height) == pytest.approx(record.loss, rel=1e-15)


@pytest.mark.parametrize("chosen", [[], [3], [0]])
def test_fewer_than_two_chosen_are_filled_up(page: TrainingPage, chosen: list[int]) -> None:
    question = page.handing_over.question = Pair(cancels=True)
    for column in chosen:
        page.selection.set_part(Connection(Unit(0, 0), Unit(1, column)))
    page.selection.set_part(Unit(1, 1))
    page.handing_over.send_pair()
    assert question.proposed == ((0, 3) if chosen == [3] else (0, 1))


def test_the_dialog_refuses_the_same_weight_twice(qtbot: QtBot) -> None:
    dialog = PairDialog(["a = 1", "b = 2", "c = 3"], (0, 1))
    qtbot.addWidget(dialog)
    dialog.show()
    send = dialog.buttons.button(QDialogButtonBox.StandardButton.Ok)
    assert dialog.pair == (0, 1)
    assert send.isEnabled()
    QTest.keyClick(dialog.second_box, Qt.Key.Key_Up)
    assert not send.isEnabled()
    assert dialog.problem.isVisible()
    QTest.keyClick(dialog.second_box, Qt.Key.Key_End)
    assert dialog.pair == (0, 2)
    QTest.mouseClick(send, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, QPoint(9, 9))
    assert dialog.result() == PairDialog.DialogCode.Accepted


def export(qtbot: QtBot, page: TrainingPage, name: str, folder: Path) -> list[Path]:
    page.exporting.files.dialogs = Answers(folder)
    before = set(folder.glob("network-*"))
    getattr(page.exporting, f"{name}_action").trigger()
    settle(qtbot, page.exporting)
    return sorted(set(folder.glob("network-*")) - before)


def test_the_numpy_program_predicts_and_steps_as_the_page(
    qtbot: QtBot, page: TrainingPage, tmp_path: Path
) -> None:
    (path,) = export(qtbot, page, "numpy", tmp_path)
    assert path.name == "network-2-4-1-numpy.py"
    program = runpy.run_path(str(path))
    record = page.session.record
    given = {name: program[name] for name in ("X", "W1", "b1", "W2", "b2")}
    assert program["predict"](**given) == pytest.approx(record.predictions, rel=1e-12)
    after = np.concatenate([np.ravel(part) for part in program["next_update"]()])
    assert after == pytest.approx(next_update(page.session.run, record).after, rel=1e-12)


def test_the_pytorch_program_is_a_program(qtbot: QtBot, page: TrainingPage, tmp_path: Path) -> None:
    (path,) = export(qtbot, page, "pytorch", tmp_path)
    compile(path.read_text(encoding="utf-8"), path.name, "exec")


def test_weights_come_back_from_both_tables_with_all_bits(
    qtbot: QtBot, page: TrainingPage, tmp_path: Path
) -> None:
    parameters = page.session.record.parameters
    (arrays,) = export(qtbot, page, "npz", tmp_path)
    with np.load(arrays, allow_pickle=False) as found:
        flat = np.concatenate([found[name].ravel() for name in ("W1", "b1", "W2", "b2")])
    assert np.array_equal(flat, parameters)

    (table,) = export(qtbot, page, "weights", tmp_path)
    rows = list(csv.DictReader(table.read_text(encoding="utf-8").splitlines()))
    assert np.array_equal([float(row["value"]) for row in rows], parameters)
    assert rows[0] == {
        "name": "w_x1h1", "layer": "1", "from": "1", "to": "1", "value": repr(parameters[0].item()),
    }  # fmt: skip
    assert rows[-1]["from"] == ""


def test_the_history_has_a_line_for_each_moment(
    qtbot: QtBot, page: TrainingPage, tmp_path: Path
) -> None:
    (path,) = export(qtbot, page, "history", tmp_path)
    rows = list(csv.DictReader(path.read_text(encoding="utf-8").splitlines()))
    moments = page.session.history.moments
    assert [float(row["loss"]) for row in rows] == [moment.loss for moment in moments]
    assert [int(row["step"]) for row in rows] == [0, 1]
    assert rows[0]["test_loss"] == ""
    # Every cell is a number for any program that reads the table, or empty.
    assert all(cell == "" or math.isfinite(float(cell)) for row in rows for cell in row.values())
    assert float(rows[1]["accuracy"]) == moments[1].accuracy
    assert float(rows[1]["gradient_norm_2"]) == moments[1].gradient_norms[1]


def test_pictures_of_all_that_is_drawn_are_sharp(
    qtbot: QtBot, page: TrainingPage, tmp_path: Path
) -> None:
    folder = tmp_path / "pictures"
    folder.mkdir()
    with qtbot.waitSignal(page.reported) as told:
        paths = export(qtbot, page, "pictures", folder)
    assert told.args == [f"{len(paths)} pictures were exported.", "info"]
    # The network, the plane, and the two plots of curves.
    assert len(paths) >= 4
    for path in paths:
        image = QImage(str(path))
        colours = {image.pixel(x, image.height() // 2) for x in range(0, image.width(), 3)}
        assert len(colours) > 2, path.name
    assert QImage(str(paths[0])).width() > page.network_view.width()


def test_the_folder_is_remembered_and_cancelling_writes_nothing(
    qtbot: QtBot, page: TrainingPage, tmp_path: Path
) -> None:
    folder = tmp_path / "exports"
    folder.mkdir()
    export(qtbot, page, "npz", folder)
    answers = page.exporting.files.dialogs = Answers(tmp_path, cancels=True)
    for name in ("pytorch", "numpy", "npz", "weights", "history", "pictures"):
        getattr(page.exporting, f"{name}_action").trigger()
    assert has_settled(page.exporting)
    assert {path if path == folder else path.parent for path in answers.suggested} == {folder}
    assert len(list(folder.iterdir())) == 1


def test_a_folder_that_is_gone_gives_a_sentence_and_the_old_file_stays_whole(
    qtbot: QtBot, page: TrainingPage, tmp_path: Path
) -> None:
    folder = tmp_path / "exports"
    folder.mkdir()
    (path,) = export(qtbot, page, "weights", folder)
    before = path.read_bytes()
    gone = folder / "gone"
    page.exporting.files.dialogs = Answers(gone)
    with qtbot.waitSignal(page.reported) as told:
        page.exporting.weights_action.trigger()
    assert told.args is not None
    text, severity = told.args
    assert text.startswith("The export failed. “network-2-4-1-weights.csv” cannot be written: ")
    assert severity == "error"
    assert path.read_bytes() == before
    # The folder that is gone is not proposed again.
    answers = page.exporting.files.dialogs = Answers(folder, cancels=True)
    page.exporting.weights_action.trigger()
    assert answers.suggested[0].parent != gone


def test_exporting_stands_in_the_file_menu(page: TrainingPage) -> None:
    entries = dict(page.menu_actions())
    assert page.exporting.submenu in entries["File"]
    assert page.handing_over.pair_action in entries["Training"]


def test_a_file_replaced_keeps_its_permissions(
    qtbot: QtBot, page: TrainingPage, tmp_path: Path
) -> None:
    path = tmp_path / "network-2-4-1-weights.csv"
    path.write_text("old", encoding="utf-8")
    path.chmod(0o640)
    page.exporting.files.dialogs = Answers(tmp_path)
    page.exporting.weights_action.trigger()
    settle(qtbot, page.exporting)
    assert path.stat().st_mode & 0o777 == 0o640
    assert path.read_text(encoding="utf-8").startswith("name,layer")
    assert page._settings.get(EXPORT_FOLDER) == str(tmp_path)
    assert [item.name for item in tmp_path.iterdir() if item.suffix == ".part"] == []
