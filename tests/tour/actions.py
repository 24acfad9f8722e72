"""The table of what a wild hand does, each with a weight."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QPoint, QSize, Qt
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractSlider,
    QAbstractSpinBox,
    QComboBox,
    QLineEdit,
    QPlainTextEdit,
    QSplitterHandle,
    QTabBar,
    QWidget,
)

from desktop.shell.actions import ActionId
from tests.tour.answers import trigger
from tests.tour.hands import (
    ALT,
    CTRL,
    LEFT,
    MIDDLE,
    NONE,
    RIGHT,
    SHIFT,
    pick_widget,
    place_in,
    seen_widgets,
)
from tests.tour.texts import any_text
from tests.tour.visit import Visit, name_of

Act = Callable[[Visit], None]

_KEYS = (
    Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_Home,
    Qt.Key.Key_End, Qt.Key.Key_PageUp, Qt.Key.Key_PageDown, Qt.Key.Key_Return, Qt.Key.Key_Escape,
    Qt.Key.Key_Space, Qt.Key.Key_Tab, Qt.Key.Key_Backtab, Qt.Key.Key_Delete, Qt.Key.Key_Backspace,
    Qt.Key.Key_F2, Qt.Key.Key_Plus, Qt.Key.Key_Minus, Qt.Key.Key_Menu,
)  # fmt: skip
_LETTERS = tuple(Qt.Key(code) for code in range(ord("A"), ord("Z") + 1)) + tuple(
    Qt.Key(code) for code in range(ord("0"), ord("9") + 1)
)
_MODIFIERS = (NONE, NONE, NONE, NONE, SHIFT, CTRL, ALT, CTRL | SHIFT)
_SIZES = (
    QSize(800, 600), QSize(1024, 700), QSize(1280, 720), QSize(1440, 900), QSize(1920, 1080),
    QSize(400, 300),
)  # fmt: skip
_FIELDS: tuple[type[QWidget], ...] = (QLineEdit, QAbstractSpinBox, QPlainTextEdit)


def click(visit: Visit) -> None:
    """Click anywhere, by any button."""
    hands = visit.hands
    widget = pick_widget(hands.window, visit.random)
    place = place_in(widget, visit.random)
    button = visit.random.choice([LEFT, LEFT, LEFT, LEFT, LEFT, RIGHT, MIDDLE])
    keys = visit.random.choice(_MODIFIERS)
    visit.say(f"click {name_of(widget)} ({button.name}, {keys.name})")
    hands.click(place, button, keys)


def click_button(visit: Visit) -> None:
    """Click a button."""
    buttons = seen_widgets(visit.hands.window, QAbstractButton)
    if buttons:
        button = visit.random.choice(buttons)
        visit.say(f"click {name_of(button)}")
        visit.hands.click(place_in(button, visit.random))


def double_click(visit: Visit) -> None:
    """Double-click anywhere."""
    hands = visit.hands
    widget = pick_widget(hands.window, visit.random)
    visit.say(f"double-click {name_of(widget)}")
    hands.double_click(place_in(widget, visit.random), visit.random.choice(_MODIFIERS))


def drag(visit: Visit) -> None:
    """Drag from somewhere to somewhere."""
    hands = visit.hands
    widget = pick_widget(hands.window, visit.random)
    other = widget if visit.chance(0.5) else pick_widget(hands.window, visit.random)
    start, end = place_in(widget, visit.random), place_in(other, visit.random)
    visit.say(f"drag from {name_of(widget)} to {name_of(other)}")
    button = visit.random.choice([LEFT, LEFT, LEFT, LEFT, MIDDLE, RIGHT])
    hands.drag(start, end, button, visit.random.choice(_MODIFIERS))


def drag_splitter(visit: Visit) -> None:
    """Move the border between two panes."""
    handles = seen_widgets(visit.hands.window, QSplitterHandle)
    if handles:
        handle = visit.random.choice(handles)
        start = place_in(handle, visit.random)
        away = QPoint(visit.random.randint(-600, 600), visit.random.randint(-600, 600))
        visit.say(f"drag a splitter by {away.x()}, {away.y()}")
        visit.hands.drag(start, start + away)


def turn_wheel(visit: Visit) -> None:
    """Turn the wheel anywhere."""
    hands = visit.hands
    widget = pick_widget(hands.window, visit.random)
    notches = QPoint(visit.random.choice([0, 0, 1]), visit.random.choice([-5, -1, 1, 5]))
    keys = visit.random.choice(_MODIFIERS)
    visit.say(f"wheel over {name_of(widget)} ({keys.name})")
    hands.wheel(place_in(widget, visit.random), notches, keys)


def press_key(visit: Visit) -> None:
    """Press a key, some times."""
    key = visit.random.choice(_KEYS if visit.chance(0.7) else _LETTERS)
    keys = visit.random.choice(_MODIFIERS)
    times = visit.random.choice([1, 1, 1, 4])
    visit.say(f"{times}× {key.name} ({keys.name})")
    for _ in range(times):
        visit.hands.key(key, keys)


def type_text(visit: Visit) -> None:
    """Type something into a field and finish in one of the ways there are."""
    hands = visit.hands
    fields = [field for kind in _FIELDS for field in seen_widgets(hands.window, kind)]
    if not fields:
        return
    field, text = visit.random.choice(fields), any_text(visit.random)
    end = visit.random.choice(
        [Qt.Key.Key_Return, Qt.Key.Key_Return, Qt.Key.Key_Tab, Qt.Key.Key_Escape, None]
    )
    visit.say(f"type {text[:60]!r} into {name_of(field)}, {end.name if end else 'no key'}")
    hands.click(place_in(field, visit.random))
    if visit.chance(0.8):
        hands.key(Qt.Key.Key_A, CTRL)
    if visit.chance(0.7):
        hands.type(text)
    else:
        hands.paste(text)
    if end is not None:
        hands.key(end)


def choose_from_list(visit: Visit) -> None:
    """Choose from a drop-down list by keys."""
    boxes = seen_widgets(visit.hands.window, QComboBox)
    if boxes:
        box = visit.random.choice(boxes)
        visit.say(f"choose from {name_of(box)}")
        box.setFocus()
        for _ in range(visit.random.randint(1, 6)):
            visit.hands.key(visit.random.choice([Qt.Key.Key_Down, Qt.Key.Key_Up]))


def move_slider(visit: Visit) -> None:
    """Move a slider by keys or by the mouse."""
    sliders = seen_widgets(visit.hands.window, QAbstractSlider)
    if sliders:
        slider = visit.random.choice(sliders)
        visit.say(f"move {name_of(slider)}")
        visit.hands.drag(place_in(slider, visit.random), place_in(slider, visit.random))
        visit.hands.key(visit.random.choice(_KEYS[:8]))


def choose_tab(visit: Visit) -> None:
    """Click on a tab."""
    bars = seen_widgets(visit.hands.window, QTabBar)
    if bars:
        bar = visit.random.choice(bars)
        visit.say(f"a tab of {name_of(bar)}")
        if isinstance(bar, QTabBar):
            middle = bar.tabRect(visit.random.randrange(max(1, bar.count()))).center()
            visit.hands.click(bar.mapTo(bar.window(), middle))


def click_row(visit: Visit) -> None:
    """Click into a table or a list."""
    views = seen_widgets(visit.hands.window, QAbstractItemView)
    if views:
        view = visit.random.choice(views)
        visit.say(f"click into {name_of(view)}")
        visit.hands.click(place_in(view, visit.random), visit.random.choice([LEFT, LEFT, RIGHT]))


def use_menu(visit: Visit) -> None:
    """Trigger any action of any menu."""
    menus = [(title, found) for title, found in visit.window.menus.entries() if found]
    title, actions = visit.random.choice(menus)
    enabled = [action for action in actions if action.isEnabled()]
    if enabled:
        trigger(visit, visit.random.choice(enabled), title)


def undo_and_redo(visit: Visit) -> None:
    """Take back some steps, and some of those back again."""
    back, forth = visit.random.randint(1, 8), visit.random.randint(0, 8)
    visit.say(f"{back}× undo, {forth}× redo")
    for _ in range(back):
        visit.hands.key(Qt.Key.Key_Z, CTRL)
    for _ in range(forth):
        visit.hands.key(Qt.Key.Key_Z, CTRL | SHIFT)


def change_look(visit: Visit) -> None:
    """Another language, theme or zoom, or presentation mode."""
    id_ = visit.random.choice(
        [
            ActionId.LARGER, ActionId.LARGER, ActionId.SMALLER, ActionId.NORMAL_SIZE,
            ActionId.SWITCH_THEME, ActionId.SWITCH_THEME, ActionId.SWITCH_LANGUAGE,
            ActionId.PRESENT,
        ]
    )  # fmt: skip
    trigger(visit, visit.window.commands[id_], "View")


def resize(visit: Visit) -> None:
    """Another size of the window."""
    size = visit.random.choice(_SIZES)
    visit.say(f"resize to {size.width()}×{size.height()}")
    visit.window.resize(size)


def go_elsewhere(visit: Visit) -> None:
    """Another space."""
    space = visit.random.choice(sorted(visit.window.space_actions))
    trigger(visit, visit.window.space_actions[space], "Go")


def wait(visit: Visit) -> None:
    """Look on."""
    visit.say("wait")


# With weights; in the sum about 100.
ACTIONS: dict[Act, int] = {
    click: 16, click_button: 10, double_click: 4, drag: 12, drag_splitter: 1, turn_wheel: 4,
    press_key: 8, type_text: 12, choose_from_list: 4, move_slider: 3, choose_tab: 2, click_row: 3,
    use_menu: 10, undo_and_redo: 3, change_look: 2, resize: 1, go_elsewhere: 1, wait: 6,
}  # fmt: skip
# What can be done in a dialog as well.
IN_DIALOGS: tuple[Act, ...] = (
    click, click_button, double_click, drag, turn_wheel, press_key, type_text, choose_from_list,
    move_slider, choose_tab, click_row, wait,
)  # fmt: skip
