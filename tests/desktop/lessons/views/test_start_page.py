"""The start page: what to go on with, what is due, every lesson, and the first visit."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot

from desktop.foundation.theme import apply_theme
from desktop.lessons.views.lesson_button import LessonCard, LessonState
from desktop.lessons.views.start_page import CourseCard, SkillCard, StartContents, StartPage
from tests.support.event_loop import deliver_deletes
from tests.support.settling import settle

LESSONS = (
    LessonCard("first", "First graph", "One formula.", ("Forward pass",), 5, LessonState.DONE),
    LessonCard("chain", "The chain rule", "s", ("Chain rule",), 12, LessonState.BEGUN, 4, 11),
    LessonCard("roles", "Roles: add, max, multiply", "s", ("Roles",), 10),
)
CONTENTS = StartContents(
    (
        CourseCard("Graphs", "How gradients go back.", LESSONS),
        CourseCard("Networks", "", (LessonCard("xor", "XOR"),)),
    ),
    LESSONS[1],
    (SkillCard("Chain rule"), SkillCard("Forward pass")),
    (SkillCard("Roles", "You name what each gate does."),),
)


@pytest.fixture
def page(qtbot: QtBot) -> StartPage:
    page = StartPage()
    page.resize(340, 640)
    qtbot.addWidget(page)
    page.show()
    page.show_contents(CONTENTS)
    settle(qtbot, page)
    return page


def texts(page: StartPage) -> list[str]:
    return [label.text() for label in page.findChildren(QLabel) if label.isVisible()]


def test_every_lesson_says_how_it_stands(page: StartPage) -> None:
    assert [button.accessibleName() for button in page.lesson_buttons] == [
        "First graph, done, 5 min · Forward pass",
        "The chain rule, begun, 12 min · step 4 of 11 · Chain rule",
        "Roles: add, max, multiply, not begun, 10 min · Roles",
        "XOR, not begun",
    ]


def test_a_lesson_is_opened_by_mouse_and_by_keys(qtbot: QtBot, page: StartPage) -> None:
    wanted: list[str] = []
    page.lesson_wanted.connect(wanted.append)
    first, second, *_ = page.lesson_buttons
    QTest.mouseClick(first, Qt.MouseButton.LeftButton)
    QTest.keyClick(first, Qt.Key.Key_Down)
    assert second.hasFocus()
    QTest.keyClick(second, Qt.Key.Key_Return)
    QTest.keyClick(second, Qt.Key.Key_Space)
    assert wanted == ["first", "chain", "chain"]


def test_the_lessons_of_a_course_are_one_stop_of_tab(page: StartPage) -> None:
    stops = [
        button.card.id
        for button in page.lesson_buttons
        if button.focusPolicy() & Qt.FocusPolicy.TabFocus
    ]
    assert stops == ["first", "xor"]


def test_one_goes_on_where_one_was(qtbot: QtBot, page: StartPage) -> None:
    assert "Step 4 of 11" in texts(page)
    with qtbot.waitSignal(page.lesson_wanted) as wanted:
        QTest.mouseClick(page.buttons["go_on"], Qt.MouseButton.LeftButton)
    assert wanted.args == ["chain"]


def test_what_is_due_is_named_and_reviewed(qtbot: QtBot, page: StartPage) -> None:
    assert "2 skills are due for review" in texts(page)
    assert "Chain rule · Forward pass" in texts(page)
    with qtbot.waitSignal(page.review_wanted):
        QTest.mouseClick(page.buttons["review"], Qt.MouseButton.LeftButton)
    page.show_contents(replace(CONTENTS, due=(SkillCard("Roles"),)))
    settle(qtbot, page)
    assert "One skill is due for review" in texts(page)


def test_what_is_reached_is_listed(page: StartPage) -> None:
    assert "✓ Roles: You name what each gate does." in texts(page)


def test_the_first_visit_offers_the_tour_beside_the_laboratory(
    qtbot: QtBot, page: StartPage
) -> None:
    page.show_contents(StartContents(CONTENTS.courses, is_first_visit=True))
    settle(qtbot, page)
    page.take_focus()
    assert page.buttons["tour"].hasFocus()
    with qtbot.waitSignal(page.tour_wanted):
        QTest.keyClick(page.buttons["tour"], Qt.Key.Key_Return)
    with qtbot.waitSignal(page.look_around_wanted):
        QTest.mouseClick(page.buttons["look_around"], Qt.MouseButton.LeftButton)


def test_other_contents_take_the_place_of_these_and_keep_the_place(
    qtbot: QtBot, page: StartPage
) -> None:
    page.resize(340, 300)
    settle(qtbot, page)
    page.verticalScrollBar().setValue(60)
    page.show_contents(CONTENTS)
    deliver_deletes()
    settle(qtbot, page)
    assert page.verticalScrollBar().value() == 60
    assert len(page.lesson_buttons) == 4
    assert all(button.isVisible() for button in page.lesson_buttons)


@pytest.mark.parametrize(("width", "scale"), [(300, 1.0), (340, 1.0), (640, 2.0)])
def test_nothing_is_cut(qtbot: QtBot, qapp: QApplication, width: int, scale: float) -> None:
    apply_theme(qapp, "light", scale)
    try:
        page = StartPage()
        page.resize(width, 720)
        qtbot.addWidget(page)
        page.show()
        page.show_contents(replace(CONTENTS, is_first_visit=True))
        settle(qtbot, page)
        content = page.widget()
        assert content is not None
        assert content.width() <= page.viewport().width()
        for part in content.findChildren(QWidget):
            if part.isVisibleTo(content):
                left = part.mapTo(content, part.rect().topLeft()).x()
                assert left + part.width() <= content.width()
        for button in page.lesson_buttons:
            assert button.height() >= button.heightForWidth(button.width())
    finally:
        apply_theme(qapp, "light", 1.0)


def test_the_same_contents_leave_the_keys_where_they_are(qtbot: QtBot) -> None:
    page = StartPage()
    qtbot.addWidget(page)
    contents = StartContents(is_first_visit=True)
    page.show_contents(contents)
    before = page.buttons["tour"]
    page.show_contents(StartContents(is_first_visit=True))
    assert page.buttons["tour"] is before
