"""Spaces, menus, presentation mode, messages and closing, by keys and actions."""

from __future__ import annotations

from collections.abc import Callable
from itertools import chain

import pytest
from PySide6.QtCore import QRect, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QToolButton
from pytestqt.qtbot import QtBot

from desktop.foundation.settings import LAST_SPACE, SCALE, THEME, Settings
from desktop.foundation.theme import theme
from desktop.shell.actions import ActionId, plain_text
from desktop.shell.application import Application
from desktop.shell.error_dialog import ErrorDialog
from desktop.shell.main_window import FIRST_SIZE, first_size
from desktop.shell.page_menus import leaves
from desktop.shell.shortcuts_dialog import ShortcutsDialog

CONTROL = Qt.KeyboardModifier.ControlModifier


def test_the_first_start_shows_the_graph(application: Application) -> None:
    assert application.window.stack.current_id == "graph"
    assert list(application.window.stack.pages) == ["graph"]


@pytest.mark.parametrize(
    ("key", "space"),
    [
        (Qt.Key.Key_2, "activations"),
        (Qt.Key.Key_3, "optimizers"),
        (Qt.Key.Key_4, "training"),
        (Qt.Key.Key_1, "graph"),
    ],
)
def test_a_key_leads_to_each_space(
    application: Application, qtbot: QtBot, settings: Settings, key: Qt.Key, space: str
) -> None:
    window = application.window
    window.show_space("optimizers" if space == "training" else "training")
    QTest.keyClick(window, key, CONTROL)
    qtbot.waitUntil(lambda: not window.is_busy)
    assert window.stack.current_id == space
    assert [id_ for id_, a in window.space_actions.items() if a.isChecked()] == [space]
    assert settings.get(LAST_SPACE) == space


def test_a_click_in_the_switcher_leads_to_a_space(application: Application, qtbot: QtBot) -> None:
    window = application.window
    buttons = {b.text(): b for b in window.top_bar.findChildren(QToolButton)}
    QTest.mouseClick(buttons["Training"], Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: not window.is_busy)
    assert window.stack.current_id == "training"
    assert buttons["Training"].isChecked()
    assert not buttons["Graph"].isChecked()


def test_a_page_is_made_when_it_is_first_shown_and_kept(application: Application) -> None:
    window = application.window
    window.show_space("training")
    assert set(window.stack.pages) == {"graph", "training"}
    first = window.stack.current
    window.show_space("graph")
    window.show_space("training")
    assert window.stack.current is first


def test_an_unknown_last_space_is_the_first(
    launch: Callable[[], Application], settings: Settings
) -> None:
    settings.set(LAST_SPACE, "kitchen")
    assert launch().window.stack.current_id == "graph"


def test_the_last_space_and_the_geometry_are_remembered(
    launch: Callable[[], Application], qtbot: QtBot
) -> None:
    window = launch().window
    window.show_space("optimizers")
    window.setGeometry(40, 60, 700, 500)
    window.close()
    again = launch().window
    assert again.stack.current_id == "optimizers"
    assert (again.width(), again.height()) == (700, 500)


def test_the_key_of_a_hidden_page_does_nothing(application: Application, qtbot: QtBot) -> None:
    window = application.window
    graph = window.stack.page("graph")
    window.show_space("training")
    training = window.stack.current
    QTest.keyClick(window, Qt.Key.Key_R, CONTROL)
    assert (getattr(graph, "runs", 0), getattr(training, "runs", 0)) == (0, 1)
    window.show_space("graph")
    QTest.keyClick(window, Qt.Key.Key_R, CONTROL)
    assert (getattr(graph, "runs", 0), getattr(training, "runs", 0)) == (1, 1)


def test_the_menus_are_joined_by_those_of_the_page_shown(application: Application) -> None:
    window = application.window
    assert window.menus.titles == ["File", "Edit", "View", "Go", "graph menu", "Help"]
    window.show_space("training")
    assert window.menus.titles == ["File", "Edit", "View", "Go", "training menu", "Help"]
    assert [a.text() for a in leaves(window.menus.menu("File").actions())] == ["Open", "&Quit"]
    window.show_space("training")
    assert [a.text() for a in leaves(window.menus.menu("File").actions())] == ["Open", "&Quit"]


