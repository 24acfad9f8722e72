"""Hands for the situations: clicking, typing and choosing as people do."""

from __future__ import annotations

from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QComboBox, QLineEdit, QWidget

from desktop.widgets.fields.number_field import NumberField
from desktop.widgets.formula_entry.formula_edit import FormulaEdit
from desktop.widgets.plots.plot_view import PlotView
from tests.screenshots.stage import Stage
from tests.support.settling import seen_place

LEFT = Qt.MouseButton.LeftButton
# A check box as wide as its panel answers only where it is drawn.
_BUTTON_PX = 10


def click(button: QAbstractButton) -> None:
    """Click a button, a segment, a chip or a check box."""
    assert button.isVisible(), button.accessibleName()
    place = QPoint(min(_BUTTON_PX, button.width() // 2), button.height() // 2)
    QTest.mouseClick(button, LEFT, pos=place)


def click_at(widget: QWidget, place: QPoint) -> None:
    """Click at a place of a widget."""
    QTest.mouseClick(widget, LEFT, pos=place)


def double_click(widget: QWidget, place: QPoint) -> None:
    """Double-click at a place of a widget."""
    QTest.mouseDClick(widget, LEFT, pos=place)


def click_in_plot(stage: Stage, plot: PlotView, x: float, y: float) -> None:
    """Click at a point of a plot, once it stands where it will."""
    stage.settle()
    viewport = plot.canvas.viewport()
    click_at(viewport, seen_place(viewport, plot.canvas.to_widget(x, y)))


def type_text(edit: QLineEdit | FormulaEdit, text: str) -> None:
    """Type a text in the place of what stands in a line, and press Enter."""
    edit.setFocus()
    edit.selectAll()
    QTest.keyClicks(edit, text)
    QTest.keyClick(edit, Qt.Key.Key_Return)


def type_number(field: NumberField, text: str) -> None:
    """Type a number into a field."""
    field.select_all()
    QTest.keyClicks(field.edit, text)
    QTest.keyClick(field.edit, Qt.Key.Key_Return)


def choose(box: QComboBox, name: str) -> None:
    """Open a list and choose the entry that stands for a name."""
    box.showPopup()
    view = box.view()
    view.setCurrentIndex(view.model().index(box.findData(name), 0))
    QTest.keyClick(view, Qt.Key.Key_Return)
    assert box.currentData() == name, name
