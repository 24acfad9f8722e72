"""The menus of the real window, while its pages fill their submenus anew and give way."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu, QToolButton
from pytestqt.qtbot import QtBot

from desktop.app import make_companion, make_spaces
from desktop.foundation.settings import RECENT_FILES, RECENT_RACES, Key, Settings
from desktop.graph_editor.files.drawing_files import write_drawing
from desktop.graph_editor.page import GraphPage
from desktop.shell.actions import plain_text
from desktop.shell.application import Application
from desktop.shell.main_window import MainWindow
from desktop.shell.page_menus import submenus
from engine.drawing.drawing import Drawing
from engine.formula.parser import parse_formula

CONTROL = Qt.KeyboardModifier.ControlModifier
SPACES = ("graph", "activations", "optimizers", "training")
# The spaces whose menus are filled anew while they are shown, and the setting they follow.
REFILLED: tuple[tuple[str, Key[list[str]]], ...] = (
    ("graph", RECENT_FILES), ("optimizers", RECENT_RACES),
)  # fmt: skip


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    """Return settings that know a file already, which a first refill takes out of the menus."""
    settings = Settings(str(tmp_path / "settings.ini"))
    for _, key in REFILLED:
        settings.set(key, ["/nowhere/earlier"])
    return settings


@pytest.fixture
def window(qtbot: QtBot, qapp: QApplication, settings: Settings) -> Iterator[MainWindow]:
    application = Application(qapp, settings, make_spaces, make_companion)
    window = application.open_window("graph")
    qtbot.waitExposed(window)
    yield window
    window.stack.shut_down()
    window.deleteLater()
    application.deleteLater()


def go_to(window: MainWindow, qtbot: QtBot, space: str) -> None:
    """Click a space in the switcher, and let the program run."""
    title = window.space_actions[space].iconText()
    button = next(each for each in window.top_bar.findChildren(QToolButton) if each.text() == title)
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: not window.is_busy)
    assert window.stack.current_id == space


def recent_menu(window: MainWindow) -> QMenu:
    """Return *Open recent* in the File menu."""
    found = submenus(window.menus.menu("File").actions())
    return next(menu for menu in found if plain_text(menu.title()) == "Open recent")


def recent(window: MainWindow) -> list[str]:
    return [entry.text() for entry in recent_menu(window).actions()]


def own_titles(window: MainWindow) -> list[str]:
    return window.menus.titles[4:-1]


def page_menus(window: MainWindow) -> list[tuple[str, list[str]]]:
    return [(title, [a.text() for a in actions]) for title, actions in window.menus.entries()]


@pytest.mark.parametrize(("space", "key"), REFILLED)
def test_menus_filled_anew_leave_every_space_with_its_own(
    window: MainWindow, qtbot: QtBot, settings: Settings, space: str, key: Key[list[str]]
) -> None:
    settings.set(key, ["/nowhere/one"])
    expected = {}
    for each in SPACES:
        go_to(window, qtbot, each)
        expected[each] = page_menus(window)
    go_to(window, qtbot, space)
    for paths in (["/nowhere/two", "/nowhere/one"], [], ["/nowhere/one"]):
        settings.set(key, paths)
        qtbot.wait(1)
        assert recent(window) == [Path(path).name for path in paths]
        go_to(window, qtbot, "training")
        assert page_menus(window) == expected["training"]
        go_to(window, qtbot, space)
    for each in SPACES:
        go_to(window, qtbot, each)
        assert page_menus(window) == expected[each]


def test_a_second_graph_opened_and_another_space_shown(
    window: MainWindow, qtbot: QtBot, tmp_path: Path
) -> None:
    page = window.stack.page("graph")
    assert isinstance(page, GraphPage)
    for name in ("first", "second"):
        path = tmp_path / f"{name}.wiregrad"
        write_drawing(path, Drawing(parse_formula("a*b"), {}))
        page.open_file(path)
        qtbot.wait(1)
    assert recent(window) == ["second.wiregrad", "first.wiregrad", "earlier"]
    graph = own_titles(window)
    go_to(window, qtbot, "training")
    assert "Training" in own_titles(window)
    assert not set(own_titles(window)) & set(graph)
    go_to(window, qtbot, "graph")
    assert own_titles(window) == graph


def test_the_entry_clicked_may_be_deleted_by_its_click(
    window: MainWindow, qtbot: QtBot, tmp_path: Path
) -> None:
    page = window.stack.page("graph")
    assert isinstance(page, GraphPage)
    for name in ("first", "second"):
        path = tmp_path / f"{name}.wiregrad"
        write_drawing(path, Drawing(parse_formula("a*b"), {}))
        page.open_file(path)
    menu = recent_menu(window)
    menu.popup(window.mapToGlobal(window.rect().center()))
    QTest.mouseClick(
        menu, Qt.MouseButton.LeftButton, pos=menu.actionGeometry(menu.actions()[1]).center()
    )
    qtbot.wait(1)
    assert recent(window) == ["first.wiregrad", "second.wiregrad", "earlier"]
    go_to(window, qtbot, "training")
    assert "Training" in own_titles(window)


def test_the_keys_of_a_submenu_follow_its_entries(window: MainWindow, qtbot: QtBot) -> None:
    page = window.stack.page("graph")
    menu = next(iter(submenus(window.menus.menu("File").actions())))
    pressed: list[str] = []
    action = QAction("Later", menu)
    action.setShortcut("Ctrl+F9")
    action.triggered.connect(lambda: pressed.append("later"))
    menu.addAction(action)
    qtbot.wait(1)
    # The keys work while the menu bar is hidden, as it is while presenting.
    window.menuBar().hide()
    QTest.keyClick(page, Qt.Key.Key_F9, CONTROL)
    assert pressed == ["later"]
    go_to(window, qtbot, "training")
    QTest.keyClick(window, Qt.Key.Key_F9, CONTROL)
    assert pressed == ["later"]
    go_to(window, qtbot, "graph")
    menu.removeAction(action)
    qtbot.wait(1)
    QTest.keyClick(page, Qt.Key.Key_F9, CONTROL)
    assert pressed == ["later"]
    assert action not in window.actions()


def test_going_round_the_spaces_leaves_no_keys_and_no_menus_behind(
    window: MainWindow, qtbot: QtBot
) -> None:
    def count() -> tuple[int, int]:
        return len(window.findChildren(QAction)), len(window.findChildren(QMenu))

    counts = []
    for _ in range(2):
        for space in SPACES:
            go_to(window, qtbot, space)
            shown = [action for _, actions in window.menus.entries() for action in actions]
            assert set(window.actions()) == set(shown)
        counts.append(count())
    assert counts[0] == counts[1]
