"""The action that a page puts into its menus and behind its buttons."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject
from PySide6.QtGui import QAction, QKeySequence

from desktop.foundation.plain_text import plain


def page_action(
    owner: QObject,
    text: str,
    tooltip: str,
    handler: Callable[[], object] | None = None,
    key: str = "",
) -> QAction:
    """Return an action that explains itself wherever Qt asks for an explanation.

    Args:
        owner: What it belongs to and dies with.
        text: What its menu says.
        tooltip: What it does, in one translated sentence.
        handler: What it runs, without arguments.
        key: Its shortcut in portable spelling, or nothing.
    """
    action = QAction(text, owner)
    action.setShortcut(QKeySequence(key))
    explain_action(action, tooltip)
    if handler is not None:
        # `triggered` passes whether the action is checked, which no handler here asks for.
        action.triggered.connect(lambda _=False: handler())
    return action


def explain_action(action: QAction, tooltip: str) -> None:
    """Let an action say what it does, wherever Qt asks for an explanation.

    Args:
        action: The action.
        tooltip: What it does, translated; any text, shown as it stands.
    """
    action.setToolTip(plain(tooltip))
    action.setStatusTip(plain(tooltip))
    action.setWhatsThis(plain(tooltip))
