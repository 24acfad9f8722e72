"""The bar at the top: the wordmark, the switcher of spaces, and what suits a lecture room."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import QAction, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QToolButton, QWidget

from desktop.foundation.plain_label import RichLabel
from desktop.foundation.theme import theme, theme_notifier
from desktop.shell.space_button import SpaceButton
from desktop.widgets.panels.low_window import is_low


class TopBar(QFrame):
    """Buttons for actions: the spaces side by side at the left, the others at the right.

    Where the window is too narrow for words the buttons show icons alone.
    """

    def __init__(
        self,
        space_actions: Iterable[QAction],
        side_actions: Iterable[QAction],
        icon_actions: Iterable[QAction] = (),
        parent: QWidget | None = None,
    ) -> None:
        """Make the buttons; their words, tooltips and states are those of the actions.

        Args:
            space_actions: For the switcher at the left.
            side_actions: For buttons with words at the right.
            icon_actions: For buttons that never show words, before those.
            parent: The window.
        """
        super().__init__(parent)
        self.setProperty("kind", "bar")
        self._wordmark = RichLabel(self)
        self._wordmark.setObjectName("wordmark")
        self._wordmark.setAccessibleName("Wiregrad")
        self._switcher = QFrame(self)
        self._switcher.setProperty("kind", "segmented")
        self._space_buttons = [
            self._make_button(action, SpaceButton(self)) for action in space_actions
        ]
        self._icon_buttons = [self._make_button(action) for action in icon_actions]
        self._side_buttons = [self._make_button(action) for action in side_actions]
        self._is_compact = False
        self._lay_out()
        self._name()
        theme_notifier().follow(self._on_theme_changed)
        self._on_theme_changed()

    @property
    def is_compact(self) -> bool:
        """Whether the buttons show icons alone."""
        return self._is_compact

    def minimumSizeHint(self) -> QSize:
        """Return a width that never keeps the window from becoming narrow."""
        return QSize(theme().px(320), super().minimumSizeHint().height())

    def showEvent(self, event: QShowEvent) -> None:
        """Measure anew: not before it is shown do the buttons wear the style sheet."""
        super().showEvent(event)
        self._measure_words()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Choose between words and icons."""
        super().resizeEvent(event)
        self._spread()
        self._choose_form()

    def event(self, event: QEvent) -> bool:
        """Choose anew when a font or a text has changed the room that the words need."""
        handled = super().event(event)
        if event.type() == QEvent.Type.LayoutRequest:
            self._choose_form()
        return handled

    def _make_button(self, action: QAction, made: QToolButton | None = None) -> QToolButton:
        button = made or QToolButton(self)
        button.setDefaultAction(action)
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        return button

    def _lay_out(self) -> None:
        inner = QHBoxLayout(self._switcher)
        inner.setContentsMargins(2, 2, 2, 2)
        inner.setSpacing(2)
        for button in self._space_buttons:
            inner.addWidget(button)
        layout = QHBoxLayout(self)
        layout.addWidget(self._wordmark)
        layout.addWidget(self._switcher)
        layout.addStretch(1)
        # Without this the bar would be no higher than the lowest button, whose height is fixed.
        middle = Qt.AlignmentFlag.AlignVCenter
        for button in (*self._icon_buttons, *self._side_buttons):
            layout.addWidget(button, 0, middle)

    def follow_language(self) -> None:
        """Tell in the language in force what the buttons are, whose actions say it already."""
        self._name()
        self._measure_words()

    def _name(self) -> None:
        self._switcher.setAccessibleName(self.tr("Spaces"))
        for button in (*self._icon_buttons, *self._space_buttons, *self._side_buttons):
            button.setAccessibleName(button.defaultAction().iconText())

    def _choose_form(self) -> None:
        is_compact = self.width() < self._width_of_words
        if is_compact != self._is_compact:
            self._is_compact = is_compact
            self._apply_form()

    def _apply_form(self) -> None:
        words = Qt.ToolButtonStyle.ToolButtonTextOnly
        icons = Qt.ToolButtonStyle.ToolButtonIconOnly
        for button in (*self._space_buttons, *self._side_buttons):
            button.setToolButtonStyle(icons if self._is_compact else words)
        self._forget_sizes()

    def _forget_sizes(self) -> None:
        # A button that changes its form or its letters while it is hidden does not tell its layout.
        for button in (*self._icon_buttons, *self._space_buttons, *self._side_buttons):
            button.updateGeometry()
        self._switcher.updateGeometry()
        self.updateGeometry()

    def _on_theme_changed(self) -> None:
        chosen = theme()
        color = chosen.color("gradient").name()
        self._wordmark.setText(f'Wire<span style="color:{color}">grad</span>')
        layout = self.layout()
        if layout is not None:
            layout.setSpacing(chosen.px(10))
        self._spread()
        for button in (*self._icon_buttons, *self._space_buttons, *self._side_buttons):
            button.setIconSize(QSize(chosen.px(18), chosen.px(18)))
        self._measure_words()

    def _spread(self) -> None:
        """Leave room round the buttons, less in a low window."""
        side, edge = theme().px(14), theme().px(2 if is_low(self) else 6)
        layout = self.layout()
        if layout is not None:
            layout.setContentsMargins(side, edge, side, edge)

    def _measure_words(self) -> None:
        # Measured with words on, whatever is shown, so that the choice does not swing.
        self._is_compact = False
        self._apply_form()
        self._width_of_words = self.sizeHint().width()
        self._choose_form()
        self._forget_sizes()
