"""The one question before the window closes: what is not saved in which space, and what then."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QCheckBox,
    QDialog,
    QDialogButtonBox,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from desktop.desk.explaining import explain
from desktop.files.save_dialogs import Answer
from desktop.files.unsaved_work import UnsavedWork
from desktop.foundation.plain_label import PlainLabel
from desktop.foundation.plain_text import entry_text
from desktop.foundation.theme import theme
from desktop.foundation.translation import filled
from engine.quoting import quote

_LONGEST = 60
_MOST_NAMED = 3
_WIDTH_PX, _HEIGHT_PX = 420, 300


@dataclass(frozen=True)
class UnsavedSpace:
    """A space in which something is not saved.

    Attributes:
        space_id: Its identifier.
        title: What it is called, translated.
        works: What is not saved there; one at least.
    """

    space_id: str
    title: str
    works: tuple[UnsavedWork, ...]


class QuitQuestion(QDialog):
    """Names what is not saved; each can be left out of saving."""

    def __init__(self, spaces: Sequence[UnsavedSpace], parent: QWidget) -> None:
        """Prepare the question; two spaces at least."""
        super().__init__(parent)
        self._answer = Answer.CANCEL
        self.setWindowTitle(self.tr("Unsaved changes"))
        text = self.tr("Work is not saved in {0} spaces. Save it before Wiregrad closes?")
        question = PlainLabel(filled(text, len(spaces)), self)
        question.setWordWrap(True)
        self.boxes = {space.space_id: self._make_box(space) for space in spaces}
        note = PlainLabel(self.tr("What is not ticked is lost when you save the rest."), self)
        note.setProperty("kind", "muted")
        note.setWordWrap(True)
        layout = QVBoxLayout(self)
        layout.setSpacing(10)
        layout.addWidget(question)
        layout.addWidget(self._make_list(spaces), 1)
        layout.addWidget(note)
        layout.addWidget(self._make_buttons())
        self.setMinimumWidth(theme().px(_WIDTH_PX))
        self._on_toggled()

    @property
    def chosen(self) -> list[str]:
        """The spaces whose work is to be saved."""
        return [space_id for space_id, box in self.boxes.items() if box.isChecked()]

    def ask(self) -> Answer:
        """Ask; Escape and closing the dialog cancel."""
        self.exec()
        return self._answer

    def _make_box(self, space: UnsavedSpace) -> QCheckBox:
        names = ", ".join(_named(work) for work in space.works)
        box = QCheckBox(entry_text(f"{space.title}: {names}" if names else space.title), self)
        box.setChecked(True)
        box.setObjectName(space.space_id)
        explain(box, None, filled(self.tr("Save the work of {0}"), space.title))
        box.toggled.connect(self._on_toggled)
        return box

    def _make_list(self, spaces: Sequence[UnsavedSpace]) -> QWidget:
        inside = QWidget(self)
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 0, 0, 0)
        for space in spaces:
            column.addWidget(self.boxes[space.space_id])
            parts = [part for work in space.works for part in work.parts]
            if parts:
                label = PlainLabel(_listed(parts), inside)
                label.setProperty("kind", "muted")
                label.setWordWrap(True)
                label.setIndent(theme().px(24))
                column.addWidget(label)
        column.addStretch(1)
        area = QScrollArea(self)
        area.setWidgetResizable(True)
        area.setFrameShape(QScrollArea.Shape.NoFrame)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setWidget(inside)
        area.setMaximumHeight(theme().px(_HEIGHT_PX))
        area.setMinimumHeight(min(inside.sizeHint().height(), theme().px(_HEIGHT_PX)))
        return area

    def _make_buttons(self) -> QDialogButtonBox:
        buttons = QDialogButtonBox(self)
        role = QDialogButtonBox.ButtonRole
        self.save_button = QPushButton(self)
        self.discard_button = QPushButton(self.tr("Don’t save"), self)
        self.cancel_button = QPushButton(self.tr("Cancel"), self)
        buttons.addButton(self.save_button, role.AcceptRole)
        buttons.addButton(self.discard_button, role.DestructiveRole)
        buttons.addButton(self.cancel_button, role.RejectRole)
        self.save_button.setDefault(True)
        self.save_button.setProperty("kind", "primary")
        self.save_button.clicked.connect(lambda: self._end(Answer.SAVE))
        self.discard_button.clicked.connect(lambda: self._end(Answer.DISCARD))
        self.cancel_button.clicked.connect(self.reject)
        return buttons

    def _on_toggled(self) -> None:
        ticked = len(self.chosen)
        all_ = ticked == len(self.boxes)
        self.save_button.setText(self.tr("Save all") if all_ else self.tr("Save what is ticked"))
        self.save_button.setEnabled(ticked > 0)

    def _end(self, answer: Answer) -> None:
        self._answer = answer
        self.accept()


def _named(work: UnsavedWork) -> str:
    return f"“{quote(work.name, _LONGEST)}”" if work.name else ""


def _listed(parts: Sequence[str]) -> str:
    """Return parts in a row, the last of them where there are many."""
    shown = [quote(part, _LONGEST) for part in parts[-_MOST_NAMED:]]
    return ", ".join(shown if len(shown) == len(parts) else ["…", *shown])
