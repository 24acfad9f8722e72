"""Answers to what opens over the window: menus, lists, dialogs for files, questions, a drag."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAction, QDrag
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QFileDialog,
    QLineEdit,
    QMenu,
    QMessageBox,
    QWidget,
)
from shiboken6 import isValid

from tests.tour.hands import Hands, place_in, seen_widgets
from tests.tour.visit import Visit, name_of

_NAMES = (
    "a", "b.wiregrad", "week 1.2", "가중치", "picture.png", "race.wiregrad-race", "c.svg", "d.pdf",
    "e.gif", "history.csv", "net.py", "no such folder/x", "가" * 100, "x" * 300, "",
    "empty.wiregrad",
)  # fmt: skip


def answer_popup(visit: Visit, popup: QWidget) -> None:
    """Choose something from a menu or a list that is open, or leave it."""
    hands = Hands(popup)
    if visit.chance(0.25):
        visit.say(f"Escape on {name_of(popup)}")
        hands.key(Qt.Key.Key_Escape)
        if hands.is_there:
            popup.close()
    elif isinstance(popup, QMenu):
        _choose_entry(visit, popup)
    else:
        place = place_in(popup, visit.random)
        visit.say(f"click into {name_of(popup)}")
        hands.click(place)


def _choose_entry(visit: Visit, menu: QMenu) -> None:
    entries = [each for each in menu.actions() if each.isEnabled() and not each.isSeparator()]
    if not entries:
        visit.say(f"close an empty {name_of(menu)}")
        menu.close()
        return
    entry = visit.random.choice(entries)
    visit.say(f"choose “{entry.text()}”")
    Hands(menu).click(menu.actionGeometry(entry).center())


def answer_file_dialog(visit: Visit, dialog: QFileDialog) -> None:
    """Type the name of a file in the folder of the tour, or leave; nothing else is touched."""
    field = dialog.findChild(QLineEdit, "fileNameEdit")
    if visit.chance(0.3) or field is None:
        visit.say(f"Escape on {name_of(dialog)}")
        dialog.reject()
        return
    path = _any_path(visit, dialog)
    visit.say(f"answer the dialog “{dialog.windowTitle()}” with {str(path.name)[:40]}")
    field.setText(str(path))
    Hands(dialog).key(Qt.Key.Key_Return)
    if isValid(dialog) and QApplication.activeModalWidget() is dialog:
        dialog.reject()


def _any_path(visit: Visit, dialog: QFileDialog) -> Path:
    if dialog.fileMode() == QFileDialog.FileMode.Directory:
        return visit.folder
    if dialog.acceptMode() == QFileDialog.AcceptMode.AcceptOpen or visit.chance(0.3):
        return visit.random.choice(visit.files())
    return visit.folder / visit.random.choice(_NAMES)


def answer_question(visit: Visit, dialog: QWidget) -> None:
    """Click one of a dialog's buttons, or leave it by Escape or Enter."""
    buttons = seen_widgets(dialog, QAbstractButton)
    hands = Hands(dialog)
    if buttons and visit.chance(0.7):
        button = visit.random.choice(buttons)
        visit.say(f"click {name_of(button)} in {name_of(dialog)}")
        hands.click(place_in(button, visit.random))
    else:
        key = visit.random.choice([Qt.Key.Key_Escape, Qt.Key.Key_Escape, Qt.Key.Key_Return])
        visit.say(f"{key.name} on {name_of(dialog)}")
        hands.key(key)


def leave_dialog(visit: Visit, dialog: QWidget) -> None:
    """Take a dialog away that has been open for long; unsaved work is not kept."""
    visit.say(f"leave {name_of(dialog)}")
    if isinstance(dialog, QMessageBox):
        for button in dialog.buttons():
            is_destructive = dialog.buttonRole(button) == QMessageBox.ButtonRole.DestructiveRole
            if is_destructive or button.objectName() == "DISCARD":
                button.click()
                return
    dialog.close()


def end_drag(visit: Visit, rounds: int) -> None:
    """Drop what is being dragged somewhere on the window, or call the drag off."""
    hands = Hands(visit.window)
    visit.say("drop what is being dragged")
    if rounds > 20:
        QDrag.cancel()
        return
    place = QPoint(
        visit.random.randint(0, visit.window.width()),
        visit.random.randint(0, visit.window.height()),
    )
    hands.move(place)
    hands.release(place, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier)


def trigger(visit: Visit, action: QAction, menu: str) -> None:
    """Do what an action does."""
    visit.say(f"menu {menu}: “{action.text()}”")
    action.trigger()
