"""Text that looks like markup, put wherever text goes, is shown as it stands and opens no file."""

from __future__ import annotations

import json
import os
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QAbstractItemModel, QAbstractListModel, QModelIndex
from PySide6.QtGui import QAction, QHelpEvent, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QApplication,
    QLabel,
    QMessageBox,
    QToolTip,
    QWidget,
)
from pytestqt.qtbot import QtBot

from desktop.activations.page import ActivationsPage
from desktop.files.document_dialogs import DocumentDialogs
from desktop.foundation.settings import RECENT_FILES, RECENT_RACES, Settings
from desktop.graph_editor.files.drawing_document import drawing_form
from desktop.graph_editor.page import GraphPage
from desktop.optimizers.page import OptimizersPage
from desktop.shell.application import Application
from desktop.training.page import TrainingPage
from desktop.widgets.bars.message_bar import MessageBar
from engine.drawing.drawing import Drawing, Frame, FrameId
from engine.drawing.serialization import to_json
from engine.formula.parser import parse_formula
from tests.hostile.pipe_watch import PipeWatch
from tests.support.settling import settle

pytestmark = pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="there are no pipes here")

# The name of a file may hold no slash: the picture that it names lies in the working folder.
MARK = "<img src=pipe>"
TEXTS = (
    MARK,
    f"{MARK}\n{MARK}",
    f"<b>x</b> {MARK}",
    f"&amp; &File {MARK}",
    f"<a href=pipe>{MARK}</a>",
    f"\u202e{MARK}\u200f",
    f"{{0}} {{name}} {MARK}",
    f"{MARK}{'W' * 150}",
)


