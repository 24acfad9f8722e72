"""Files that are dropped, pasted or named go to the space that reads them, whatever is shown."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desktop.shell.actions import ActionId
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


def test_a_table_is_asked_about_last_over_its_own_space(
    window: MainWindow, qtbot: QtBot, tmp_path: Path
) -> None:
    names = ["a.wiregrad-race", "b.csv", "d.wiregrad-activations"]
    assert drop(window, carrying(*(tmp_path / name for name in names)))
    qtbot.waitUntil(lambda: not window.is_busy)
    assert window.stack.current_id == "training"
    assert taken(window)["training"] == [("b.csv", "table")]
    assert {*taken(window)} == {"activations", "optimizers", "training"}


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


GRAPH = '{"format": "wiregrad-graph", "version": 1}'
TABLE = "x\ty\n1\t2\n"


def paste(window: MainWindow, qtbot: QtBot, text: str, key: str = "Ctrl+V") -> None:
    """Press a key on the page that is seen, beside every field."""
    QGuiApplication.clipboard().setText(text)
    page = window.stack.current
    assert page is not None
    page.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    page.setFocus()
    QTest.keySequence(page, key)
    qtbot.waitUntil(lambda: not window.is_busy)
    QGuiApplication.clipboard().clear()


def test_a_copied_text_goes_to_the_space_that_reads_it(window: MainWindow, qtbot: QtBot) -> None:
    before = window.stack.current_id
    page = window.stack.current
    assert isinstance(page, NotePage)
    # What the page pastes itself is its own, and what nobody reads changes nothing.
    page.pastes = frozenset({"table"})
    paste(window, qtbot, TABLE)
    paste(window, qtbot, "x*y + 1")
    assert (window.stack.current_id, taken(window)) == (before, {})
    page.pastes = frozenset()
    paste(window, qtbot, TABLE)
    assert taken(window)["training"] == [(TABLE, "table")]
    assert window.stack.current_id == "training"
    paste(window, qtbot, GRAPH)
    assert window.stack.current_id == "graph"
    assert taken(window)["graph"][-1] == (GRAPH, "graph")


def test_a_field_keeps_what_is_pasted_into_it_and_the_menu_opens_it_even_so(
    window: MainWindow, qtbot: QtBot
) -> None:
    page = window.stack.current
    assert isinstance(page, NotePage)
    page.note.setFocus()
    QGuiApplication.clipboard().setText(GRAPH)
    QTest.keySequence(page.note, "Ctrl+V")
    assert page.note.text() == GRAPH
    assert taken(window) == {}
    QTest.keySequence(page.note, "Ctrl+Shift+V")
    qtbot.waitUntil(lambda: not window.is_busy)
    assert taken(window) == {"graph": [(GRAPH, "graph")]}
    QGuiApplication.clipboard().setText("x*y")
    window.commands[ActionId.OPEN_COPIED].trigger()
    assert window.message_bar.text.startswith("There is nothing to open")
    QGuiApplication.clipboard().clear()
