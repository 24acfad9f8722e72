"""My gates: kept across sessions, offered like operations, safe from bad files."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from PySide6.QtCore import QPointF, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QInputDialog, QMessageBox
from pytestqt.qtbot import QtBot

from desktop.graph_editor.editing.node_adder import LooseEnd
from desktop.graph_editor.groups.gate_shelf import GateShelf
from desktop.graph_editor.page import GraphPage
from desktop.graph_editor.palette.operation_chip import OperationChip
from engine.errors import FileFormatError, GraphError
from engine.graph.model import InputPort
from tests.desktop.graph_editor.groups.conftest import group_tail
from tests.support.graph_hands import drag_from_palette, make_page

_LEFT = Qt.MouseButton.LeftButton


def kept_chip(page: GraphPage) -> OperationChip:
    """Keep the tail of the neuron and return its chip."""
    group_tail(page)
    page.canvas_actions["keep_gate"].trigger()
    mine = page.palette_panel.my_gates
    assert mine is not None
    (chip,) = mine.chips
    assert not mine.isHidden()
    return chip


def test_a_kept_gate_is_there_in_the_next_session(
    page: GraphPage, qtbot: QtBot, tmp_path: Path
) -> None:
    mine = page.palette_panel.my_gates
    assert mine is not None
    assert mine.isHidden()
    assert kept_chip(page).text() == "σ"
    again = make_page(qtbot, tmp_path)
    assert [gate.name for gate in again.shelf.gates] == ["σ"]
    assert [path.suffix for path in (tmp_path / "gates").iterdir()] == [".wiregrad"]


def test_it_is_dragged_onto_the_canvas_with_a_port_that_waits(page: GraphPage) -> None:
    kept_chip(page)
    page.document.new()
    drawn = page.scene.items_shown.nodes
    with pytest.raises(ValueError, match="unpack"):
        # Five nodes are new, of which one is drawn.
        drag_from_palette(page, "gate:σ", 0, 0)
    (gate,) = drawn
    assert drawn[gate].face.title == "σ"
    assert page.document.shown.graph.inputs_of(gate) == (None,)
    source = page.document.add_operation("input", (-300.0, 0.0))
    page.document.connect(source, InputPort(gate, 0))
    assert float(page.document.evaluation.values[gate]) == pytest.approx(0.7310585786)


def test_it_goes_into_a_wire_and_to_the_end_of_a_loose_one(page: GraphPage) -> None:
    kept_chip(page)
    page.examples.show_example("a1")
    graph = page.document.graph
    f, q = graph.named("f"), graph.named("q")
    assert f is not None
    assert q is not None
    page.view.adder.add("gate:σ", QPointF(0, 300), LooseEnd(onto=InputPort(f, 0)))
    (gate,) = page.scene.selected_nodes()
    shown = page.document.shown.graph
    assert shown.wires[InputPort(f, 0)] == gate
    assert shown.wires[InputPort(gate, 0)] == q
    page.view.adder.add("gate:σ", QPointF(0, 500), LooseEnd(feed=q))
    (second,) = page.scene.selected_nodes()
    assert page.document.shown.graph.wires[InputPort(second, 0)] == q
    page.document.disconnect(InputPort(f, 1))
    page.view.adder.add("gate:σ", QPointF(0, 700), LooseEnd(into=InputPort(f, 1)))
    (third,) = page.scene.selected_nodes()
    assert page.document.shown.graph.wires[InputPort(f, 1)] == third


def test_the_search_and_the_palette_find_it(page: GraphPage) -> None:
    kept_chip(page)
    page.view.open_search_here()
    page.view.search.field.setText("σ")
    assert page.view.search.offered()[0] == "gate:σ"
    count = len(page.document.graph.nodes)
    QTest.keyClick(page.view.search.field, Qt.Key.Key_Return)
    assert len(page.document.graph.nodes) == count + 5
    page.palette_panel.search_field.setText("matmul")
    assert page.palette_panel.my_gates.isHidden()  # type: ignore[union-attr]
    page.palette_panel.search_field.setText("σ")
    QTest.keyClick(page.palette_panel.search_field, Qt.Key.Key_Return)
    assert len(page.document.graph.nodes) == count + 10


def test_it_is_renamed_and_removed(page: GraphPage, qtbot: QtBot) -> None:
    chip = kept_chip(page)
    mine = page.palette_panel.my_gates
    assert mine is not None
    chip.setFocus()
    QTest.keyClick(chip, Qt.Key.Key_F2)
    dialog = mine.findChild(QInputDialog)
    assert isinstance(dialog, QInputDialog)
    dialog.setTextValue("squash")
    dialog.accept()
    assert [item.text() for item in mine.chips] == ["squash"]
    menu = mine.menu_of(mine.chips[0])
    assert [action.text() for action in menu.actions()] == ["Rename …", "Remove from My gates …"]
    menu.actions()[1].trigger()
    menu.close()
    question = mine.findChild(QMessageBox)
    assert isinstance(question, QMessageBox)
    assert "squash" in question.text()
    remove = next(item for item in question.buttons() if item.text() == "Remove")
    QTest.mouseClick(remove, _LEFT)
    assert mine.chips == []
    assert mine.isHidden()
    assert not page.shelf.gates
    assert page.document.graph.groups


def test_a_name_that_is_none_is_refused(page: GraphPage, qtbot: QtBot) -> None:
    chip = kept_chip(page)
    page.canvas_actions["keep_gate"].trigger()
    assert [gate.name for gate in page.shelf.gates] == ["σ", "σ2"]
    mine = page.palette_panel.my_gates
    assert mine is not None
    chip = mine.chips[0]
    for name, says in (("a b", "cannot be a group's name"), ("σ2", "is called “σ2” already")):
        dialog = mine.ask_name(chip)
        assert dialog is not None
        with qtbot.waitSignal(page.reported) as told:
            dialog.textValueSelected.emit(name)
        dialog.reject()
        assert says in told.args[0]


@pytest.mark.parametrize(
    ("content", "says"),
    [
        ("{", "not JSON"),
        ('{"format": "wiregrad-graph", "version": 99}', "newer"),
        (None, "does not hold one gate"),
        ("\x00", "not JSON"),
    ],
)
def test_a_bad_file_is_told_of_and_left_alone(
    page: GraphPage, tmp_path: Path, content: str | None, says: str
) -> None:
    kept_chip(page)
    (path,) = (tmp_path / "gates").iterdir()
    if content is None:
        record = json.loads(path.read_text(encoding="utf-8"))
        record["groups"] = []
        content = json.dumps(record)
    bad = path.with_name("bad.wiregrad")
    bad.write_text(content, encoding="utf-8")
    shelf = GateShelf(tmp_path / "gates")
    assert [gate.name for gate in shelf.gates] == ["σ"]
    (problem,) = shelf.problems
    assert "bad.wiregrad" in str(problem)
    assert says in str(problem)
    assert bad.read_text(encoding="utf-8") == content


def test_a_name_taken_by_a_bad_file_gets_another_file(page: GraphPage, tmp_path: Path) -> None:
    folder = tmp_path / "gates"
    folder.mkdir()
    (folder / "σ.wiregrad").write_text("mine", encoding="utf-8")
    kept_chip(page)
    assert (folder / "σ.wiregrad").read_text(encoding="utf-8") == "mine"
    assert (folder / "σ-2.wiregrad").exists()


def test_what_cannot_be_written_is_told(page: GraphPage, qtbot: QtBot, tmp_path: Path) -> None:
    (tmp_path / "gates").write_text("in the way")
    group_tail(page)
    with qtbot.waitSignal(page.view.message) as told:
        page.canvas_actions["keep_gate"].trigger()
    assert "cannot be written" in told.args[0]
    assert not page.shelf.gates


def test_two_files_with_gates_of_one_name_are_both_offered(page: GraphPage, tmp_path: Path) -> None:
    kept_chip(page)
    (path,) = (tmp_path / "gates").iterdir()
    path.with_name("other.wiregrad").write_bytes(path.read_bytes())
    shelf = GateShelf(tmp_path / "gates")
    assert [gate.name for gate in shelf.gates] == ["σ", "σ2"]
    assert len({gate.path for gate in shelf.gates}) == 2


def test_a_file_that_cannot_be_removed_is_told(
    page: GraphPage, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(path: Path, missing_ok: bool = False) -> None:
        raise PermissionError(13, "Permission denied")

    chip = kept_chip(page)
    mine = page.palette_panel.my_gates
    assert mine is not None
    dialog = mine.ask_removal(chip)
    assert dialog is not None
    remove = next(item for item in dialog.buttons() if item.text() == "Remove")
    with monkeypatch.context() as patch, qtbot.waitSignal(mine.refused) as told:
        patch.setattr(Path, "unlink", refuse)
        QTest.mouseClick(remove, _LEFT)
    assert told.args is not None
    assert "permission denied" in told.args[0]
    assert [gate.name for gate in page.shelf.gates] == ["σ"]


def test_a_shelf_without_a_folder_forgets(page: GraphPage) -> None:
    group_tail(page)
    shelf = GateShelf(None)
    (group,) = page.document.graph.groups
    gate = shelf.keep(page.document.drawing, group)
    shelf.rename(gate, gate.name)
    with pytest.raises(GraphError):
        shelf.rename(gate, "")
    shelf.remove(gate)
    assert shelf.find("gate:σ") is None
    assert isinstance(FileFormatError("x", "y"), Exception)
