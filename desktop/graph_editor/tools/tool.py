"""A tool: a question that can be put to the graph, and the panel that answers it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QWidget

from desktop.desk.settling import Settling
from desktop.foundation.settings import Settings
from desktop.graph_editor.canvas.view import GraphView
from desktop.graph_editor.document.document import Document
from desktop.graph_editor.passes.walk import Walk
from desktop.graph_editor.scene.scene import GraphScene
from engine.graph.model import NodeId


@dataclass(frozen=True)
class ToolContext:
    """What a tool works with: the document, where its walk stands, and the canvas."""

    document: Document
    walk: Walk
    scene: GraphScene
    view: GraphView
    settings: Settings


class ToolPanel(QWidget, Settling):
    """A tool's panel. It is made when the tool is first asked for, and kept until the page closes.

    Only the tool on show may put marks on the canvas: it sets them in `begin` and while it is on
    show, and takes them away in `end`.

    Signals:
        reported(text: str, severity: str): A sentence for the page's message bar.
        secluded(is_secluded: bool): From now on the other tools would tell what this one asks, so
            that they stay closed; or no longer.
        asked(): Something else is asked, answered or kept than before.
    """

    reported = Signal(str, str)
    secluded = Signal(bool)
    asked = Signal()

    def begin(self) -> None:
        """Answer for the document as it stands: the panel has come on show."""

    def end(self) -> None:
        """Take every mark off the canvas: another tool comes on show, or the page closes."""

    def take_focus(self) -> None:
        """Take the keys, where the tool begins with something typed: a key has asked for it."""

    def select(self, nodes: frozenset[NodeId]) -> None:
        """Follow the selection on the canvas."""

    def snapshot(self) -> object:
        """Return what `restore` needs to ask the same thing in a panel made anew."""
        return None

    def restore(self, snapshot: object) -> None:
        """Ask what another panel of the same tool asked."""


@dataclass(frozen=True)
class Tool:
    """A row of the table of tools.

    Attributes:
        name: The unique name.
        title: What it is called, marked for translation in the context ``Tools``.
        summary: What it answers, marked likewise; tooltip and What's This.
        icon: The name of its icon.
        keys: The keys that bring it on show.
        make: Makes its panel; imports the panel's module only then.
        keeps_secrets: Whether it tells no number that is hidden, so that it can be used meanwhile.
    """

    name: str
    title: str
    summary: str
    icon: str
    keys: str
    make: Callable[[ToolContext, QWidget], ToolPanel]
    keeps_secrets: bool = False
    aliases: tuple[str, ...] = ()

    @property
    def shown_title(self) -> str:
        """The title in the language of the interface."""
        return QCoreApplication.translate("Tools", self.title)

    @property
    def shown_summary(self) -> str:
        """The summary in the language of the interface."""
        return QCoreApplication.translate("Tools", self.summary)
