"""The window's own actions: an identifier for each, and the factory that makes them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import Enum, auto

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QWidget

from desktop.foundation.fonts import fonts
from desktop.foundation.plain_text import plain
from desktop.foundation.theme import theme
from desktop.foundation.translation import filled, next_language, translate_engine
from desktop.shell.space import Space

_ACCESS_KEY = re.compile(r"\(&\w\)|&(?=\w)")


class ActionId(Enum):
    """What the window can do on its own, whatever page it shows."""

    QUIT = auto()
    OPEN_COPIED = auto()
    PREFERENCES = auto()
    LARGER = auto()
    SMALLER = auto()
    NORMAL_SIZE = auto()
    SWITCH_THEME = auto()
    PRESENT = auto()
    LEARN = auto()
    NEXT_PANE = auto()
    PREVIOUS_PANE = auto()
    SWITCH_LANGUAGE = auto()
    WHATS_THIS = auto()
    SHORTCUTS = auto()
    ABOUT = auto()


@dataclass(frozen=True)
class ActionText:
    """What the user reads about an action, and its keys; the first key is shown in the menu."""

    text: str
    tooltip: str
    keys: tuple[str, ...] = ()
    icon: str = ""


def make_actions(owner: QWidget) -> dict[ActionId, QAction]:
    """Make every action of the window, in the user's language."""
    actions = {id_: _make_action(text, owner) for id_, text in _texts().items()}
    actions[ActionId.QUIT].setMenuRole(QAction.MenuRole.QuitRole)
    actions[ActionId.PREFERENCES].setMenuRole(QAction.MenuRole.PreferencesRole)
    actions[ActionId.ABOUT].setMenuRole(QAction.MenuRole.AboutRole)
    actions[ActionId.PRESENT].setCheckable(True)
    actions[ActionId.LEARN].setCheckable(True)
    return actions


def make_space_actions(spaces: Sequence[Space], owner: QWidget) -> dict[str, QAction]:
    """Make an action for each space, with Ctrl+1, Ctrl+2 and so on as its key."""
    actions = {}
    for number, space in enumerate(spaces, start=1):
        action = _make_action(_space_text(space, (f"Ctrl+{number}",)), owner)
        action.setCheckable(True)
        actions[space.id] = action
    return actions


def name_actions(
    actions: Mapping[ActionId, QAction],
    space_actions: Mapping[str, QAction],
    spaces: Iterable[Space],
) -> None:
    """Let the actions of a window say what they do in the language that is in force now."""
    for id_, text in _texts().items():
        _name(actions[id_], text)
    for space in spaces:
        _name(space_actions[space.id], _space_text(space))


def draw_icons(actions: Iterable[QAction]) -> None:
    """Draw the icons of actions in the colours of the theme in force."""
    for action in actions:
        if action.data():
            action.setIcon(theme().icon(str(action.data())))


def plain_text(text: str) -> str:
    """Return a menu's text without its access key: ``"&File"`` and ``"파일(&F)"`` alike."""
    return _ACCESS_KEY.sub("", text)


def with_key(tooltip: str, action: QAction) -> str:
    """Return a tooltip with the action's key behind it in parentheses."""
    key = action.shortcut().toString(QKeySequence.SequenceFormat.NativeText)
    return f"{tooltip} ({key})" if key else tooltip


def _make_action(text: ActionText, owner: QWidget) -> QAction:
    action = QAction(owner)
    action.setShortcuts([QKeySequence(key) for key in text.keys])
    _name(action, text)
    action.setData(text.icon)
    # Menus show words and keys; the same icons in the bars above would only repeat them.
    action.setIconVisibleInMenu(False)
    return action


def _name(action: QAction, text: ActionText) -> None:
    action.setText(text.text)
    action.setToolTip(plain(with_key(text.tooltip, action)))
    action.setStatusTip(plain(text.tooltip))
    action.setWhatsThis(plain(text.tooltip))
    action.setIconText(plain_text(text.text))


def _space_text(space: Space, keys: tuple[str, ...] = ()) -> ActionText:
    return ActionText(space.title, space.summary, keys, space.icon)


def _texts() -> dict[ActionId, ActionText]:
    translate = QCoreApplication.translate
    return {
        ActionId.QUIT: ActionText(
            translate("Actions", "&Quit"), translate("Actions", "Close the window"), ("Ctrl+Q",)
        ),
        ActionId.OPEN_COPIED: ActionText(
            translate("Actions", "&Open what was copied"),
            translate(
                "Actions",
                "Open a copied file, its text, weights or a range of a spreadsheet in the space "
                "that reads it",
            ),
            ("Ctrl+Shift+V",),
        ),
        ActionId.PREFERENCES: ActionText(
            translate("Actions", "&Preferences…"),
            translate("Actions", "Choose language, colors, size and precision"),
            ("Ctrl+,",),
            "settings",
        ),
        ActionId.LARGER: ActionText(
            translate("Actions", "&Larger"),
            translate("Actions", "Make everything larger, for a projector"),
            ("Ctrl++", "Ctrl+="),
            "zoom-in",
        ),
        ActionId.SMALLER: ActionText(
            translate("Actions", "&Smaller"),
            translate("Actions", "Make everything smaller"),
            ("Ctrl+-",),
            "zoom-out",
        ),
        ActionId.NORMAL_SIZE: ActionText(
            translate("Actions", "&Normal size"),
            translate("Actions", "Show everything at its normal size"),
            ("Ctrl+0",),
        ),
        ActionId.SWITCH_THEME: ActionText(
            translate("Actions", "&Dark or light"),
            translate("Actions", "Switch between dark and light colors"),
            ("Ctrl+Shift+L",),
            "moon",
        ),
        ActionId.PRESENT: ActionText(
            translate("Actions", "P&resent"),
            translate("Actions", "Fill the screen and hide bars and menus; Escape comes back"),
            ("F11",),
            "presentation",
        ),
        ActionId.LEARN: ActionText(
            translate("Actions", "&Learn"),
            translate("Actions", "Be led step by step by lessons, or fold them away"),
            ("Ctrl+L",),
            "book-open",
        ),
        ActionId.NEXT_PANE: ActionText(
            translate("Actions", "&Next pane"),
            translate("Actions", "Give the keys to the next part of the window"),
            ("F6",),
        ),
        ActionId.PREVIOUS_PANE: ActionText(
            translate("Actions", "Pre&vious pane"),
            translate("Actions", "Give the keys to the part of the window before"),
            ("Shift+F6",),
        ),
        ActionId.SWITCH_LANGUAGE: ActionText(
            *_switching_words(),
            ("Ctrl+Shift+K",),
            "languages",
        ),
        ActionId.WHATS_THIS: ActionText(
            translate("Actions", "&What’s this?"),
            translate("Actions", "Click anything to read what it is"),
            ("Shift+F1",),
        ),
        ActionId.SHORTCUTS: ActionText(
            translate("Actions", "&Keyboard shortcuts"),
            translate("Actions", "List every action and its key"),
            ("F1",),
        ),
        ActionId.ABOUT: ActionText(
            translate("Actions", "&About Wiregrad"),
            translate("Actions", "What this program is, and its version"),
        ),
    }


def _switching_words() -> tuple[str, str]:
    """Return what the switch of the language says, in the other language if it can be written."""
    translate = QCoreApplication.translate
    other = next_language()
    title = translate_engine(other.title)
    if fonts().can_write(other):
        sentence = translate("Actions", "Switch the language to {0} ({1})")
        return other.own_name, filled(sentence, title, other.invitation)
    return title, filled(translate("Actions", "Switch the language to {0}"), title)
