"""A file goes where the window sends it: nothing on a page knows better, or opens it otherwise."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from desktop.shell.application import Application
from desktop.training.page import TrainingPage
from engine.activations.activation_file import to_json
from engine.activations.activation_setup import first_setup
from engine.export.network_tables import weights_csv
from tests.support.cases import case
from tests.support.program import running_program
from tests.support.settling import settle

SPACES = ("graph", "activations", "optimizers", "training")


@pytest.fixture
def program(qapp: QApplication, tmp_path: Path) -> Iterator[Application]:
    with running_program(qapp, tmp_path / "settings") as made:
        yield made


def carried(*paths: Path) -> QMimeData:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    return data


def drop(qtbot: QtBot, program: Application, *paths: Path) -> None:
    """Drop files on the window, and wait until they are shown."""
    window, data = program.window, carried(*paths)
    assert takes(window, data)
    place, button = QPointF(40, 40), Qt.MouseButton.LeftButton
    action, no_key = Qt.DropAction.CopyAction, Qt.KeyboardModifier.NoModifier
    QApplication.sendEvent(window, QDropEvent(place, action, data, button, no_key))
    qtbot.waitUntil(lambda: not window.is_busy)
    assert window.stack.current is not None
    settle(qtbot, window.stack.current)


def takes(widget: QWidget, data: QMimeData) -> bool:
    action, no_key = Qt.DropAction.CopyAction, Qt.KeyboardModifier.NoModifier
    entering = QDragEnterEvent(QPoint(2, 2), action, data, Qt.MouseButton.LeftButton, no_key)
    entering.ignore()
    QApplication.sendEvent(widget, entering)
    return entering.isAccepted()


def test_only_the_window_takes_a_file(program: Application, tmp_path: Path) -> None:
    window, data = program.window, carried(tmp_path / "a.csv")
    for space in SPACES:
        with case(space):
            window.show_space(space)
            page = window.stack.page(space)
            # What a part of the page does not take goes up to the window by itself.
            window.setAcceptDrops(False)
            assert not [each for each in (page, *page.findChildren(QWidget)) if takes(each, data)]
            window.setAcceptDrops(True)
            assert takes(page, data)


def test_weights_dropped_as_a_table_are_weights(
    qtbot: QtBot, program: Application, tmp_path: Path
) -> None:
    window = program.window
    window.show_space("training")
    page = window.stack.page("training")
    assert isinstance(page, TrainingPage)
    session, path = page.session, tmp_path / "weights.csv"
    wanted = session.record.parameters
    path.write_text(weights_csv(session.run.network, wanted))
    page.edits.edit_run(seed=session.run.seed + 1)
    assert session.record.parameters.tobytes() != wanted.tobytes()
    drop(qtbot, program, path)
    assert window.stack.current_id == "training"
    assert page.tables.dialog is None
    assert session.record.parameters.tobytes() == wanted.tobytes()


def test_what_was_not_opened_is_said_beside_a_file_that_takes_long_to_read(
    qtbot: QtBot, program: Application, tmp_path: Path
) -> None:
    path = tmp_path / "first.wiregrad-activations"
    path.write_text(to_json(first_setup()), encoding="utf-8")
    drop(qtbot, program, path, tmp_path / "letter.pdf")
    page = program.window.stack.current
    assert page is not None
    files = page.document_files
    assert files is not None
    qtbot.waitUntil(lambda: files.path == path)
    assert "letter.pdf" in program.window.message_bar.text
