"""A command of the canvas: a row of the table from which actions, menus and keys are made."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QKeySequence

from desktop.graph_editor.canvas.canvas_view import CanvasView

Keys = QKeySequence.StandardKey | str


def always(_view: CanvasView) -> bool:
    """Answer that a command can always run."""
    return True


def has_nodes(view: CanvasView) -> bool:
    """Tell whether the canvas holds any node."""
    return bool(view.document.shown.graph.nodes)


def has_selected_nodes(view: CanvasView) -> bool:
    """Tell whether any node is selected."""
    return bool(view.selected_nodes())


def has_selection(view: CanvasView) -> bool:
    """Tell whether any node or wire is selected."""
    return bool(view.selected_nodes() or view.graph_scene.selected_wires())


def has_single_node(view: CanvasView) -> bool:
    """Tell whether exactly one node is selected."""
    return len(view.selected_nodes()) == 1


def selects_at_least(count: int) -> Callable[[CanvasView], bool]:
    """Return the question whether so many nodes are selected."""
    return lambda view: len(view.selected_nodes()) >= count


@dataclass(frozen=True)
class Command:
    """A command. The menus of `desktop.graph_editor.menus.menu` name it where it is to stand.

    Attributes:
        name: The unique name.
        text: What menus call it, marked for translation in the context ``CanvasActions``.
        summary: What it does, in a sentence marked likewise; tooltip and What's This.
        run: Does it.
        keys: Its keys, which work while the canvas has the focus; the first is shown in menus.
        can_run: Whether it could do anything now; asked after every edit and selection.
        is_checked: Whether it is on, for one that can be switched.
        shown_key: A key that the canvas answers by itself (Tab, Enter), shown in menus.
        is_everywhere: Whether its keys work wherever in the window the focus is.
    """

    name: str
    # Qt's marker is declared to return an object, though it is the text.
    text: object
    summary: object
    run: Callable[[CanvasView], object]
    keys: tuple[Keys, ...] = ()
    can_run: Callable[[CanvasView], bool] = always
    is_checked: Callable[[CanvasView], bool] | None = None
    shown_key: str = ""
    is_everywhere: bool = False
    aliases: tuple[str, ...] = ()

    @property
    def shown_text(self) -> str:
        """The text in the language of the interface."""
        return QCoreApplication.translate("CanvasActions", str(self.text))

    @property
    def shown_summary(self) -> str:
        """The summary in the language of the interface."""
        return QCoreApplication.translate("CanvasActions", str(self.summary))
