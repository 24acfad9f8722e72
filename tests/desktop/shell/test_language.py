"""A change of the language: one window goes on, and each page is as it was, in other words."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QAbstractButton, QDialog, QLabel, QWidget
from pytestqt.qtbot import QtBot
from shiboken6 import isValid

from desktop.foundation.settings import LANGUAGE, Settings
from desktop.foundation.translation import current_language
from desktop.shell.actions import ActionId
from desktop.shell.application import Application
from desktop.shell.error_dialog import ErrorDialog


def switch_language(application: Application, qtbot: QtBot) -> None:
    """Take the other language, and wait until what is seen speaks it."""
    application.window.commands[ActionId.SWITCH_LANGUAGE].trigger()
    assert application.is_busy
    qtbot.waitUntil(lambda: not application.is_busy)


def test_the_language_button_keeps_the_window_and_makes_every_page_as_it_was(
    application: Application, qtbot: QtBot, settings: Settings
) -> None:
    window = application.window
    graph = window.stack.page("graph")
    graph.note.setText("kept")  # type: ignore[attr-defined]
    window.show_space("training")
    training = window.stack.page("training")
    training.note.setText("too")  # type: ignore[attr-defined]
    window.resize(700, 500)
    switch_language(application, qtbot)
    assert application.window is window
    assert settings.get(LANGUAGE) == current_language() == "ko"
    assert window.isVisible()
    assert window.updatesEnabled()
    assert window.stack.current_id == "training"
    assert window.stack.page("training").note.text() == "too"  # type: ignore[attr-defined]
    assert (window.width(), window.height()) == (700, 500)
    qtbot.waitUntil(lambda: not isValid(training))
    window.show_space("graph")
    assert window.stack.page("graph").note.text() == "kept"  # type: ignore[attr-defined]
    qtbot.waitUntil(lambda: not isValid(graph))


def words_of(application: Application) -> set[str]:
    """Return all that the window itself says: bars, menus, tips and names for who cannot see."""
    window = application.window
    actions = [*window.commands.values(), *window.space_actions.values()]
    words = set(window.menus.titles)
    for action in actions:
        words |= {action.text(), action.iconText(), action.toolTip(), action.statusTip()}
        words |= {action.whatsThis()}
    bars = [window.top_bar, window.message_bar, window.warning_bar, window.menuBar()]
    bars += window.findChildren(QDialog)
    for bar in bars:
        for widget in (bar, *bar.findChildren(QWidget)):
            words |= {widget.accessibleName(), widget.toolTip(), widget.windowTitle()}
            if isinstance(widget, QLabel | QAbstractButton):
                words.add(widget.text())
    return words


def test_the_window_says_everything_in_the_other_language_as_if_it_began_in_it(
    application: Application, qtbot: QtBot, launch: Callable[[], Application]
) -> None:
    application.window.show_error("It broke.", "Line 1")
    english = words_of(application)
    for _ in range(3):
        switch_language(application, qtbot)
    assert current_language() == "ko"
    korean = words_of(application)
    other = launch()
    other.window.show_error("It broke.", "Line 1")
    other.window.show_message("")
    assert korean == words_of(other)
    # The spaces of these tests have names in English alone, and details are what they are.
    same = {text for text in korean & english if any(map(str.isalpha, text))}
    spaces = application.window.space_actions
    same = {text for text in same if not any(id_ in text.lower() for id_ in spaces)}
    assert all(text == "Wiregrad" or text.startswith("Wire<span") for text in same)


def test_a_report_of_errors_stays_open_when_the_language_changes(
    application: Application, qtbot: QtBot
) -> None:
    application.window.show_error("It broke.", "Line 1")
    switch_language(application, qtbot)
    dialog = application.window.findChild(ErrorDialog)
    assert isinstance(dialog, ErrorDialog)
    assert dialog.isVisible()
    assert dialog.windowTitle() != "Unexpected error"
    assert "Line 1" in dialog.details.toPlainText()


def test_a_hidden_page_is_made_anew_only_when_it_is_shown_in_the_other_language(
    application: Application, qtbot: QtBot
) -> None:
    old = application.window
    graph = old.stack.page("graph")
    graph.note.setText("kept")  # type: ignore[attr-defined]
    old.show_space("training")
    training = old.stack.current
    assert training is not None
    switch_language(application, qtbot)
    new = application.window
    # The page that nobody sees goes on as it is, with all that it holds.
    assert new.stack.pages["graph"] is graph
    assert not getattr(graph, "is_shut_down", True)
    assert new.stack.current is not training
    assert getattr(training, "is_shut_down", False)
    new.show_space("graph")
    assert new.stack.current is not graph
    assert getattr(graph, "is_shut_down", False)
    qtbot.waitUntil(lambda: not isValid(graph))
    # It is made once, however often it is shown.
    again = new.stack.current
    new.show_space("training")
    new.show_space("graph")
    assert new.stack.current is again


def test_what_a_hidden_page_changes_after_the_language_is_not_lost(
    application: Application, qtbot: QtBot
) -> None:
    graph = application.window.stack.page("graph")
    application.window.show_space("training")
    for _ in range(3):
        switch_language(application, qtbot)
    graph.note.setText("late")  # type: ignore[attr-defined]
    graph.title_changed.emit("late.json")
    application.window.show_space("graph")
    assert application.window.stack.page("graph").note.text() == "late"  # type: ignore[attr-defined]
    assert application.window.windowTitle() == "late.json — Wiregrad"


def test_a_hidden_page_of_the_other_language_is_still_heard(
    application: Application, qtbot: QtBot
) -> None:
    graph = application.window.stack.page("graph")
    application.window.show_space("training")
    switch_language(application, qtbot)
    window = application.window
    graph.reported.emit("Late.", "info")
    assert not window.message_bar.isVisible()
    graph.sent.emit("optimizers", "value")
    qtbot.waitUntil(lambda: not window.is_busy)
    assert window.stack.current_id == "optimizers"
    assert getattr(window.stack.current, "received", None) == ["value"]


def test_closing_asks_a_hidden_page_of_the_other_language(
    application: Application, qtbot: QtBot
) -> None:
    graph = application.window.stack.page("graph")
    application.window.show_space("training")
    switch_language(application, qtbot)
    window = application.window
    graph.may_close = False  # type: ignore[attr-defined]
    assert not window.close()
    assert window.isVisible()
    graph.may_close = True  # type: ignore[attr-defined]
    assert window.close()
    assert getattr(graph, "is_shut_down", False)


def test_the_language_changes_in_the_midst_of_a_presentation(
    application: Application, qtbot: QtBot
) -> None:
    application.window.presentation.enter()
    switch_language(application, qtbot)
    assert application.window.presentation.is_on
    application.window.presentation.leave()
