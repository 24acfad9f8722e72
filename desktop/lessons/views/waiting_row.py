"""What is being computed where that takes long, and a button that gives it up."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from desktop.desk.background_task import BackgroundTask
from desktop.desk.explaining import explain
from desktop.desk.settling import Delay
from desktop.foundation.theme import theme, theme_notifier
from desktop.lessons.views.announcing import announce
from desktop.lessons.views.button_row import EnterButton
from desktop.widgets.panels.text_label import text_label

# What is there sooner is not worth a word.
_PATIENCE_MS = 500


class WaitingRow(QWidget):
    """Says what is waited for, once that has taken a while; it takes no room until then.

    Signals:
        cancelled(): What was waited for has been given up.
    """

    cancelled = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._tasks: list[tuple[BackgroundTask, str]] = []
        self._label = text_label(self, "muted")
        self.cancel_button = EnterButton(self.tr("Cancel"), self)
        explain(self.cancel_button, None, self.tr("Wait for this no longer; nothing is changed"))
        self.cancel_button.clicked.connect(lambda _=False: self._give_up())
        self._patience = Delay(_PATIENCE_MS, self._show, self)
        self._row = QHBoxLayout(self)
        self._row.addWidget(self._label, 1)
        self._row.addWidget(self.cancel_button, 0, Qt.AlignmentFlag.AlignTop)
        theme_notifier().follow(self._on_theme_changed)
        self._on_theme_changed()
        self.hide()

    @property
    def text(self) -> str:
        """What is waited for; empty while nothing is."""
        return "" if self.isHidden() else self._label.text()

    def follow(self, task: BackgroundTask, words: str) -> None:
        """Say some words while a task takes long.

        Args:
            task: It can be given up at any time.
            words: What it does, as a sentence.
        """
        self._tasks.append((task, words))
        task.busy_changed.connect(self._on_busy)

    def forget(self, task: BackgroundTask) -> None:
        """Say nothing of a task any more."""
        self._tasks = [each for each in self._tasks if each[0] is not task]
        task.busy_changed.disconnect(self._on_busy)
        self._on_busy()

    def shutdown(self) -> None:
        """Wait for nothing any more."""
        self._patience.shutdown()

    def _running(self) -> list[tuple[BackgroundTask, str]]:
        return [(task, words) for task, words in self._tasks if task.is_running]

    def _on_busy(self) -> None:
        if not self._running():
            self._patience.stop()
            self.hide()
        elif self.isHidden() and not self._patience.isActive():
            self._patience.start()

    def _show(self) -> None:
        running = self._running()
        if running:
            self._label.setText(running[-1][1])
            self.show()
            announce(self, running[-1][1])

    def _give_up(self) -> None:
        for task, _ in self._running():
            task.give_up()
        # It ends soon, and nobody waits for that.
        self._patience.stop()
        self.hide()
        self.cancelled.emit()

    def _on_theme_changed(self) -> None:
        edge, small = theme().px(12), theme().px(6)
        self._row.setContentsMargins(edge, small, edge, small)
        self._row.setSpacing(small)
