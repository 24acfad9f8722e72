"""The offer at the next start: unsaved work was found, to be taken over or thrown away."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QDateTime, QLocale, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QWidget

from desktop.desk.background_task import BackgroundTask
from desktop.desk.explaining import explain
from desktop.files.recovery_store import LostWork, RecoveryStore
from desktop.foundation.translation import filled
from desktop.widgets.panels.text_label import text_label
from engine.quoting import quote

# For the border, and because a line measures a little more laid out than its letters do.
_SPARE_PX = 4


class RecoveryBar(QFrame):
    """Offers one lost work after another; hidden while there is none.

    Signals:
        chosen(work: LostWork[Any]): That one is wanted. Its copy stays until `let_go` is called.
        changed(): It offers another one, or none.
        closed(): The user has answered for the last one.
    """

    chosen = Signal(object)
    changed = Signal()
    closed = Signal()
    can_be_closed = True

    def __init__(self, store: RecoveryStore[Any], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("kind", "message")
        self.setProperty("severity", "warning")
        self._store = store
        self._task = BackgroundTask(self)
        self._task.done.connect(self._on_found)
        self._waiting: list[LostWork[Any]] = []
        self._taken: list[LostWork[Any]] = []
        self._label: QLabel = text_label(self, "")
        self.recover_button = self._button(
            self.tr("Recover"), self.tr("Open the unsaved work; save it to keep it")
        )
        self.discard_button = self._button(
            self.tr("Discard"), self.tr("Throw the unsaved work away for good")
        )
        self.later_button = self._button(
            self.tr("Later"), self.tr("Leave it put aside; the File menu brings it back")
        )
        self.later_button.clicked.connect(self._on_later)
        self.recover_button.setProperty("kind", "primary")
        self.recover_button.clicked.connect(lambda: self.chosen.emit(self._waiting[0]))
        self.discard_button.clicked.connect(lambda: self.settle(self._waiting[0]))
        row = self._row = QHBoxLayout(self)
        row.setContentsMargins(16, 6, 16, 6)
        row.addWidget(self._label, 1)
        row.addWidget(self.recover_button)
        row.addWidget(self.later_button)
        row.addWidget(self.discard_button)
        self.hide()

    @property
    def text(self) -> str:
        """What is offered."""
        return self._label.text()

    @property
    def natural_width(self) -> int:
        """How wide it is with its text on one line, in pixels."""
        self.ensurePolished()
        line = self._label.fontMetrics().horizontalAdvance(self._label.text())
        return line + self._width_beside() + _SPARE_PX

    def height_at(self, width: int) -> int:
        """Return how high it is at a width, both in pixels."""
        margins = self._row.contentsMargins()
        text = self._label.heightForWidth(max(1, width - self._width_beside() - _SPARE_PX))
        tallest = max(text, self.recover_button.sizeHint().height())
        return tallest + margins.top() + margins.bottom() + _SPARE_PX

    def _width_beside(self) -> int:
        margins = self._row.contentsMargins()
        buttons = (self.recover_button, self.later_button, self.discard_button)
        shown = [button for button in buttons if not button.isHidden()]
        inside = sum(button.sizeHint().width() + self._row.spacing() for button in shown)
        return inside + margins.left() + margins.right()

    def look(self) -> None:
        """Look for lost work and offer it."""
        if self._store.form.is_long:
            self._task.submit(self._store.looking)
        else:
            self._on_found(self._store.lost_work())

    def _on_found(self, found: list[LostWork[Any]]) -> None:
        taken = {work.copy for work in self._taken}
        self._waiting = [work for work in found if work.copy not in taken]
        self._show_next()

    def settle(self, work: LostWork[Any]) -> None:
        """Remove a copy that is not wanted, and offer the next."""
        self._store.discard(work)
        self.pass_over(work)

    def take(self, work: LostWork[Any]) -> None:
        """Offer the next: this one is open now, and its copy goes with the next `let_go`."""
        self._taken.append(work)
        self.pass_over(work)

    def let_go(self) -> None:
        """Remove the copies of what was taken, because other copies hold it now."""
        taken, self._taken = self._taken, []
        for work in taken:
            self._store.discard(work)

    @property
    def taken(self) -> tuple[LostWork[Any], ...]:
        """What is open now, while its old copies are still there."""
        return tuple(self._taken)

    def take_over(self, store: RecoveryStore[Any], taken: Sequence[LostWork[Any]]) -> None:
        """Go on with the copies of a page that this one replaces."""
        self._store, self._taken = store, list(taken)

    @property
    def aside(self) -> LostWork[Any] | None:
        """What gave way last and is offered; None where there is nothing of that kind."""
        return next((work for work in self._waiting if work.is_aside), None)

    def pass_over(self, work: LostWork[Any]) -> None:
        """Offer this one no longer; its copy stays."""
        self._waiting = [other for other in self._waiting if other is not work]
        self._show_next()
        if not self._waiting:
            self.closed.emit()

    def _on_later(self) -> None:
        self.hide()
        self.closed.emit()

    def _show_next(self) -> None:
        self.setVisible(bool(self._waiting))
        if self._waiting:
            work = self._waiting[0]
            when = when_saved(work)
            name = self._store.form.name_of(work.work, work.path)
            self.later_button.setVisible(work.is_aside)
            self.recover_button.setText(
                self.tr("Bring back") if work.is_aside else self.tr("Recover")
            )
            if work.is_aside:
                text = self.tr(
                    "Your own work “{1}” gave way and was put aside at {0}. It can be brought back "
                    "here or in the File menu."
                )
            else:
                text = self.tr(
                    "Wiregrad ended without closing. Unsaved work of {0} was kept: “{1}”."
                )
            self._label.setText(filled(text, when, quote(name)))
        self.changed.emit()

    def _button(self, text: str, tip: str) -> QPushButton:
        button = QPushButton(text, self)
        explain(button, text, tip)
        return button


def when_saved(work: LostWork[Any]) -> str:
    """Return when a copy was written, as people write it."""
    saved = QDateTime.fromSecsSinceEpoch(int(work.saved.timestamp()))
    return QLocale().toString(saved, QLocale.FormatType.ShortFormat)
