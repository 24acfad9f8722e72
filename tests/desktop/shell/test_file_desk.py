"""Files that are dropped, pasted or named go to the space that reads them, whatever is shown."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desktop.shell.application import Application
from desktop.shell.main_window import MainWindow
from tests.desktop.shell.conftest import NotePage


@pytest.fixture
def window(application: Application) -> MainWindow:
    return application.window


def carrying(*paths: Path) -> QMimeData:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    return data


def drop(window: MainWindow, data: QMimeData) -> bool:
    """Drop on what lies in the middle of the window, from where it is handed up; tell if taken."""
    place, button = QPointF(40, 40), Qt.MouseButton.LeftButton
    action, no_key = Qt.DropAction.CopyAction, Qt.KeyboardModifier.NoModifier
    entering = QDragEnterEvent(place.toPoint(), action, data, button, no_key)
    entering.ignore()
    QApplication.sendEvent(window, entering)
    if entering.isAccepted():
        QApplication.sendEvent(window, QDropEvent(place, action, data, button, no_key))
    return entering.isAccepted()


def taken(window: MainWindow) -> dict[str, list[tuple[str, str]]]:
    return {
        space_id: page.files
        for space_id, page in window.stack.pages.items()
        if isinstance(page, NotePage) and page.files
    }


def test_each_file_goes_where_it_is_read_and_one_is_shown_in_each_space(
    window: MainWindow, qtbot: QtBot, tmp_path: Path
) -> None:
    names = ["b.csv", "a.wiregrad-race", "c.csv", "letter.pdf", "d.wiregrad-activations"]
    assert drop(window, carrying(*(tmp_path / name for name in names)))
    qtbot.waitUntil(lambda: not window.is_busy)
    assert taken(window) == {
        "training": [("b.csv", "table")],
        "optimizers": [("a.wiregrad-race", "race")],
        "activations": [("d.wiregrad-activations", "activations")],
    }
    # The first file's space stays, and what was not opened is said.
    assert window.stack.current_id == "training"
    told = window.message_bar.text
    assert "letter.pdf" in told
    assert "c.csv" in told
    assert ".wiregrad-race" in told


def test_what_is_unknown_changes_nothing_and_what_is_no_file_is_not_taken(
    window: MainWindow, qtbot: QtBot, tmp_path: Path
) -> None:
    before = window.stack.current_id
    assert drop(window, carrying(tmp_path / "letter.pdf"))
    qtbot.waitUntil(lambda: not window.is_busy)
    assert (window.stack.current_id, taken(window)) == (before, {})
    assert window.message_bar.text.startswith("letter.pdf: Wiregrad does not read it.")
    text = QMimeData()
    text.setText("x*y")
    assert not drop(window, text)


def test_files_copied_in_a_file_manager_are_pasted(
    window: MainWindow, qtbot: QtBot, tmp_path: Path
) -> None:
    QGuiApplication.clipboard().setMimeData(carrying(tmp_path / "a.wiregrad-race"))
    page = window.stack.current
    assert isinstance(page, NotePage)
    page.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    page.setFocus()
    QTest.keyClick(page, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: not window.is_busy)
    assert taken(window) == {"optimizers": [("a.wiregrad-race", "race")]}
    QGuiApplication.clipboard().clear()
