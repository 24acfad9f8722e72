"""The end of a lesson can be read in a low window, and says no more than is so."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtWidgets import QLabel, QWidget
from pytestqt.qtbot import QtBot

from desktop.lessons.start.end_view import Ending, EndView
from tests.support.settling import settle

ENDING = Ending(
    title="Why one neuron cannot learn XOR",
    done=16,
    shown=0,
    skipped=0,
    reached=("What a hidden layer does",),
    training=(("Linear separability", 2), ("Counting layers", 0)),
    following=("linear-layers", "Linear layers"),
)


def shown(qtbot: QtBot, ending: Ending) -> tuple[QWidget, EndView]:
    holder = QWidget()
    qtbot.addWidget(holder)
    view = EndView(holder)
    holder.resize(300, 200)
    view.resize(300, 200)
    view.show_ending(ending)
    holder.show()
    settle(qtbot, holder)
    return holder, view


def test_no_line_is_squeezed_where_there_is_little_room(qtbot: QtBot) -> None:
    _holder, view = shown(qtbot, ENDING)
    labels = [label for label in view.findChildren(QLabel) if label.isVisible() and label.text()]
    assert len(labels) >= 5
    for label in labels:
        assert label.height() >= label.heightForWidth(label.width())


def test_it_is_told_how_much_of_a_skill_is_missing(qtbot: QtBot) -> None:
    _holder, view = shown(qtbot, ENDING)
    texts = " ".join(label.text() for label in view.findChildren(QLabel))
    assert "Linear separability (2 of 3), Counting layers (0 of 3)" in texts


def test_other_numbers_are_promised_only_where_there_are_any(qtbot: QtBot) -> None:
    _holder, view = shown(qtbot, ENDING)
    assert view.again_button.text() == "Once more, with other numbers"
    view.show_ending(replace(ENDING, has_draw=False))
    assert view.again_button.text() == "Once more"
