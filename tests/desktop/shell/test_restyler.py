"""A change of the theme: what is seen at once and whole, what is hidden when it is shown."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication, QDialog, QMessageBox, QPushButton, QScrollArea, QWidget
from pytestqt.qtbot import QtBot

from desktop.app import make_companion, make_spaces
from desktop.foundation.settings import LANGUAGE, SCALE, THEME, Settings
from desktop.foundation.theme import apply_theme, load_theme, theme, theme_notifier
from desktop.foundation.translation import install
from desktop.shell.application import Application
from desktop.shell.main_window import MainWindow
from desktop.shell.page_stack import PageStack
from desktop.widgets.panels.page import Page

SPACES = ("graph", "activations", "optimizers", "training")


@pytest.fixture
def program(qtbot: QtBot, qapp: QApplication, tmp_path: Path) -> Iterator[Application]:
    """The real program with its four spaces, one after the other shown."""
    settings = Settings(str(tmp_path / "settings.ini"))
    settings.set(LANGUAGE, "en")
    settings.set(THEME, "light")
    made = Application(qapp, settings, make_spaces, make_companion)
    with qtbot.waitExposed(made.open_window("graph")):
        made.window.resize(1680, 900)
    yield made
    made.window.stack.shut_down()
    made.window.close()
    made.window.deleteLater()
    made.deleteLater()
    install(qapp, "en")
    apply_theme(qapp, "light", 1.0)


def change(program: Application, qtbot: QtBot, *, dark: bool = True, scale: float = 1.0) -> None:
    """Choose colours and zoom, and wait until the change is seen."""
    settings = program._settings
    settings.set(THEME, "dark" if dark else "light")
    settings.set(SCALE, scale)
    qtbot.waitUntil(program.window.updatesEnabled)


def sheet_of(widget: QWidget | None) -> str:
    """Return the style sheet that a widget wears, its own or that of what it is in."""
    while widget is not None:
        # Some, as a hint at the mouse, have a line of their own beside it.
        if len(widget.styleSheet()) > 1000:
            return widget.styleSheet()
        widget = widget.parentWidget()
    return ""


def undressed(window: MainWindow) -> list[str]:
    """Return what is seen, has a look, and does not wear the present style sheet."""
    sheet = theme().style_sheet()
    return [
        f"{type(widget).__name__} in {type(widget.parentWidget()).__name__}"
        for widget in window.findChildren(QWidget)
        if widget.isVisible() and _has_a_look(widget) and sheet_of(widget) != sheet
    ]


def _has_a_look(widget: QWidget) -> bool:
    # What only holds others together; everything else has a colour, a border or a font.
    if type(widget) is QScrollArea and widget.findChild(PageStack) is not None:
        return False
    holders = (
        "QWidget",
        "LooseStack",
        "PageStack",
        "Columns",
        "ColumnHandle",
        "SidePanels",
        "CompanionSlot",
    )
    is_holder = type(widget).__name__ in (*holders, "ExperimentStack") or isinstance(widget, Page)
    return not is_holder or widget.property("kind") is not None


@pytest.mark.parametrize("space", SPACES)
def test_everything_that_is_seen_wears_the_style_sheet(
    program: Application, qtbot: QtBot, space: str
) -> None:
    program.window.show_space(space)
    QApplication.processEvents()
    assert undressed(program.window) == []
    change(program, qtbot, dark=True, scale=1.25)
    assert undressed(program.window) == []


@pytest.mark.parametrize("space", SPACES)
def test_a_page_that_was_hidden_in_a_change_looks_like_one_that_was_not(
    program: Application, qtbot: QtBot, space: str
) -> None:
    other = "training" if space == "graph" else "graph"
    window = program.window
    for each in (space, other):
        window.show_space(each)
        QApplication.processEvents()
    hidden = window.stack.pages[space]
    before = {part.styleSheet() for part in hidden.parts()}
    change(program, qtbot, dark=True, scale=1.25)
    # It waits, with all that follows the theme in it.
    assert {part.styleSheet() for part in hidden.parts()} == before
    window.show_space(space)
    assert undressed(window) == []
    assert {part.styleSheet() for part in hidden.parts()} == {theme().style_sheet()}
    visited = _pictures(hidden, qtbot)
    change(program, qtbot, dark=False, scale=1.0)
    change(program, qtbot, dark=True, scale=1.25)
    assert _pictures(hidden, qtbot) == visited


def _pictures(page: Page, qtbot: QtBot) -> list[QImage]:
    """Return the columns at the sides; a plot's range depends on the sizes that it has had."""
    taken: list[list[QImage]] = []

    def is_still() -> bool:
        parts = [part for part in page.parts() if part.isVisible()]
        taken.append([parts[number].grab().toImage() for number in (0, -1)])
        return page.is_settled() and len(taken) > 3 and taken[-1] == taken[-2] == taken[-3]

    qtbot.waitUntil(is_still)
    return taken[-1]


