"""The window's own situations: its dialogs, and a space alone on the screen."""

from __future__ import annotations

from collections.abc import Callable

from desktop.shell.actions import ActionId
from tests.screenshots.stage import Stage


def show_shortcuts(stage: Stage) -> None:
    """List every action and key of the graph space."""
    _command(stage, "graph", ActionId.SHORTCUTS)


def show_preferences(stage: Stage) -> None:
    """Look at the preferences."""
    _command(stage, "graph", ActionId.PREFERENCES)


def show_presentation(stage: Stage) -> None:
    """Present a graph."""
    width, height = stage.window.width(), stage.window.height()
    _command(stage, "graph", ActionId.PRESENT)
    stage.settle()
    # The screen of these pictures is as large as the window was.
    stage.window.resize(width, height)


def _command(stage: Stage, space_id: str, command: ActionId) -> None:
    stage.start_anew(space_id, stage.window.width(), stage.window.height())
    stage.window.commands[command].trigger()


SITUATIONS: dict[str, Callable[[Stage], None]] = {
    "shell-shortcuts": show_shortcuts,
    "shell-preferences": show_preferences,
    "shell-presentation": show_presentation,
}
