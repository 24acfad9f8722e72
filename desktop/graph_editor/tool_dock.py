"""The right side of the page: the inspector, or one of the tools in its place."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from desktop.desk.settling import Settling
from desktop.foundation.plain_label import PlainLabel
from desktop.foundation.plain_text import plain
from desktop.foundation.theme import theme, theme_notifier
from desktop.graph_editor.inspector.inspector import Inspector
from desktop.graph_editor.tools.catalog import TOOLS
from desktop.graph_editor.tools.tool import Tool, ToolContext, ToolPanel
from desktop.widgets.panels.columns import bring_into_sight
from desktop.widgets.panels.flow_layout import FlowLayout
from desktop.widgets.panels.loose_stack import LooseStack
from desktop.widgets.panels.side_panel import NARROWEST_SHARE, ColumnArea
from engine.graph.model import NodeId

INSPECTOR = "inspector"
_WIDTH_PX = 340


@dataclass(frozen=True)
class DockState:
    """Which tool is on show, and what each of those made so far was asked."""

    current: str
    asked: Mapping[str, object]


class ToolDock(QFrame, Settling):
    """Shows the inspector or a tool; a row of buttons and the actions lead from one to another.

    Signals:
        reported(text: str, severity: str): A tool has something to say.
        changed(): Another tool is on show, or one asks something else.
    """

    reported = Signal(str, str)
    changed = Signal()

    def __init__(
        self, inspector: Inspector, context: ToolContext, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setProperty("kind", "right")
        self._context = context
        self._panels: dict[str, ToolPanel] = {}
        self._pages: dict[str, QWidget] = {INSPECTOR: inspector}
        self._selected: frozenset[NodeId] = frozenset()
        self._current = INSPECTOR
        self._secluded_by = ""
        self._is_open_to_all = True
        self._group = QActionGroup(self)
        self._icons: dict[str, str] = {}
        self._stack = LooseStack(self)
        self._stack.addWidget(inspector)
        self.actions_by_name = self._make_actions()
        self._lay_out()
        theme_notifier().follow(self._draw_icons)
        self._draw_icons()
        context.document.evaluated.connect(self._follow_veil)

    def sizeHint(self) -> QSize:
        """Return the width that suits the inspector and the tools."""
        return QSize(theme().px(_WIDTH_PX), super().sizeHint().height())

    def minimumSizeHint(self) -> QSize:
        """Return the width below which something in it would be cut."""
        least = super().minimumSizeHint().width()
        return QSize(max(least, theme().px(_WIDTH_PX * NARROWEST_SHARE)), 0)

    @property
    def current(self) -> str:
        """The name of the tool on show; ``"inspector"`` for the inspector."""
        return self._current

    def take_in(self, card: QWidget) -> bool:
        """Show a card below the tools, where it is seen; tell whether it is."""
        if not self.isVisible() or self.width() < self.minimumWidth():
            return False
        self._column.addWidget(card)
        return True

    @property
    def menu_entries(self) -> list[QAction]:
        """The actions that bring each tool on show."""
        return list(self.actions_by_name.values())

    def panel(self, name: str) -> ToolPanel | None:
        """Return a tool's panel, if it has been asked for."""
        return self._panels.get(name)

    def show_tool(self, name: str) -> None:
        """Bring a tool on show; its panel is made when it is needed first."""
        if name == self._current:
            return
        self._end()
        self._current = name
        if name not in self._pages:
            self._pages[name] = self._make_page(TOOLS[name])
        self._stack.setCurrentWidget(self._pages[name])
        self.actions_by_name[name].setChecked(True)
        panel = self._panels.get(name)
        if panel is not None:
            panel.select(self._selected)
            panel.begin()
        self.changed.emit()

    def close_telling(self) -> None:
        """Show the inspector in the place of a tool that would tell what is hidden."""
        if not self.actions_by_name[self._current].isEnabled():
            self.show_tool(INSPECTOR)

    def select(self, nodes: frozenset[NodeId]) -> None:
        """Follow the selection on the canvas."""
        self._selected = nodes
        panel = self._panels.get(self._current)
        if panel is not None:
            panel.select(nodes)

    def snapshot(self) -> DockState:
        """Return which tool is on show and what was asked."""
        asked = {name: panel.snapshot() for name, panel in self._panels.items()}
        return DockState(self._current, asked)

    def restore(self, state: DockState) -> None:
        """Show the tool that another dock showed, asked the same."""
        for name, asked in state.asked.items():
            self.show_tool(name)
            self._panels[name].restore(asked)
        self.show_tool(state.current)

    def shutdown(self) -> None:
        """Take every mark off the canvas, because the page is closing."""
        self._end()

    # Inside ---------------------------------------------------------------------------------

    def _end(self) -> None:
        panel = self._panels.get(self._current)
        if panel is not None:
            panel.end()

    def _seclude(self, name: str, is_secluded: bool) -> None:
        """Close the tools that would tell what one of them asks; the inspector keeps silent."""
        self._secluded_by = name if is_secluded else ""
        self._offer()

    def _follow_veil(self) -> None:
        is_open_to_all = not self._context.document.hidden_kinds
        if is_open_to_all != self._is_open_to_all:
            self._is_open_to_all = is_open_to_all
            self._offer()
            self.close_telling()

    def _offer(self) -> None:
        for name, action in self.actions_by_name.items():
            is_silent = name == INSPECTOR or TOOLS[name].keeps_secrets
            is_asked = self._secluded_by in ("", name) or name == INSPECTOR
            action.setEnabled(is_asked and (is_silent or self._is_open_to_all))

    def _make_actions(self) -> dict[str, QAction]:
        tip = self.tr("The selected node, or the whole graph")
        actions = {INSPECTOR: self._action(INSPECTOR, self.tr("Inspector"), tip, "info", "Ctrl+I")}
        for name, tool in TOOLS.items():
            title, summary = tool.shown_title, tool.shown_summary
            actions[name] = self._action(name, title, summary, tool.icon, tool.keys)
        actions[INSPECTOR].setChecked(True)
        return actions

    def _action(self, name: str, title: str, tip: str, icon: str, keys: str) -> QAction:
        action = QAction(title, self)
        action.setObjectName(f"tool_{name}")
        action.setCheckable(True)
        action.setShortcut(keys)
        action.setToolTip(plain(f"{title} ({keys})\n{tip}"))
        action.setStatusTip(plain(tip))
        action.setWhatsThis(plain(tip))
        action.triggered.connect(self._opener(name))
        self._group.addAction(action)
        self._icons[name] = icon
        return action

    def _opener(self, name: str) -> Callable[[], None]:
        return lambda: self._open(name)

    def _open(self, name: str) -> None:
        self.show_tool(name)
        panel = self._panels.get(name)
        if bring_into_sight(self) and panel is not None:
            panel.take_focus()

    def _lay_out(self) -> None:
        buttons = QWidget(self)
        row = FlowLayout(buttons, spacing=2)
        row.setContentsMargins(12, 8, 12, 0)
        for action in self.menu_entries:
            button = QToolButton(self)
            button.setDefaultAction(action)
            button.setAutoRaise(True)
            button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextUnderIcon)
            button.setProperty("kind", "tool")
            button.setAccessibleName(action.text())
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
            row.addWidget(button)
        column = self._column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(buttons)
        column.addWidget(self._stack, 1)

    def _make_page(self, tool: Tool) -> QWidget:
        page = QWidget(self._stack)
        caption = PlainLabel(tool.shown_title, page)
        caption.setProperty("kind", "caption")
        panel = tool.make(self._context, page)
        panel.reported.connect(self.reported)
        panel.asked.connect(self.changed)
        panel.secluded.connect(lambda is_on: self._seclude(tool.name, is_on))
        self._panels[tool.name] = panel
        area = ColumnArea(panel, page)
        heading = QHBoxLayout()
        heading.setContentsMargins(16, 10, 12, 2)
        heading.addWidget(caption)
        column = QVBoxLayout(page)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        column.addLayout(heading)
        column.addWidget(area, 1)
        self._stack.addWidget(page)
        return page

    def _draw_icons(self) -> None:
        for name, action in self.actions_by_name.items():
            action.setIcon(theme().icon(self._icons[name]))
