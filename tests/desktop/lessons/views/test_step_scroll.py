"""What scrolls a step looks only for what stands in it."""

from __future__ import annotations

from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from desktop.lessons.views.step_scroll import StepScroll
from tests.support.settling import settle


def test_what_went_to_another_column_is_not_looked_for(qtbot: QtBot) -> None:
    window, other = QWidget(), QWidget()
    qtbot.addWidget(window)
    scroll, content, wanted = StepScroll(window), QWidget(), QLabel("asked")
    rows, columns = QVBoxLayout(content), QVBoxLayout(window)
    for number in range(40):
        rows.addWidget(QLabel(str(number)))
    rows.addWidget(wanted)
    scroll.setWidget(content)
    columns.addWidget(scroll)
    columns.addWidget(other)
    other_rows = QVBoxLayout(other)
    window.resize(200, 200)
    window.show()
    scroll.bring_into_sight(wanted)
    settle(qtbot, window)
    bar = scroll.verticalScrollBar()
    assert bar.value() == bar.maximum() > 0

    other_rows.addWidget(wanted)
    wanted.show()
    bar.setValue(0)
    window.resize(200, 180)
    settle(qtbot, window)
    assert bar.value() == 0
