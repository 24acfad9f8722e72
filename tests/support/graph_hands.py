"""Hands for the graph space: they drag chips onto the canvas and wires between ports, by mouse."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt
from PySide6.QtGui import QDragEnterEvent, QDragMoveEvent, QDropEvent, QPixmap
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from desktop.foundation.settings import Settings
from desktop.graph_editor.page import GraphPage
from desktop.graph_editor.palette import operation_chip
from engine.graph.model import InputPort, NodeId

_LEFT = Qt.MouseButton.LeftButton
_NONE = Qt.KeyboardModifier.NoModifier


class _Drag:
    """Stands in for `QDrag`: the offscreen platform ends every drag before it has begun."""

    target: QWidget
    place: QPoint

    def __init__(self, source: QWidget) -> None:
        self._data = QMimeData()

    def setMimeData(self, data: QMimeData) -> None:  # noqa: N802
        self._data = data

    def setPixmap(self, pixmap: QPixmap) -> None:  # noqa: N802
        assert not pixmap.isNull()

    def setHotSpot(self, place: QPoint) -> None:  # noqa: N802
        pass

    def exec(self, action: Qt.DropAction) -> Qt.DropAction:
        enter = QDragEnterEvent(self.place, action, self._data, _LEFT, _NONE)
        QApplication.sendEvent(self.target, enter)
        if not enter.isAccepted():
            return Qt.DropAction.IgnoreAction
        QApplication.sendEvent(
            self.target, QDragMoveEvent(self.place, action, self._data, _LEFT, _NONE)
        )
        drop = QDropEvent(QPointF(self.place), action, self._data, _LEFT, _NONE)
        QApplication.sendEvent(self.target, drop)
        return action


@contextmanager
def _drags_to(target: QWidget, place: QPoint) -> Iterator[None]:
    with pytest.MonkeyPatch.context() as patch:
        _Drag.target, _Drag.place = target, place
        patch.setattr(operation_chip, "QDrag", _Drag)
        yield


def drag_from_palette(page: GraphPage, name: str, x: float, y: float) -> NodeId:
    """Drag an operation's chip onto a place of the scene; return the node that is new there."""
    before = set(page.document.graph.nodes)
    chip = page.palette_panel.chip(name)
    grip = chip.rect().center()
    with _drags_to(page.view.viewport(), page.view.mapFromScene(QPointF(x, y))):
        QTest.mousePress(chip, _LEFT, _NONE, grip)
        # A press alone is no drag, so the mouse has to go some way.
        for step in (4, 30):
            QTest.mouseMove(chip, grip + QPoint(step, 0))
            QApplication.processEvents()
        QTest.mouseRelease(chip, _LEFT, _NONE, grip)
    (new,) = set(page.document.graph.nodes) - before
    return new


def drag_wire(page: GraphPage, source: NodeId, port: InputPort) -> None:
    """Pull a wire from a node's output to an input port."""
    viewport = page.view.viewport()
    start = page.view.mapFromScene(page.scene.items_shown.output_point(source))
    end = page.view.mapFromScene(page.scene.items_shown.input_point(port))
    QTest.mousePress(viewport, _LEFT, _NONE, start)
    QTest.mouseMove(viewport, (start + end) / 2)
    QTest.mouseMove(viewport, end)
    QTest.mouseRelease(viewport, _LEFT, _NONE, end)


def numbers_on_wire(page: GraphPage, port: InputPort) -> list[str]:
    """Return what is drawn on a wire: the value above it and the gradient below."""
    return [label.text for label in page.scene.labels.wires[port].labels]


def numbers_at_end(page: GraphPage, node: NodeId) -> list[str]:
    """Return what is drawn behind a node that feeds nothing."""
    return [label.text for label in page.scene.labels.ends[node].labels]


def make_page(qtbot: QtBot, folder: Path) -> GraphPage:
    """Return a page as a window shows it first, with settings of its own."""
    page = GraphPage(Settings(str(folder / "settings.ini")))
    qtbot.addWidget(page, before_close_func=GraphPage.shutdown)
    page.resize(1300, 800)
    page.show()
    qtbot.waitExposed(page)
    return page
