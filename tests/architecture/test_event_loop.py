"""The tests run what a loop of events runs, wait for layouts, and live in a home of their own."""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from PySide6.QtCore import QEventLoop, QObject, QStandardPaths, Qt, QTimer
from PySide6.QtGui import QPaintEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QPushButton, QVBoxLayout, QWidget
from pytestqt.exceptions import TimeoutError as QtTimeoutError
from pytestqt.qtbot import QtBot
from shiboken6 import isValid

from tests.support.extremes import paint
from tests.support.settling import aim, settle


def run_a_loop() -> None:
    loop = QEventLoop()
    QTimer.singleShot(0, loop.quit)
    loop.exec()


@pytest.mark.parametrize("handle_events", [QApplication.processEvents, run_a_loop])
def test_whatever_handles_events_deletes(
    qapp: QApplication, handle_events: Callable[[], None]
) -> None:
    deleted = QObject()
    deleted.deleteLater()
    handle_events()
    assert not isValid(deleted)
    # Asked for by something that is handled only now.
    deleted = QObject()
    QTimer.singleShot(0, deleted.deleteLater)
    handle_events()
    assert not isValid(deleted)


def test_between_two_clicks_of_a_hand_the_program_is_back_in_its_loop(qtbot: QtBot) -> None:
    deleted = QObject()
    button = QPushButton()
    qtbot.addWidget(button)
    button.show()
    button.clicked.connect(deleted.deleteLater)
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    assert not isValid(deleted)


def test_what_is_awaited_is_asked_for_until_it_is_so(qtbot: QtBot) -> None:
    answers = iter([False, False, True])
    qtbot.waitUntil(lambda: next(answers))
    assert list(answers) == []
    due: list[int] = []
    QTimer.singleShot(30, lambda: due.append(1))

    def asserted() -> None:
        assert due

    qtbot.waitUntil(asserted)
    with pytest.raises(QtTimeoutError, match="timed out in 20 milliseconds") as caught:
        qtbot.waitUntil(lambda: False, timeout=20)
    assert caught.value.__cause__ is None
    due.clear()
    with pytest.raises(QtTimeoutError) as caught:
        qtbot.waitUntil(asserted, timeout=20)
    assert isinstance(caught.value.__cause__, AssertionError)
    # What only equals true or false counts as it, and what is neither is refused.
    for nothing in (0, 0.0, np.False_):
        with pytest.raises(QtTimeoutError):
            qtbot.waitUntil(_giving(nothing), timeout=20)
    for something in (1, np.True_):
        qtbot.waitUntil(_giving(something))
    wrong: object
    for wrong in ((), [], 2):
        with pytest.raises(ValueError, match="is true, false or asserted"):
            qtbot.waitUntil(_giving(wrong))


def _giving(value: Any) -> Callable[[], Any]:
    return lambda: value


def test_the_mouse_is_aimed_after_the_layout(qtbot: QtBot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    label, button = QLabel("short", window), QPushButton("here", window)
    layout = QVBoxLayout(window)
    layout.addWidget(label)
    layout.addWidget(button)
    window.show()
    settle(qtbot)
    clicks: list[bool] = []
    button.clicked.connect(clicks.append)
    label.setText("one line\n" * 20)
    before = button.geometry().center()
    place = aim(qtbot, window, lambda: button.geometry().center())
    assert place != before
    assert window.childAt(place) is button
    button.hide()
    with pytest.raises(AssertionError, match="cannot be seen"):
        aim(qtbot, button, lambda: button.rect().center())


def test_what_has_not_settled_is_waited_for(qtbot: QtBot) -> None:
    class Part:
        is_settled = False

    part = Part()
    QTimer.singleShot(5, lambda: setattr(part, "is_settled", True))
    settle(qtbot, part)
    assert part.is_settled
    with pytest.raises(TypeError, match="does not tell"):
        settle(qtbot, object())


def test_the_home_is_a_folder_of_this_process_and_of_those_it_starts() -> None:
    home = Path.home()
    assert home.is_relative_to(tempfile.gettempdir())
    command = [sys.executable, "-c", "import pathlib; print(pathlib.Path.home())"]
    said = subprocess.run(command, capture_output=True, text=True, check=True).stdout.strip()
    assert Path(said) == home
    kinds = QStandardPaths.StandardLocation
    for kind in (kinds.GenericConfigLocation, kinds.GenericDataLocation, kinds.DocumentsLocation,
                 kinds.GenericCacheLocation, kinds.RuntimeLocation):  # fmt: skip
        assert Path(QStandardPaths.writableLocation(kind)).is_relative_to(home)
    assert os.environ.get("PYTEST_XDIST_WORKER") is None or home.parent.name.startswith("wiregrad-")


class Picture(QWidget):
    """Counts how often it is painted."""

    painted = 0

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802
        self.painted += 1


@pytest.mark.parametrize("is_shown", [True, False])
def test_what_has_changed_is_painted_once_in_a_window_and_outside(
    qtbot: QtBot, is_shown: bool
) -> None:
    window = QWidget()
    picture = Picture(window)
    qtbot.addWidget(window)
    window.setVisible(is_shown)
    paint(window)
    before = picture.painted
    picture.update()
    paint(window)
    assert picture.painted == before + 1
