"""Messages lie over the page: nothing moves for them, and no click meets one by accident."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QCursor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QGraphicsView, QLabel, QWidget
from pytestqt.qtbot import QtBot

from desktop.app import make_companion, make_spaces
from desktop.foundation.settings import Settings
from desktop.graph_editor.page import GraphPage
from desktop.shell.application import Application
from desktop.shell.main_window import MainWindow
from desktop.training.page import TrainingPage
from tests.support.settling import settle

LONG = "This sentence says at length what is wrong and what would be right. " * 4
CLICKS = 100


@pytest.fixture
def window(qtbot: QtBot, settings: Settings, monkeypatch: pytest.MonkeyPatch) -> MainWindow:
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    application = Application(app, settings, make_spaces, make_companion)
    window = application.window
    # A training that was changed is asked about, and at the end nobody is there to answer.
    monkeypatch.setattr(window.quitting, "may_quit", lambda *_: True)
    qtbot.addWidget(window)
    window.resize(1280, 720)
    window.show_space("training")
    window.show()
    settle(qtbot, window)
    return window


def press_at(window: QWidget, place: QPoint) -> QWidget | None:
    """Click where the mouse is put, on whatever is uppermost there; return what that is."""
    QCursor.setPos(window.mapToGlobal(place))
    target = window.childAt(place)
    if target is not None:
        QTest.mouseClick(target, Qt.MouseButton.LeftButton, pos=target.mapFrom(window, place))
    return target


def middle(widget: QWidget, window: QWidget) -> QPoint:
    return widget.mapTo(window, widget.rect().center())


def page_of(window: MainWindow) -> TrainingPage:
    page = window.stack.current
    assert isinstance(page, TrainingPage)
    return page


def geometries(window: MainWindow) -> dict[QWidget, QRect]:
    page = window.stack.current
    assert page is not None
    return {w: w.geometry() for w in (page, *page.findChildren(QWidget)) if w.isVisible()}


def test_nothing_moves_when_messages_come_and_go(window: MainWindow, qtbot: QtBot) -> None:
    page = window.stack.current
    assert page is not None
    before = geometries(window)
    for text in ("Short.", LONG, ""):
        page.reported.emit(text, "warning")
        page.warned.emit(text)
        settle(qtbot, window)
        assert window.message_bar.isVisible() == window.warning_bar.isVisible() == bool(text)
        assert geometries(window) == before


def test_a_hundred_clicks_on_one_spot_meet_what_was_aimed_at(
    window: MainWindow, qtbot: QtBot
) -> None:
    page = page_of(window)
    messages = ("", "Short.", LONG)
    button = page.run_bar.buttons[page.run_bar.anew_action]
    spot = middle(button, window)
    for number in range(CLICKS):
        before = page.session.run.seed
        assert press_at(window, spot) is button
        assert page.session.run.seed != before
        page.warned.emit(messages[number % 3])
        if number % 2:
            page.reported.emit(messages[number // 2 % 3], "error")
        QApplication.processEvents()


@pytest.mark.parametrize("space", ["graph", "activations", "optimizers", "training"])
def test_wherever_the_mouse_is_no_message_comes_there(
    window: MainWindow, qtbot: QtBot, space: str
) -> None:
    window.show_space(space)
    settle(qtbot, window)
    page = window.stack.current
    assert page is not None
    across, down = window.width() // 6, window.height() // 6
    for place in (QPoint(x * across, y * down) for x in range(1, 6) for y in range(1, 6)):
        QCursor.setPos(window.mapToGlobal(place))
        page.reported.emit(LONG, "error")
        area = window.message_area
        assert not QRect(area.mapTo(window, QPoint()), area.size()).contains(place)
        page.reported.emit("", "info")


@pytest.mark.parametrize("space", ["graph", "activations", "optimizers", "training"])
def test_a_message_of_usual_length_hides_nothing_at_all(
    window: MainWindow, qtbot: QtBot, space: str
) -> None:
    window.resize(1440, 900)
    window.show_space(space)
    settle(qtbot, window)
    page = window.stack.current
    assert page is not None
    QCursor.setPos(window.mapToGlobal(QPoint(2, 2)))
    page.reported.emit("New start with seed 598.", "info")
    settle(qtbot, window)
    area = window.message_area
    box = QRect(area.mapTo(window, QPoint()), area.size())
    for part in page.findChildren(QWidget):
        is_read = isinstance(part, QLabel | QAbstractButton | QGraphicsView)
        seen = part.visibleRegion().boundingRect()
        if is_read and part.isVisible() and not seen.isEmpty():
            assert not seen.translated(part.mapTo(window, QPoint())).intersects(box)


def test_the_whole_text_of_a_long_message_is_seen(window: MainWindow, qtbot: QtBot) -> None:
    page = window.stack.current
    assert page is not None
    for text in (LONG, "Short.", LONG * 2):
        page.reported.emit(text, "error")
        settle(qtbot, window)
        (label,) = [part for part in window.message_bar.findChildren(QLabel) if part.text() == text]
        assert label.height() >= label.heightForWidth(label.width())


def test_a_message_over_the_canvas_lies_beside_the_cards(window: MainWindow, qtbot: QtBot) -> None:
    """It may be about one of them, as that an answer typed there is wrong."""
    window.show_space("graph")
    settle(qtbot, window)
    page = window.stack.current
    assert isinstance(page, GraphPage)
    page.reported.emit(LONG[: len(LONG) // 2], "error")
    settle(qtbot, window)
    area, view = window.message_area, page.view
    box = QRect(area.mapTo(window, QPoint()), area.size())
    corner = view.mapTo(window, QPoint())
    assert box.intersects(view.rect().translated(corner))
    cards = [rect.translated(corner) for rect in view.filled_rects()]
    assert len(cards) == len(page.document.graph.nodes)
    assert not any(box.intersects(card) for card in cards)


@pytest.mark.parametrize("space", ["graph", "activations", "optimizers", "training"])
def test_a_message_hides_no_control(window: MainWindow, qtbot: QtBot, space: str) -> None:
    window.show_space(space)
    settle(qtbot, window)
    page = window.stack.current
    assert page is not None
    page.reported.emit("A sentence about something of usual length, as they are.", "error")
    area = window.message_area
    box = QRect(area.mapTo(window, QPoint()), area.size())
    for button in page.findChildren(QAbstractButton):
        seen = button.visibleRegion().boundingRect()
        if button.isVisible() and not seen.isEmpty():
            assert not seen.translated(button.mapTo(window, QPoint())).intersects(box)


def test_where_a_message_went_by_itself_a_click_meets_nothing_until_the_mouse_leaves(
    window: MainWindow,
) -> None:
    page = window.stack.current
    assert page is not None
    page.reported.emit("Short.", "info")
    place = middle(window.message_area, window)
    QCursor.setPos(window.mapToGlobal(place))
    page.reported.emit("", "info")
    assert not window.message_bar.isVisible()
    assert press_at(window, place) is window.message_area
    assert window.childAt(place) is not window.message_area


def test_a_message_is_closed_by_its_button(window: MainWindow) -> None:
    page = window.stack.current
    assert page is not None
    page.reported.emit("Short.", "info")
    (close,) = [b for b in window.message_bar.findChildren(QAbstractButton) if b.isVisible()]
    press_at(window, middle(close, window))
    assert not window.message_area.isVisible()


def test_what_nobody_can_close_makes_way_for_the_mouse(window: MainWindow, qtbot: QtBot) -> None:
    page = window.stack.current
    assert page is not None
    page.warned.emit("Nothing can be kept.")
    place = middle(window.message_area, window)
    QTest.mouseMove(window, QPoint(2, 2))
    QTest.mouseMove(window, place)
    QCursor.setPos(window.mapToGlobal(place))
    qtbot.waitUntil(lambda: window.childAt(place) is not None and not _is_in_area(window, place))


def _is_in_area(window: MainWindow, place: QPoint) -> bool:
    hit = window.childAt(place)
    return hit is window.message_area or window.message_area.isAncestorOf(hit or window)


def test_what_is_told_of_a_start_goes_with_it(window: MainWindow, qtbot: QtBot) -> None:
    page = page_of(window)
    changes: list[Callable[[], object]] = [
        lambda: page.edits.edit_run(data="circle"),
        lambda: page.edits.edit_run(batch_size=2),
        page.edits.actions.both[0].trigger,
    ]
    for change in changes:
        QTest.keyClick(page, Qt.Key.Key_N)
        assert str(page.session.run.seed) in window.message_bar.text
        change()
        settle(qtbot, page)
        assert not window.message_bar.isVisible()
