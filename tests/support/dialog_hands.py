"""Hands for modal dialogs: they answer one after the other while the caller waits in `exec`."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import ClassVar

from PySide6.QtCore import QObject, Qt, QTimer
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QApplication,
    QDialog,
    QFileDialog,
    QLineEdit,
    QMessageBox,
    QPushButton,
    QWidget,
)

_POLL_MS = 5
# So that a dialog which nobody expected is a failure and not a hanging test.
_MOST_POLLS = 1200


@dataclass(frozen=True)
class Step:
    """What to do with the next dialog of a kind."""

    kind: type[QDialog]
    act: Callable[[QDialog], None]


class DialogHands(QObject):
    """Does one step for each modal dialog that opens, and notes what the dialogs said."""

    def __init__(self, *steps: Step) -> None:
        """Begin; the steps are done in order."""
        super().__init__()
        self._steps = list(steps)
        self._polls = 0
        self.said: list[str] = []
        self._wait()

    @property
    def is_done(self) -> bool:
        """Whether every step was done."""
        return not self._steps

    def _wait(self) -> None:
        QTimer.singleShot(_POLL_MS, self, self._look)

    def _look(self) -> None:
        self._polls += 1
        dialog = QApplication.activeModalWidget()
        if self._polls > _MOST_POLLS:
            self._give_up(dialog)
        elif self._steps and _is_ready(dialog) and isinstance(dialog, self._steps[0].kind):
            self._do(dialog)
        elif self._steps or dialog is not None:
            self._wait()

    def _do(self, dialog: QDialog) -> None:
        if isinstance(dialog, QMessageBox):
            self.said.append(f"{dialog.text()} {dialog.informativeText()}".strip())
        step = self._steps.pop(0)
        # Before the step: it may open the next dialog and wait in it.
        self._wait()
        step.act(dialog)

    def _give_up(self, dialog: QWidget | None) -> None:
        if isinstance(dialog, QDialog):
            self.said.append(f"unexpected: {dialog.windowTitle()}")
            dialog.reject()
            self._wait()


def name(text: str) -> Step:
    """Return a step that types a name into Qt's own file dialog and presses Enter."""

    def act(dialog: QDialog) -> None:
        edit = dialog.findChild(QLineEdit, "fileNameEdit")
        assert edit is not None
        edit.selectAll()
        QTest.keyClick(edit, Qt.Key.Key_Backspace)
        event = QInputMethodEvent()
        event.setCommitString(text)
        QApplication.sendEvent(edit, event)
        assert edit.text() == text
        QTest.keyClick(edit, Qt.Key.Key_Return)

    return Step(QFileDialog, act)


def typed_name(into: list[str]) -> Step:
    """Return a step that notes which name stands in the file dialog, and closes it by Escape."""

    def act(dialog: QDialog) -> None:
        edit = dialog.findChild(QLineEdit, "fileNameEdit")
        assert edit is not None
        into.append(edit.text())
        QTest.keyClick(dialog, Qt.Key.Key_Escape)

    return Step(QFileDialog, act)


def press(button: str) -> Step:
    """Return a step that clicks a message box's button, by its meaning or its standard name."""

    def act(dialog: QDialog) -> None:
        assert isinstance(dialog, QMessageBox)
        found = dialog.findChild(QPushButton, button)
        if found is None:
            found = dialog.button(QMessageBox.StandardButton[button])  # type: ignore[assignment]
        assert found is not None, [item.text() for item in dialog.buttons()]
        QTest.mouseClick(found, Qt.MouseButton.LeftButton)

    return Step(QMessageBox, act)


def escape(kind: type[QDialog]) -> Step:
    """Return a step that closes a dialog by the Escape key."""
    return Step(kind, lambda dialog: QTest.keyClick(dialog, Qt.Key.Key_Escape))


def _is_ready(dialog: QWidget | None) -> bool:
    if dialog is None or not dialog.isVisible():
        return False
    # A window system gives the keys back to the dialog below; the offscreen one does not.
    dialog.activateWindow()
    return dialog.isActiveWindow()


class ScriptedChooser:
    """Stands in for a native file dialog, which no test can type into: it names what it was told.

    Put it in the place of `SaveDialogs.make_chooser`.
    """

    answers: ClassVar[list[Path | None]] = []
    asked: ClassVar[int] = 0

    def __init__(self, parent: QWidget, title: str, suggestion: Path, kind: object) -> None:
        self.dialog = parent

    def choose(self) -> Path | None:
        type(self).asked += 1
        return type(self).answers.pop(0)

    def on_refused(self, told: Callable[[Path], None]) -> None:
        pass

    def close(self) -> None:
        pass
