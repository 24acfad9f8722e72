"""The switch between the surface from above and the surface in space."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QFrame, QHBoxLayout, QToolButton, QWidget

from desktop.foundation.plain_text import plain
from desktop.widgets.panels.page_action import page_action


class ViewSwitch(QFrame):
    """Two segments, each an action with a key of its own.

    Signals:
        changed(in_space: bool): The other view was chosen.
    """

    changed = Signal(bool)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("kind", "segmented")
        self.flat_action = self._action(
            self.tr("2-D contours"), self.tr("Show the surface from above, with contour lines"), "2"
        )
        self.space_action = self._action(
            self.tr("3-D surface"), self.tr("Show the surface in space; drag it to turn it"), "3"
        )
        self.flat_action.setChecked(True)
        group = QActionGroup(self)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(3, 3, 3, 3)
        layout.setSpacing(2)
        for action, name in (
            (self.flat_action, self.tr("2-D")),
            (self.space_action, self.tr("3-D")),
        ):
            group.addAction(action)
            action.setIconText(name)
            layout.addWidget(self._segment(action))
        self.space_action.toggled.connect(self.changed)

    @property
    def in_space(self) -> bool:
        """Whether the surface is shown in space."""
        return self.space_action.isChecked()

    def set_in_space(self, in_space: bool) -> None:
        """Choose a view."""
        (self.space_action if in_space else self.flat_action).setChecked(True)

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
