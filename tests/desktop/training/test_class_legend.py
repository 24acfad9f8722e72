"""The legend of the classes: whole names, two lines that scroll, marks that are all different."""

from __future__ import annotations

import numpy as np
from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QColor, QImage, QPainter
from pytestqt.qtbot import QtBot

from desktop.training.pictures.class_legend import ClassLegend, LegendEntry
from desktop.training.pictures.class_marks import class_mark, draw_class_mark

LONG = "아주 긴 한국어 분류 이름이 여기에 있고 끝까지 읽을 수 있어야 합니다"


def test_long_names_are_cut_and_told_whole_and_many_are_scrolled(qtbot: QtBot) -> None:
    legend = ClassLegend()
    qtbot.addWidget(legend)
    legend.resize(320, 40)
    legend.show()
    legend.set_entries([LegendEntry("a", 0), LegendEntry("b", 1), LegendEntry("✕ not right")])
    one = legend.height()
    assert not legend.is_scrolled
    names = [f"{number} {LONG}" for number in range(20)]
    legend.set_entries([LegendEntry(name, look) for look, name in enumerate(names)])
    assert one < legend.height() < 3 * one
    qtbot.waitUntil(lambda: legend.is_scrolled)
    assert legend.focusPolicy() == Qt.FocusPolicy.TabFocus
    # Nothing is wider than the legend, and every name is whole for whoever asks.
    assert legend.horizontalScrollBar().maximum() == 0
    assert all(name in legend.accessibleName() for name in names)
    assert legend.tip_at(QPointF(20, 5)) == names[0]


def test_every_look_can_be_told_without_its_colour(qtbot: QtBot) -> None:
    pictures = []
    for look in range(30):
        image = QImage(40, 40, QImage.Format.Format_Grayscale8)
        image.fill(255)
        painter = QPainter(image)
        draw_class_mark(painter, QPointF(20, 20), 30.0, QColor("black"), look)
        painter.end()
        pixels = np.frombuffer(bytes(image.constBits()), np.uint8).reshape(40, -1)[:, :40]
        pictures.append((pixels < 128).astype(int))
    assert len({class_mark(look) for look in range(30)}) == 30
    for one in range(30):
        assert pictures[one].sum() > 40
        for other in range(one):
            assert np.abs(pictures[one] - pictures[other]).sum() > 25, (one, other)
