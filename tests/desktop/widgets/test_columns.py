"""Columns beside a main view fold by handle, by key and by themselves, and come back."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAction
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from desktop.foundation.settings import FOLDED_COLUMNS, Settings
from desktop.foundation.theme import apply_theme
from desktop.widgets.panels.column_plan import ColumnRoom, Side, plan_columns
from desktop.widgets.panels.columns import Columns
from desktop.widgets.panels.page import Page
from tests.support.settling import settle

LEFT = Qt.MouseButton.LeftButton
ROOMY, TIGHT = 1000, 640


class Column(QWidget):
    """A column with a field in it, 200 pixels wide where there is room and 160 at least."""

    def __init__(self) -> None:
        super().__init__()
        self.field = QLineEdit(self)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.field)
        self.field.setMinimumWidth(160)
        self.field.setMaximumWidth(200)


class ColumnPage(Page):
    """A page with a column at each side of its main view."""

    def __init__(self, settings: Settings) -> None:
        super().__init__(None, settings)
        self.main = QWidget()
        self.main.setMinimumWidth(300)
        self.main.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        sides: dict[Side, QWidget] = {"left": Column(), "right": Column()}
        self.columns = Columns("test", self.main, sides, self)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.columns)
        self.addActions(self.column_actions())

    @property
    def shown(self) -> list[Side]:
        return [side for side in self.columns.sides if self.columns.column(side).isVisible()]


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    return Settings(str(tmp_path / "settings.ini"))


def make_page(qtbot: QtBot, settings: Settings, width: int = ROOMY) -> ColumnPage:
    page = ColumnPage(settings)
    qtbot.addWidget(page)
    page.resize(width, 500)
    page.show()
    qtbot.waitExposed(page)
    settle(qtbot)
    return page


def widen(qtbot: QtBot, page: ColumnPage, width: int) -> None:
    page.resize(width, 500)
    settle(qtbot)


def click(page: ColumnPage, side: Side) -> None:
    QTest.mouseClick(page.columns.handle(side), LEFT)


def test_a_click_on_the_handle_folds_a_column_and_shows_it_again(
    qtbot: QtBot, settings: Settings
) -> None:
    page = make_page(qtbot, settings)
    before = page.main.width()
    click(page, "left")
    assert page.shown == ["right"]
    assert page.main.width() > before
    click(page, "left")
    assert page.shown == ["left", "right"]
    assert page.main.width() == before


def test_a_key_folds_each_column(qtbot: QtBot, settings: Settings) -> None:
    page = make_page(qtbot, settings)
    QTest.keyClick(page, Qt.Key.Key_F4)
    assert page.shown == ["right"]
    QTest.keyClick(page, Qt.Key.Key_F4, Qt.KeyboardModifier.ShiftModifier)
    assert page.shown == []
    QTest.keyClick(page, Qt.Key.Key_F4)
    assert page.shown == ["left"]


def test_what_was_folded_by_hand_stays_so_wherever_there_is_room(
    qtbot: QtBot, settings: Settings
) -> None:
    page = make_page(qtbot, settings)
    click(page, "right")
    assert settings.get(FOLDED_COLUMNS) == ["test/right"]
    for width in (TIGHT, 1400):
        widen(qtbot, page, width)
        assert page.shown == ["left"]
    again = make_page(qtbot, settings)
    assert again.shown == ["left"]
    click(again, "right")
    assert settings.get(FOLDED_COLUMNS) == []


def test_a_column_without_room_folds_by_itself_and_comes_back(
    qtbot: QtBot, settings: Settings
) -> None:
    page = make_page(qtbot, settings)
    both = ["left", "right"]
    for width, shown in ((TIGHT, ["left"]), (400, []), (TIGHT, ["left"]), (ROOMY, both)):
        widen(qtbot, page, width)
        assert page.shown == shown
    assert settings.get(FOLDED_COLUMNS) == []


def test_the_main_view_is_never_narrower_than_it_must_be(qtbot: QtBot, settings: Settings) -> None:
    page = make_page(qtbot, settings)
    for width in range(1000, 300 + page.columns.handle("left").width() * 2, -50):
        widen(qtbot, page, width)
        assert page.main.width() >= 300
        assert all(page.columns.column(side).width() >= 160 for side in page.shown)


def test_a_column_without_room_opens_over_the_main_view_until_escape(
    qtbot: QtBot, settings: Settings
) -> None:
    page = make_page(qtbot, settings, TIGHT)
    before = page.main.geometry()
    click(page, "right")
    assert page.shown == ["left", "right"]
    assert page.main.geometry() == before
    column = page.columns.column("right")
    assert column.geometry().right() == page.columns.rect().right()
    top = page.columns.childAt(column.geometry().center())
    assert top is not None
    assert column.isAncestorOf(top) or top is column
    assert settings.get(FOLDED_COLUMNS) == []
    focus = QApplication.focusWidget()
    assert focus is not None
    QTest.keyClick(focus, Qt.Key.Key_Escape)
    assert page.shown == ["left"]


def test_what_lies_over_the_main_view_stands_beside_it_when_there_is_room(
    qtbot: QtBot, settings: Settings
) -> None:
    page = make_page(qtbot, settings, TIGHT)
    click(page, "right")
    widen(qtbot, page, ROOMY)
    assert page.shown == ["left", "right"]
    right = page.columns.column("right").geometry()
    assert not right.intersects(page.main.geometry())
    widen(qtbot, page, TIGHT)
    assert page.shown == ["left"]


def test_a_handle_is_dragged_to_widen_a_column_and_to_fold_it(
    qtbot: QtBot, settings: Settings
) -> None:
    page = make_page(qtbot, settings)
    column = page.columns.column("left")
    before = column.width()
    drag(page, "left", 60)
    assert column.width() == before + 60
    assert page.shown == ["left", "right"]
    drag(page, "left", -before)
    assert page.shown == ["right"]
    assert settings.get(FOLDED_COLUMNS) == ["test/left"]


def test_a_column_keeps_its_width_in_a_page_made_anew_and_grows_with_the_text(
    qtbot: QtBot, qapp: QApplication, settings: Settings
) -> None:
    page = make_page(qtbot, settings)
    drag(page, "left", 60)
    width = page.columns.column("left").width()
    again = make_page(qtbot, settings)
    assert again.columns.column("left").width() == width
    apply_theme(qapp, "light", 1.25)
    try:
        large = make_page(qtbot, settings, 1800)
        assert large.columns.column("left").width() == round(width * 1.25)
    finally:
        apply_theme(qapp, "light", 1.0)


def drag(page: ColumnPage, side: Side, by: int) -> None:
    handle = page.columns.handle(side)
    start = QPoint(handle.width() // 2, handle.height() // 2)
    aim = page.mapFromGlobal(handle.mapToGlobal(start)) + QPoint(by, 0)
    QTest.mousePress(handle, LEFT, pos=start)
    for place in (aim - QPoint(by // 2, 0), aim):
        QTest.mouseMove(handle, handle.mapFromGlobal(page.mapToGlobal(place)))
    QTest.mouseRelease(handle, LEFT, pos=handle.mapFromGlobal(page.mapToGlobal(aim)))


def test_who_has_the_keys_in_a_column_that_folds_hands_them_to_the_page(
    qtbot: QtBot, settings: Settings
) -> None:
    page = make_page(qtbot, settings)
    page.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    column = page.columns.column("left")
    assert isinstance(column, Column)
    column.field.setFocus()
    QTest.keyClick(column.field, Qt.Key.Key_F4)
    assert page.shown == ["right"]
    assert QApplication.focusWidget() is page


def test_the_menu_offers_what_can_be_folded(qtbot: QtBot, settings: Settings) -> None:
    page = make_page(qtbot, settings)
    actions: list[QAction] = page.column_actions()
    assert [action.isEnabled() for action in actions] == [True, True]
    page.columns.hide()
    assert [action.isEnabled() for action in actions] == [False, False]


def test_presenting_shows_the_main_view_alone(qtbot: QtBot, settings: Settings) -> None:
    page = make_page(qtbot, settings)
    page.present(is_on=True)
    assert page.shown == []
    assert page.main.size() == page.columns.size()
    QTest.keyClick(page, Qt.Key.Key_F4)
    assert page.shown == []
    page.present(is_on=False)
    assert page.shown == ["left", "right"]


@pytest.mark.parametrize(
    ("room", "widths"),
    [
        (1000, {"left": 200, "right": 300}),
        (700, {"left": 157, "right": 242}),
        (650, {"left": 136, "right": 213}),
        (600, {"left": 200}),
        (420, {"left": 120}),
        (419, {}),
    ],
)
def test_columns_narrow_before_one_after_the_other_folds(
    room: int, widths: dict[Side, int]
) -> None:
    columns: dict[Side, ColumnRoom] = {"left": ColumnRoom(120, 200), "right": ColumnRoom(190, 300)}
    found = plan_columns(room, columns, ("right", "left"), 300)
    assert found.keys() == widths.keys()
    assert all(abs(found[side] - width) <= 1 for side, width in widths.items())