def test_every_action_has_text_tooltip_and_a_key_of_its_own(application: Application) -> None:
    window = application.window
    actions = [*window.commands.values(), *window.space_actions.values()]
    assert set(window.commands) == set(ActionId)
    assert [a.text() for a in actions if not a.text() or not a.toolTip() or not a.whatsThis()] == []
    keys = list(chain.from_iterable((k.toString() for k in a.shortcuts()) for a in actions))
    assert len(set(keys)) == len(keys)
    in_menus = {a for _, entries in window.menus.entries() for a in entries}
    assert set(actions) <= in_menus


@pytest.mark.parametrize(
    ("text", "plain"), [("&File", "File"), ("파일(&F)", "파일"), ("a & b", "a & b"), ("x", "x")]
)
def test_access_keys_are_not_part_of_a_name(text: str, plain: str) -> None:
    assert plain_text(text) == plain


def test_keys_scale_everything_and_the_scale_is_remembered(
    application: Application, qtbot: QtBot, settings: Settings, qapp: QApplication
) -> None:
    window = application.window
    button = window.top_bar.findChildren(QToolButton)[0]
    height = button.sizeHint().height()
    for _ in range(3):
        QTest.keyClick(window, Qt.Key.Key_Plus, CONTROL)
    assert theme().scale == settings.get(SCALE) == 1.5
    assert qapp.font().pixelSize() == theme().font("body").pixelSize() == 21
    # The widgets follow between the next events.
    qtbot.waitUntil(lambda: button.sizeHint().height() > 1.3 * height)
    QTest.keyClick(window, Qt.Key.Key_Minus, CONTROL)
    assert theme().scale == 1.25
    QTest.keyClick(window, Qt.Key.Key_0, CONTROL)
    assert theme().scale == settings.get(SCALE) == 1.0


def test_the_scale_stops_at_its_ends(application: Application, settings: Settings) -> None:
    for id_, end in ((ActionId.LARGER, 3.0), (ActionId.SMALLER, 0.7)):
        for _ in range(14):
            application.window.commands[id_].trigger()
        assert settings.get(SCALE) == end


def test_the_theme_switches_and_is_remembered(application: Application, settings: Settings) -> None:
    application.window.commands[ActionId.SWITCH_THEME].trigger()
    assert theme().name == settings.get(THEME) == "dark"
    application.window.commands[ActionId.SWITCH_THEME].trigger()
    assert theme().name == settings.get(THEME) == "light"


def test_presentation_hides_the_bars_and_escape_leaves_it(
    application: Application, qtbot: QtBot
) -> None:
    window = application.window
    QTest.keyClick(window, Qt.Key.Key_F11)
    assert window.isFullScreen()
    assert window.top_bar.isHidden()
    assert window.menuBar().isHidden()
    assert window.commands[ActionId.PRESENT].isChecked()
    # The keys of hidden menus still work.
    QTest.keyClick(window, Qt.Key.Key_4, CONTROL)
    qtbot.waitUntil(lambda: not window.is_busy)
    assert window.stack.current_id == "training"
    QTest.keyClick(window.stack.page("training").note, Qt.Key.Key_Escape)  # type: ignore[attr-defined]
    assert not window.isFullScreen()
    assert not window.top_bar.isHidden()
    assert not window.menuBar().isHidden()
    assert not window.commands[ActionId.PRESENT].isChecked()


def test_a_narrow_window_shows_icons_for_words(application: Application, qtbot: QtBot) -> None:
    window = application.window
    window.resize(1400, 700)
    assert not window.top_bar.is_compact
    window.resize(480, 700)
    qtbot.waitUntil(lambda: window.top_bar.is_compact)
    window.resize(1400, 700)
    qtbot.waitUntil(lambda: not window.top_bar.is_compact)


