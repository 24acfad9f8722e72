"""Sections, cards, the message bar, tables and formulas."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QSize, Qt
from PySide6.QtGui import QColor, QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QHBoxLayout, QLabel, QSizePolicy, QToolButton, QWidget
from pytestqt.qtbot import QtBot

from desktop.desk.settling import has_settled
from desktop.foundation.theme import apply_theme
from desktop.widgets.bars.message_bar import MessageBar
from desktop.widgets.formulas.formula_view import FormulaView
from desktop.widgets.panels.card import Card
from desktop.widgets.panels.data_table import DataTable
from desktop.widgets.panels.figure import Figure
from desktop.widgets.panels.flow_layout import FlowLayout
from desktop.widgets.panels.loose_stack import LooseStack
from desktop.widgets.panels.main_column import MainColumn
from desktop.widgets.panels.section import Section
from tests.support.settling import settle


def test_a_section_folds_by_its_caption(qtbot: QtBot) -> None:
    section = Section("Adam")
    label = QLabel("inside")
    section.add(label)
    section.add(QHBoxLayout())
    qtbot.addWidget(section)
    section.show()
    with qtbot.waitSignal(section.expanded_changed) as folded:
        QTest.mouseClick(section.caption, Qt.MouseButton.LeftButton)
    assert folded.args == [False]
    assert not label.isVisible()
    section.set_expanded(True)
    assert label.isVisible()
    assert section.title == "Adam"


def test_a_fixed_section_does_not_fold(qtbot: QtBot) -> None:
    section = Section("Adam", collapsible=False)
    qtbot.addWidget(section)
    section.show()
    QTest.mouseClick(section.caption, Qt.MouseButton.LeftButton)
    assert section.is_expanded


def test_a_card_without_a_title_spends_no_room_on_it(qtbot: QtBot) -> None:
    card = Card("Forward")
    card.add(QLabel("y"))
    card.add(QHBoxLayout())
    qtbot.addWidget(card)
    card.show()
    titled = card.sizeHint().height()
    card.set_title("")
    assert card.sizeHint().height() < titled


def test_a_message_is_shown_with_its_severity_until_closed(qtbot: QtBot) -> None:
    bar = MessageBar()
    qtbot.addWidget(bar)
    bar.show_message("the loss grew 40×", "warning")
    assert bar.isVisible()
    assert (bar.text, bar.severity) == ("the loss grew 40×", "warning")
    close = bar.findChild(QToolButton)
    assert close is not None
    with qtbot.waitSignal(bar.closed):
        QTest.mouseClick(close, Qt.MouseButton.LeftButton)
    assert not bar.isVisible()
    bar.show_message("again")
    with qtbot.waitSignal(bar.closed):
        QTest.keyClick(bar, Qt.Key.Key_Escape)


def test_a_table_fits_its_rows_reports_choice_and_copies(qtbot: QtBot) -> None:
    table = DataTable(["method", "loss"])
    qtbot.addWidget(table)
    table.set_rows([["SGD", "0.8"]], colours=[[None, "value"]], swatches=[QColor("red")])
    low = table.height()
    table.set_rows([["SGD", "0.8"], ["Adam", "0.1"]])
    assert table.height() > low
    table.show()
    second = table.visualRect(table.model().index(1, 0)).center()
    with qtbot.waitSignal(table.row_selected) as chosen:
        QTest.mouseClick(table.viewport(), Qt.MouseButton.LeftButton, pos=second)
    assert chosen.args == [1]
    QTest.keyClick(table, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert QGuiApplication.clipboard().text() == "method\tloss\nSGD\t0.8\nAdam\t0.1"
    table.set_headers(["name", "cost"])
    table.set_rows([["SGD", "0.7"], ["Adam", "0.05"]])
    assert table.rows[1] == ["Adam", "0.05"]


def test_walking_past_a_table_by_tab_chooses_nothing(qtbot: QtBot) -> None:
    window = QWidget()
    row = QHBoxLayout(window)
    before, table = QToolButton(), DataTable(["method", "loss"])
    before.setFocusPolicy(Qt.FocusPolicy.TabFocus)
    row.addWidget(before)
    row.addWidget(table)
    qtbot.addWidget(window)
    table.set_rows([["SGD", "0.8"], ["Adam", "0.1"]])
    with qtbot.waitExposed(window):
        window.show()
    window.activateWindow()
    before.setFocus()
    with qtbot.assertNotEmitted(table.row_selected):
        QTest.keyClick(before, Qt.Key.Key_Tab)
    assert table.hasFocus()
    with qtbot.waitSignal(table.row_selected) as chosen:
        QTest.keyClick(table, Qt.Key.Key_Return)
    assert chosen.args == [0]
    with qtbot.waitSignal(table.row_selected) as chosen:
        QTest.keyClick(table, Qt.Key.Key_Down)
    assert chosen.args == [1]


def test_a_formula_is_drawn_in_the_themes_ink_and_follows_its_zoom(qtbot: QtBot) -> None:
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    view = FormulaView(r"\frac{1}{1 + e^{-x}}")
    qtbot.addWidget(view)
    assert view.is_drawn
    small = view.sizeHint().width()
    try:
        apply_theme(app, "light", 2.0)
        assert view.sizeHint().width() > 1.8 * small
    finally:
        apply_theme(app, "light", 1.0)
    view.resize(view.sizeHint())
    image = view.grab().toImage()
    inked = [
        (x, y)
        for x in range(image.width())
        for y in range(image.height())
        if image.pixelColor(x, y).lightness() < 120
    ]
    assert inked
    assert view.accessibleName() == r"\frac{1}{1 + e^{-x}}"


def test_latex_that_cannot_be_drawn_is_shown_as_text(qtbot: QtBot) -> None:
    view = FormulaView(r"\begin{nothing} {")
    qtbot.addWidget(view)
    assert not view.is_drawn
    assert view.sizeHint().width() > 20
    view.show()
    view.grab()


def test_a_wide_formula_shrinks_into_its_panel(qtbot: QtBot) -> None:
    view = FormulaView("+".join(["x^2"] * 30))
    qtbot.addWidget(view)
    assert not view.is_drawn
    qtbot.waitUntil(lambda: has_settled(view))
    assert view.is_drawn
    assert view.minimumSizeHint().width() < 150
    assert view.heightForWidth(150) < view.sizeHint().height()


def test_a_flow_breaks_lines_and_skips_what_is_hidden(qtbot: QtBot) -> None:
    holder = QWidget()
    flow = FlowLayout(holder, spacing=5)
    labels = [QLabel("word") for _ in range(4)]
    for label in labels:
        label.setFixedSize(50, 20)
        flow.addWidget(label)
    qtbot.addWidget(holder)
    assert flow.heightForWidth(220) == 20
    assert flow.heightForWidth(110) == 45
    holder.resize(110, 60)
    holder.show()
    assert labels[2].pos() == QPoint(0, 25)
    labels[0].hide()
    qtbot.waitUntil(lambda: labels[1].pos() == QPoint(0, 0))
    assert flow.sizeHint().width() == 160
    assert flow.takeAt(9) is None


def test_a_flow_gives_the_rest_of_a_line_to_what_expands(qtbot: QtBot) -> None:
    holder = QWidget()
    flow = FlowLayout(holder, spacing=5)
    button, slider = QLabel("word"), QWidget()
    slider.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
    button.setFixedSize(50, 20)
    slider.setMinimumWidth(100)
    slider.setFixedHeight(10)
    flow.addWidget(slider)
    flow.insertWidget(0, button)
    qtbot.addWidget(holder)
    holder.resize(300, 60)
    holder.show()
    assert slider.geometry().getRect() == (55, 5, 245, 10)
    holder.resize(140, 60)
    qtbot.waitUntil(lambda: slider.geometry().getRect() == (0, 25, 140, 10))


def test_a_main_view_keeps_its_share_and_what_follows_is_scrolled_to(qtbot: QtBot) -> None:
    window, picture, rest = QWidget(), QWidget(), QWidget()
    bar = QLabel("bar")
    bar.setFixedHeight(30)
    rest.setMinimumHeight(200)
    column = MainColumn((picture,), window)
    column.head.addWidget(bar)
    column.body.addWidget(picture, 1)
    column.body.addWidget(rest, 1)
    QHBoxLayout(window).addWidget(column)
    qtbot.addWidget(window)
    window.show()
    for height, is_scrolled in ((1000, False), (400, True), (1000, False)):
        window.resize(300, height)
        settle(qtbot)
        assert picture.visibleRegion().boundingRect().height() >= 0.45 * height
        assert (column.area.verticalScrollBar().maximum() > 0) == is_scrolled
        assert bar.isVisible()
        assert rest.height() >= 200
    window.resize(300, 400)
    settle(qtbot)
    QTest.keyClick(column.area, Qt.Key.Key_PageDown)
    assert column.area.verticalScrollBar().value() > 0
    # The arrow keys are the page's, where they step.
    before = column.area.verticalScrollBar().value()
    QTest.keyClick(column.area, Qt.Key.Key_Up)
    assert column.area.verticalScrollBar().value() == before


def test_a_stack_asks_for_no_room_for_what_is_hidden(qtbot: QtBot) -> None:
    stack, small, large = LooseStack(), QWidget(), QWidget()
    small.setMinimumSize(50, 40)
    large.setMinimumSize(700, 500)
    for page in (small, large):
        stack.addWidget(page)
    qtbot.addWidget(stack)
    assert stack.minimumSizeHint() == QSize(50, 40)
    stack.setCurrentWidget(large)
    assert stack.minimumSizeHint() == QSize(700, 500)


def test_a_narrow_table_cuts_neither_its_first_title_nor_its_last_row(qtbot: QtBot) -> None:
    table = DataTable(["input", "analytic", "numeric", "rel. error"])
    qtbot.addWidget(table)
    table.set_rows([["x", "−4.00000", "−4.00000", "4e-11"]] * 3)
    table.resize(200, table.height())
    table.show()
    assert table.columnWidth(0) >= table.horizontalHeader().sectionSizeHint(0)
    last = table.visualRect(table.model().index(2, 0))
    assert table.viewport().rect().contains(last.bottomLeft())


def test_a_long_last_column_gives_way_where_it_is_told_to(qtbot: QtBot) -> None:
    table = DataTable(["asked", "answer", "mark"], yielding=2)
    qtbot.addWidget(table)
    table.set_rows([["∂b ← d", "2", "✗ Value instead of gradient, and then some more"]])
    table.resize(240, 90)
    table.show()
    assert table.columnWidth(0) >= table.sizeHintForColumn(0)
    assert table.horizontalScrollBar().maximum() == 0


def test_a_column_keeps_its_width_when_another_one_grows(qtbot: QtBot) -> None:
    table = DataTable(["method", "loss", "steps"])
    qtbot.addWidget(table)
    table.set_rows([["SGD", "0.123456789", "1"]])
    width = table.horizontalHeader().sectionSize(1)
    table.set_rows([["SGD", "0", "diverged at step 100"]])
    assert table.horizontalHeader().sectionSize(1) == width
    assert table.horizontalHeader().sectionSize(2) > width
    table.set_rows([["SGD", "0.12345", "1"]])
    assert table.horizontalHeader().sectionSize(1) == width


def test_a_tables_number_tells_every_digit_to_who_points_at_it(qtbot: QtBot) -> None:
    table = DataTable(["input", "gradient"])
    qtbot.addWidget(table)
    table.set_rows([["w", Figure("−0.20", -0.19661193324148185)], ["v", Figure("[1 2]", [1, 2])]])
    model = table.model()

    def tip(row: int, column: int) -> object:
        return model.data(model.index(row, column), Qt.ItemDataRole.ToolTipRole)

    assert model.data(model.index(0, 1)) == "−0.20"
    assert "−0.19661193324148185" in str(tip(0, 1))
    assert "[1, 2]" in str(tip(1, 1))
    assert "w" in str(tip(0, 0))
