"""The segments above the activations: curves, signals through a deep network, linear layers."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QFrame, QHBoxLayout, QToolButton, QWidget

from desktop.foundation.plain_text import plain
from desktop.widgets.panels.page_action import page_action

CURVES, SIGNALS, LINEAR = range(3)


class ViewChoice(QFrame):
    """Three segments, each an action with a key of its own.

    Signals:
        chosen(view: int): Another view was chosen.
    """

    chosen = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("kind", "segmented")
        self.setAccessibleName(self.tr("View"))
        self.actions_by_view = [
            self._action(
                self.tr("Curves"),
                self.tr("Curve, slope and what is left of a gradient after n layers"),
                "1",
            ),
            self._action(
                self.tr("Signals"),
                self.tr("How outputs and gradients spread through a deep network"),
                "2",
            ),
            self._action(
                self.tr("Linear layers"),
                self.tr("Why layers need something curved between them"),
                "3",
            ),
        ]
        group = QActionGroup(self)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(3, 3, 3, 3)
        layout.setSpacing(2)
        for number, action in enumerate(self.actions_by_view):
            group.addAction(action)
            action.toggled.connect(lambda on, view=number: self.chosen.emit(view) if on else None)
            layout.addWidget(self._segment(action))
        self.actions_by_view[CURVES].setChecked(True)

    @property
    def view(self) -> int:
        """The view that is chosen."""
        return next(
            number for number, action in enumerate(self.actions_by_view) if action.isChecked()
        )

    def choose(self, view: int) -> None:
        """Choose a view."""
        self.actions_by_view[view].setChecked(True)

    def button(self, view: int) -> QToolButton:
        """The segment of a view."""
        return self._buttons[view]

    def _action(self, text: str, explanation: str, key: str) -> QAction:
        action = page_action(self, text, explanation, key=key)
        action.setCheckable(True)
        return action

    def _segment(self, action: QAction) -> QToolButton:
        button = QToolButton(self)
        button.setDefaultAction(action)
        button.setToolTip(plain(f"{action.toolTip()} ({action.shortcut().toString()})"))
        button.setWhatsThis(action.whatsThis())
        button.setAccessibleName(action.text())
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        return button

    @property
    def _buttons(self) -> list[QToolButton]:
        return self.findChildren(QToolButton)