def test_a_page_s_message_is_shown_while_the_page_is(application: Application) -> None:
    window = application.window
    graph = window.stack.page("graph")
    graph.reported.emit("This would make a cycle.", "error")
    assert window.message_bar.isVisible()
    assert window.message_bar.text == "This would make a cycle."
    window.show_space("training")
    assert not window.message_bar.isVisible()
    graph.reported.emit("Late.", "info")
    assert not window.message_bar.isVisible()
    window.stack.page("training").reported.emit("Slow.", "warning")
    assert window.message_bar.severity == "warning"
    window.stack.page("training").reported.emit("", "info")
    assert not window.message_bar.isVisible()


def test_a_page_s_title_is_in_the_window_s(application: Application) -> None:
    window = application.window
    assert window.windowTitle() == "Wiregrad"
    window.stack.page("graph").title_changed.emit("a1.json")
    assert window.windowTitle() == "a1.json — Wiregrad"
    window.show_space("training")
    assert window.windowTitle() == "Wiregrad"


def test_what_a_page_sends_is_shown_elsewhere(application: Application, qtbot: QtBot) -> None:
    window = application.window
    window.stack.page("graph").sent.emit("optimizers", ("a", "value"))
    qtbot.waitUntil(lambda: not window.is_busy)
    assert window.stack.current_id == "optimizers"
    assert getattr(window.stack.current, "received", None) == [("a", "value")]


def test_closing_stops_the_pages_unless_one_refuses(application: Application, qtbot: QtBot) -> None:
    window = application.window
    page = window.stack.page("graph")
    page.may_close = False  # type: ignore[attr-defined]
    assert not window.close()
    assert window.isVisible()
    page.may_close = True  # type: ignore[attr-defined]
    QTest.keyClick(window, Qt.Key.Key_Q, CONTROL)
    assert not window.isVisible()
    assert getattr(page, "is_shut_down", False)


def test_an_unexpected_error_is_told_beside_the_work(application: Application) -> None:
    window = application.window
    application.show_error("ValueError: odd", "Traceback …")
    assert window.message_bar.text == "Something went wrong: ValueError: odd"
    application.show_error("KeyError: 3", "Another traceback")
    (dialog,) = [w for w in window.findChildren(ErrorDialog) if w.isVisible()]
    assert not dialog.isModal()
    assert "Traceback …" in dialog.details.toPlainText()
    assert "Another traceback" in dialog.details.toPlainText()
    dialog.close()


def test_the_shortcuts_window_lists_every_action_and_key(
    application: Application, qtbot: QtBot
) -> None:
    window = application.window
    QTest.keyClick(window, Qt.Key.Key_F1)
    dialog = window.findChild(ShortcutsDialog)
    assert isinstance(dialog, ShortcutsDialog)
    rows = dict(dialog.visible_rows)
    assert rows["Present"] == "F11"
    assert rows["Run graph"] == "Ctrl+R"
    assert rows["Play graph"] == "Space"
    assert {a.text().replace("&", "") for a in window.commands.values()} <= set(rows)
    QTest.keyClicks(dialog.search, "dark")
    assert [name for name, _ in dialog.visible_rows] == ["Dark or light"]
    dialog.close()


def test_the_shortcuts_window_begins_with_what_has_a_key(
    application: Application, qtbot: QtBot
) -> None:
    window = application.window
    QTest.keyClick(window, Qt.Key.Key_F1)
    dialog = window.findChild(ShortcutsDialog)
    assert isinstance(dialog, ShortcutsDialog)
    has_key = [bool(keys) for _, keys in dialog.visible_rows]
    assert has_key == sorted(has_key, reverse=True)
    assert 0 < sum(has_key) < len(has_key)
    titles = [dialog.list.topLevelItem(index) for index in range(dialog.list.topLevelItemCount())]
    texts = [title.text(0) for title in titles if title is not None]
    first_without = next(index for index, text in enumerate(texts) if "without a key" in text)
    assert "On this page" in texts[:first_without]
    assert all("without a key" in text for text in texts[first_without:])
    dialog.close()


def test_the_first_window_leaves_room_for_its_frame_on_a_small_screen() -> None:
    assert first_size(QRect(0, 0, 2560, 1440)) == FIRST_SIZE
    small = first_size(QRect(0, 0, 1440, 900))
    assert small.width() < 1440
    assert small.height() < 880