@pytest.fixture
def pipe(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[PipeWatch]:
    monkeypatch.chdir(tmp_path)
    watch = PipeWatch(tmp_path / "pipe")
    yield watch
    watch.stop()


class _Texts:
    """What a window shows, and where."""

    def __init__(self) -> None:
        self.found: list[str] = []

    def look(self, top: QWidget) -> None:
        """Go through all widgets, actions and models; point at those that explain themselves."""
        for widget in (top, *top.findChildren(QWidget)):
            self._look_at(widget)
        for action in top.findChildren(QAction):
            self._check_tips(action)
            self._check_mnemonic(action.text())
        top.grab()
        QApplication.processEvents()

    def _look_at(self, widget: QWidget) -> None:
        self._check_tips(widget)
        if isinstance(widget, QLabel) and MARK in widget.text():
            self.found.append("label")
            assert widget.textFormat() == Qt.TextFormat.PlainText
        if isinstance(widget, QAbstractButton):
            self._check_mnemonic(widget.text())
        if isinstance(widget, QAbstractItemView) and widget.model() is not None:
            self._look_into(widget.model())
        if MARK in widget.toolTip() or "&lt;img" in widget.toolTip():
            self._point_at(widget)

    def _look_into(self, model: QAbstractItemModel) -> None:
        top = QModelIndex()
        # A list has one column, and lets nobody ask for it.
        columns = 1 if isinstance(model, QAbstractListModel) else model.columnCount(top)
        for row in range(min(model.rowCount(top), 30)):
            for column in range(columns):
                index = model.index(row, column, top)
                if MARK in str(model.data(index, Qt.ItemDataRole.DisplayRole)):
                    self.found.append("cell")
                tip = model.data(index, Qt.ItemDataRole.ToolTipRole)
                self._check_tip(str(tip or ""))
        for column in range(columns):
            if MARK in str(model.headerData(column, Qt.Orientation.Horizontal)):
                self.found.append("header")

    def _point_at(self, widget: QWidget) -> None:
        middle = widget.rect().center()
        event = QHelpEvent(QHelpEvent.Type.ToolTip, middle, widget.mapToGlobal(middle))
        QApplication.sendEvent(widget, event)
        QApplication.processEvents()
        QToolTip.hideText()
        self.found.append("tip")

    def _check_tips(self, owner: QWidget | QAction) -> None:
        for tip in (owner.toolTip(), owner.whatsThis(), owner.statusTip()):
            self._check_tip(tip)

    @staticmethod
    def _check_tip(tip: str) -> None:
        if "img src" in tip and Qt.mightBeRichText(tip):
            assert "<img" not in tip

    def _check_mnemonic(self, text: str) -> None:
        if MARK in text:
            self.found.append("entry")
            assert "&" not in text.replace("&&", "")


def _graph_file(folder: Path, text: str) -> Path:
    graph = parse_formula("f = x*w + b")
    frames = {FrameId(1): Frame(text, frozenset(list(graph.nodes)[:2]), text, 1)}
    drawing = Drawing(graph, {key: (90.0 * key, 0.0) for key in graph.nodes}, text, text, frames)
    path = folder / f"{MARK}.wiregrad"
    path.write_text(to_json(drawing), encoding="utf-8")
    return path


@pytest.mark.parametrize("text", TEXTS, ids=range(len(TEXTS)))
def test_titles_notes_and_file_names_of_graphs(
    application: Application, qtbot: QtBot, tmp_path: Path, pipe: PipeWatch, text: str
) -> None:
    window = application.window
    page = window.stack.page("graph")
    assert isinstance(page, GraphPage)
    page.files.open_path(_graph_file(tmp_path, text))
    settle(qtbot, page)
    seen = _Texts()
    seen.look(window)
    # Its title and description in the inspector, and its name among the recent files.
    assert {"label", "entry"} <= set(seen.found)
    assert MARK in window.windowTitle()
    page.scene.select(list(page.document.drawing.graph.nodes))
    page.view.framing.edit_meant()
    seen.look(window)
    _hover_everything(page)
    assert not pipe.was_opened()


def _hover_everything(page: GraphPage) -> None:
    """Let the pointer rest on each node, as a tooltip needs it."""
    viewport = page.view.viewport()
    for node in page.document.drawing.graph.nodes:
        place = page.view.mapFromScene(page.scene.node_rect(node).center())
        event = QHelpEvent(QHelpEvent.Type.ToolTip, place, viewport.mapToGlobal(place))
        QApplication.sendEvent(viewport, event)
        QApplication.processEvents()
    QToolTip.hideText()


def test_messages_and_questions_about_graphs(
    application: Application,
    qtbot: QtBot,
    tmp_path: Path,
    pipe: PipeWatch,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    window = application.window
    page = window.stack.page("graph")
    assert isinstance(page, GraphPage)
    damaged = tmp_path / f"{MARK}.damaged"
    damaged.write_text(
        json.dumps({"format": "wiregrad-graph", "version": 1, "nodes": [
            {"id": 1, "operation": MARK}], "wires": [], "title": "", "description": ""}),
        encoding="utf-8",
    )  # fmt: skip
    page.files.open_path(damaged)
    assert window.message_bar.text.count(MARK) == 2
    seen = _Texts()
    seen.look(window)
    assert "label" in seen.found

    asked: list[QMessageBox] = []

    def answer(box: QMessageBox) -> int:
        asked.append(box)
        box.show()
        _Texts().look(box)
        box.hide()
        return int(QMessageBox.StandardButton.Cancel.value)

    monkeypatch.setattr(QMessageBox, "exec", answer)
    DocumentDialogs(page, drawing_form()).ask_unsaved(f"<b>x</b> {MARK}")
    (box,) = asked
    assert box.textFormat() == Qt.TextFormat.PlainText
    page.formula_bar.field.setText(f"x + {MARK}")
    QTest.keyClick(page.formula_bar.field, Qt.Key.Key_Return)
    settle(qtbot, page)
    page.palette_panel.search_field.setText(MARK)
    seen.look(window)
    assert not pipe.was_opened()


@pytest.mark.parametrize("text", TEXTS, ids=range(len(TEXTS)))
def test_names_in_tables(
    application: Application, qtbot: QtBot, tmp_path: Path, pipe: PipeWatch, text: str
) -> None:
    window = application.window
    window.show_space("training")
    page = window.stack.page("training")
    assert isinstance(page, TrainingPage)
    name = text.replace("\n", " ").replace('"', "")
    classes = (f"<b>{MARK}", name)
    rows = "".join(f'{n},{n * n},"{classes[n % 2]}"\n' for n in range(8))
    path = tmp_path / f"{MARK}.csv"
    path.write_text(f'"{name} a",<i>b</i>,"{name} kind"\n{rows}', encoding="utf-8")
    page.tables.open(path)
    dialog = page.tables.dialog
    assert dialog is not None
    settle(qtbot, dialog)
    seen = _Texts()
    seen.look(dialog)
    # The outcome lists the classes, the lists and the headers name the columns.
    assert {"label", "cell", "header"} <= set(seen.found)
    QTest.mouseClick(dialog.use_button, Qt.MouseButton.LeftButton)
    settle(qtbot, page)
    seen.look(window)
    legends = [label.text() for label in window.findChildren(QLabel) if "img src" in label.text()]
    assert legends
    assert all(MARK not in legend or "<span" not in legend for legend in legends)
    assert not pipe.was_opened()


def test_axes_and_legends_of_plots(qtbot: QtBot, tmp_path: Path, pipe: PipeWatch) -> None:
    from desktop.widgets.plots.plot_view import PlotView

    plot = PlotView()
    qtbot.addWidget(plot)
    plot.resize(400, 300)
    plot.set_labels(f"<b>{MARK}</b>", f"&amp; {MARK}")
    plot.show()
    plot.grab()
    axis = plot.canvas.getAxis("bottom")
    assert axis.label.toPlainText().strip() == f"<b>{MARK}</b>"
    assert not pipe.was_opened()


def test_own_functions_and_races(
    application: Application, qtbot: QtBot, tmp_path: Path, pipe: PipeWatch, settings: Settings
) -> None:
    window = application.window
    settings.set(RECENT_RACES, [str(tmp_path / f"{MARK} & x.wiregrad-race")])
    settings.set(RECENT_FILES, [str(tmp_path / f"{MARK} & x.wiregrad")])
    window.show_space("activations")
    activations = window.stack.page("activations")
    assert isinstance(activations, ActivationsPage)
    own = activations.findChildren(QWidget)
    seen = _Texts()
    assert own
    for field in _fields(activations):
        field.setText(f"x + {MARK}")
        QTest.keyClick(field, Qt.Key.Key_Return)
        seen.look(window)
    window.show_space("optimizers")
    optimizers = window.stack.page("optimizers")
    assert isinstance(optimizers, OptimizersPage)
    path = tmp_path / f"{MARK}.wiregrad-race"
    path.write_text(json.dumps({"format": "wiregrad-race", "version": 1, "setups": [
        {"surface": MARK}], "method": MARK, "step": 1}), encoding="utf-8")  # fmt: skip
    optimizers.keeping.files.open_path(path)
    settle(qtbot, optimizers)
    assert window.message_bar.text.count(MARK) == 2
    for field in _fields(optimizers):
        field.setText(MARK)
        QTest.keyClick(field, Qt.Key.Key_Return)
        settle(qtbot, optimizers)
        seen.look(window)
    assert {"label", "entry"} <= set(seen.found)
    assert not pipe.was_opened()


def _fields(page: QWidget) -> list[Any]:
    from PySide6.QtWidgets import QLineEdit

    return [f for f in page.findChildren(QLineEdit) if f.isVisible() and not f.isReadOnly()]


def test_the_watch_notices_what_qt_opens_by_itself(qtbot: QtBot, pipe: PipeWatch) -> None:
    label = QLabel(MARK)
    qtbot.addWidget(label)
    label.grab()
    assert pipe.was_opened()


def test_a_message_of_many_lines_is_one_label(qtbot: QtBot, pipe: PipeWatch) -> None:
    bar = MessageBar()
    qtbot.addWidget(bar)
    bar.show_message("\n".join(TEXTS))
    _Texts().look(bar)
    assert not pipe.was_opened()
