"""The page of the Activations space: choose functions, see f, f′ and what follows from them."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, cast

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from desktop.activations.chain_plot import ChainPlot
from desktop.activations.curve_plots import CurvePlots
from desktop.activations.desk import ActivationDesk
from desktop.activations.fact_sheet import FactSheet
from desktop.activations.function_list import FunctionList
from desktop.foundation.settings import Settings
from desktop.foundation.theme import theme, theme_notifier
from desktop.widgets.number_text import round_significant
from desktop.widgets.page import Page
from desktop.widgets.page_action import page_action
from desktop.widgets.scrub_edit import modifier_factor

_LEFT_PX, _RIGHT_PX = 224, 316
_STEP = 0.1
_CENTRE_MARGIN = 18


class ActivationsPage(Page):
    """Left the functions, in the middle their plots, right the facts of the selected one.

    ← and → move x by 0.1, with Shift by 0.01, with Ctrl by 1; Home puts it at 0.
    """

    space_id = "activations"

    def __init__(self, settings: Settings, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._settings = settings
        self.desk = ActivationDesk(self)
        self.functions = FunctionList(self.desk)
        self.curves = CurvePlots(self.desk)
        self.chain = ChainPlot(self.desk)
        self.facts = FactSheet(self.desk)
        self._left = _panel(self.functions, "left")
        self._right = _panel(self.facts, "right")
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self._left)
        layout.addWidget(self._make_centre(), 1)
        layout.addWidget(self._right)
        self._actions = self._make_actions()
        theme_notifier().changed.connect(self._on_theme_changed)
        self._on_theme_changed()
        self.setFocusProxy(self.curves.values)

    def _make_centre(self) -> QWidget:
        centre = QFrame(self)
        centre.setProperty("kind", "canvas")
        layout = QVBoxLayout(centre)
        layout.setContentsMargins(_CENTRE_MARGIN, 14, _CENTRE_MARGIN, 14)
        layout.setSpacing(_CENTRE_MARGIN)
        layout.addWidget(self.curves, 5)
        layout.addWidget(self.chain, 4)
        return centre

    def _make_actions(self) -> list[QAction]:
        reset = page_action(
            self,
            self.tr("Reset the plots"),
            self.tr("Show the first view of both plots again"),
            self._on_reset_triggered,
        )
        boxes = (self.functions.saturation_box, self.functions.tangent_box)
        saturation, tangent = (page_action(self, box.text(), box.toolTip()) for box in boxes)
        for action, box in zip((saturation, tangent), boxes, strict=True):
            action.setCheckable(True)
            action.setChecked(box.isChecked())
            action.toggled.connect(box.setChecked)
            box.toggled.connect(action.setChecked)
        return [reset, saturation, tangent]

    def menu_actions(self) -> list[tuple[str, list[QAction]]]:
        """Return what the View menu gets while this page is shown."""
        return [("View", self._actions)]

    def snapshot(self) -> object:
        """Return all that is set."""
        return self.desk.snapshot()

    def restore(self, snapshot: object) -> None:
        """Take over what another page's `snapshot` gave."""
        if isinstance(snapshot, dict):
            self.desk.restore(cast(Mapping[str, Any], snapshot))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Move the point with the arrow keys."""
        step = _STEP * modifier_factor(event.modifiers())
        x = self.desk.x
        if event.key() == Qt.Key.Key_Left:
            self.desk.set_x(round_significant(x - step, 10))
        elif event.key() == Qt.Key.Key_Right:
            self.desk.set_x(round_significant(x + step, 10))
        elif event.key() == Qt.Key.Key_Home:
            self.desk.set_x(0.0)
        else:
            super().keyPressEvent(event)

    def _on_reset_triggered(self) -> None:
        self.curves.values.reset_view()
        self.curves.slopes.reset_view()

    def _on_theme_changed(self) -> None:
        self._left.setFixedWidth(theme().px(_LEFT_PX))
        self._right.setFixedWidth(theme().px(_RIGHT_PX))


def _panel(content: QWidget, kind: str) -> QFrame:
    frame = QFrame()
    frame.setProperty("kind", kind)
    area = QScrollArea(frame)
    area.setWidgetResizable(True)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    area.setWidget(content)
    layout = QVBoxLayout(frame)
    layout.setContentsMargins(0, 0, 0, 0)
    layout.addWidget(area)
    return frame
