"""Closing the window asks once, about everything that is not saved, and saves what it names."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton

from desktop.files.unsaved_work import Leaving, UnsavedWork
from desktop.shell.application import Application
from desktop.shell.main_window import MainWindow
from desktop.shell.quit_question import QuitQuestion
from tests.desktop.shell.conftest import NotePage


class Answering:
    """Answers the question when it comes, by mouse and keys, and keeps what it said."""

    def __init__(self, act: Callable[[QuitQuestion], object]) -> None:
        self.texts: list[str] = []
        self.times = 0
        self._act = act

    def __call__(self) -> None:
        found = QApplication.activeModalWidget()
        assert isinstance(found, QuitQuestion)
        self.times += 1
        self.texts = [box.text() for box in found.boxes.values()]
        self._act(found)


def press(name: str) -> Callable[[QuitQuestion], object]:
    def act(question: QuitQuestion) -> None:
        button = getattr(question, name)
        assert isinstance(button, QPushButton)
        QTest.mouseClick(button, Qt.MouseButton.LeftButton)

    return act


@pytest.fixture
def window(application: Application) -> MainWindow:
    return application.window


@pytest.fixture
def pages(window: MainWindow) -> Iterator[dict[str, NotePage]]:
    made = {}
    for space_id in ("training", "activations", "graph"):
        window.show_space(space_id)
        page = window.stack.page(space_id)
        assert isinstance(page, NotePage)
        made[space_id] = page
    made["training"].works = [UnsavedWork("Untitled", ("own points", "weights"))]
    made["activations"].works = [UnsavedWork("a & b.wiregrad-activations")]
    yield made
    for page in made.values():
        page.may_close, page.works = True, []


def close(window: MainWindow, answering: Answering) -> bool:
    QTimer.singleShot(0, answering)
    return window.close()


def test_all_that_is_unsaved_is_named_once_and_saved_one_after_another(
    window: MainWindow, pages: dict[str, NotePage]
) -> None:
    answering = Answering(press("save_button"))
    # Where one is to be saved is not answered: everything stays.
    pages["activations"].may_close = False
    assert not close(window, answering)
    assert answering.texts == [
        "Training: “Untitled”",
        "Activations: “a && b.wiregrad-activations”",
    ]
    assert pages["training"].left == [Leaving.SAVE]
    assert pages["activations"].left == [Leaving.SAVE]
    assert window.stack.current is pages["activations"]
    assert pages["graph"].left == []
    pages["activations"].may_close = True
    assert close(window, answering)
    assert answering.times == 2
    assert pages["activations"].left == [Leaving.SAVE] * 2
    assert all(page.is_shut_down for page in pages.values())


def test_what_is_not_ticked_is_lost_and_cancel_loses_nothing(
    window: MainWindow, pages: dict[str, NotePage]
) -> None:
    def escape(question: QuitQuestion) -> None:
        assert question.save_button.text() == "Save all"
        QTest.keyClick(question, Qt.Key.Key_Escape)

    assert not close(window, Answering(escape))
    assert not close(window, Answering(press("cancel_button")))
    assert all(page.left == [] for page in pages.values())

    def leave_one(question: QuitQuestion) -> None:
        for box in question.boxes.values():
            QTest.mouseClick(box, Qt.MouseButton.LeftButton, pos=box.rect().center() * 0.1)
        assert not question.save_button.isEnabled()
        question.boxes["training"].setChecked(True)
        assert question.save_button.text() == "Save what is ticked"
        QTest.keyClick(question, Qt.Key.Key_Return)

    assert close(window, Answering(leave_one))
    assert pages["training"].left == [Leaving.SAVE]
    assert pages["activations"].left == [Leaving.LOSE]
    assert pages["graph"].left == [Leaving.ASK]


def test_nothing_is_saved_where_that_is_wanted_and_one_thing_alone_is_the_pages_question(
    window: MainWindow, pages: dict[str, NotePage]
) -> None:
    works, pages["training"].works = pages["training"].works, []
    pages["activations"].may_close = False
    # No list of one: the page asks over itself, in the words for what it keeps.
    assert not window.close()
    assert pages["activations"].left == [Leaving.ASK]
    assert window.stack.current is pages["activations"]
    pages["activations"].may_close, pages["training"].works = True, works
    assert close(window, Answering(press("discard_button")))
    assert pages["activations"].left == [Leaving.ASK, Leaving.LOSE]
    assert pages["training"].left[-1] is Leaving.LOSE