def test_nothing_is_painted_while_a_change_is_half_done(program: Application, qtbot: QtBot) -> None:
    window = program.window
    window.show_space("optimizers")
    qtbot.waitUntil(window.stack.page("optimizers").is_settled)
    half_done = 0
    program._settings.set(THEME, "dark")
    while not window.updatesEnabled():
        half_done += bool(undressed(window))
        QApplication.processEvents()
    assert half_done > 0
    assert undressed(window) == []


def test_a_program_is_busy_until_a_zoom_has_reached_what_nobody_sees(
    program: Application, qtbot: QtBot
) -> None:
    qtbot.waitUntil(lambda: not program.is_busy)
    program._settings.set(SCALE, 1.5)
    assert program.is_busy
    qtbot.waitUntil(lambda: not program.is_busy)
    assert program.window.updatesEnabled()
    assert undressed(program.window) == []


def test_changes_that_overtake_each_other_end_with_the_last(
    program: Application, qtbot: QtBot
) -> None:
    settings = program._settings
    for scale in (1.25, 1.5, 0.8, 1.75):
        settings.set(SCALE, scale)
    settings.set(THEME, "dark")
    qtbot.waitUntil(program.window.updatesEnabled)
    assert (theme().name, theme().scale) == ("dark", 1.75)
    assert undressed(program.window) == []


def test_the_hidden_page_is_told_of_a_change_when_it_is_shown(
    program: Application, qtbot: QtBot
) -> None:
    window = program.window
    page = window.stack.page("graph")
    told: list[str] = []

    class Painter(QWidget):
        def on_changed(self) -> None:
            told.append(theme().name)

    painter = Painter(page)
    theme_notifier().follow(painter.on_changed)
    painter.show()
    change(program, qtbot, dark=True)
    assert told == ["dark"]
    window.show_space("training")
    change(program, qtbot, dark=False)
    change(program, qtbot, dark=True, scale=1.5)
    assert told == ["dark"]
    window.show_space("graph")
    assert told == ["dark", "dark"]
    theme_notifier().unfollow(painter.on_changed)
    change(program, qtbot, dark=False)
    assert told == ["dark", "dark"]


@pytest.mark.parametrize("is_of_page", [True, False])
def test_a_dialog_looks_as_the_theme_says_whoever_opens_it(
    program: Application, qtbot: QtBot, is_of_page: bool
) -> None:
    window = program.window
    parent: QWidget = window.stack.page("graph") if is_of_page else window
    box = QMessageBox(parent)
    box.setText("Keep it?")
    box.addButton("Keep", QMessageBox.ButtonRole.AcceptRole)
    box.show()
    (button,) = box.findChildren(QPushButton)
    assert sheet_of(button) == theme().style_sheet()
    change(program, qtbot, dark=True)
    assert sheet_of(button) == theme().style_sheet() != load_theme("light").style_sheet()
    box.close()
    box.deleteLater()


def test_the_preferences_change_while_they_are_open(program: Application, qtbot: QtBot) -> None:
    program.window.dialogs.show_preferences()
    (dialog,) = [d for d in program.window.findChildren(QDialog) if d.isVisible()]
    change(program, qtbot, dark=True)
    assert sheet_of(dialog) == theme().style_sheet()
    assert dialog.updatesEnabled()
    dialog.close()
