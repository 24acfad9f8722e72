"""A question with named answers, whose words are never taken for HTML."""

from __future__ import annotations

from collections.abc import Mapping
from enum import Enum
from typing import TypeVar

from PySide6.QtWidgets import QMessageBox, QPushButton, QWidget

from desktop.foundation.plain_label import plain_message_box

T = TypeVar("T", bound=Enum)
_ROLE = QMessageBox.ButtonRole


def ask_choice(
    parent: QWidget,
    title: str,
    texts: tuple[str, str],
    choices: Mapping[T, str],
    preferred: T,
    refusal: T,
) -> T:
    """Ask by a dialog.

    Args:
        parent: The widget that the dialog stands over.
        title: The dialog's title.
        texts: The question, and what is to be known about it, which may be empty.
        choices: The answers and the words on their buttons, in order.
        preferred: What the Enter key means.
        refusal: What Escape and closing the dialog mean.
    """
    box = plain_message_box(parent)
    box.setIcon(QMessageBox.Icon.Question)
    box.setWindowTitle(title)
    box.setText(texts[0])
    box.setInformativeText(texts[1])
    buttons: dict[T, QPushButton] = {}
    for choice, words in choices.items():
        role = _ROLE.RejectRole if choice is refusal else _ROLE.AcceptRole
        buttons[choice] = box.addButton(words, role)
        # Tests and screen readers find it by its meaning, in every language.
        buttons[choice].setObjectName(choice.name)
    box.setDefaultButton(buttons[preferred])
    box.setEscapeButton(buttons[refusal])
    box.exec()
    clicked = box.clickedButton()
    box.deleteLater()
    return next((choice for choice, button in buttons.items() if button is clicked), refusal)


def explain(parent: QWidget, title: str, text: str) -> None:
    """Tell by a dialog why something cannot be."""
    box = plain_message_box(parent)
    box.setIcon(QMessageBox.Icon.Warning)
    box.setWindowTitle(title)
    box.setText(text)
    box.exec()
    box.deleteLater()
