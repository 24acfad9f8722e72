"""Pages that are made in pieces: events go on, the old page stays usable, and nothing is lost."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path
from typing import ClassVar

import pytest
from PySide6.QtCore import QEvent, QSize, QTimer
from PySide6.QtGui import QResizeEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QLabel, QLineEdit, QMenu, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot
from shiboken6 import isValid

from desktop.app import make_spaces as make_real_spaces
from desktop.foundation.settings import LANGUAGE, THEME, Settings
from desktop.foundation.theme import apply_theme, theme
from desktop.foundation.translation import install
from desktop.shell.application import Application
from desktop.shell.main_window import MainWindow
from desktop.shell.space import Space
from desktop.tasks import turns
from desktop.widgets.panels.page_in_pieces import PageInPieces
from tests.support.overrides import watched_overrides

PANELS = 4
# What one turn of the loop may be busy with. Each widget is a tenth of a millisecond or more.
MOST_WIDGETS_IN_A_PIECE = 200
SPACES = ("graph", "activations", "optimizers", "training")


class PanelPage(PageInPieces):
    """A page of some panels, each made in a piece of its own."""

    made: ClassVar[list[PanelPage]] = []

    def making(self) -> Iterator[None]:
        self.made.append(self)
        self.ticks = 0
        self.is_shut_down = False
        self.panels: list[QWidget] = []
        column = QVBoxLayout(self)
        for number in range(PANELS):
            label = QLabel(f"Panel {number}", self)
            column.addWidget(label)
            self.panels.append(label)
            yield
        self.field = QLineEdit(self)
        column.addWidget(self.field)
        # What runs must be stopped, and can be only when all is there.
        self.timer = QTimer(self)
        self.timer.start(1000)

    def snapshot(self) -> object:
        return self.field.text()

    def restore(self, snapshot: object) -> None:
        self.field.setText(str(snapshot))

    def shutdown(self) -> None:
        self.timer.stop()
        self.is_shut_down = True


def _spaces() -> list[Space]:
    def make(settings: Settings) -> PanelPage:
        return PanelPage(settings, in_pieces=True)

    return [Space(id_, id_, id_, "network", make) for id_ in SPACES]


@pytest.fixture
def program(
    qtbot: QtBot, qapp: QApplication, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> Iterator[Application]:
    """The program with pages of panels, of which each turn of the loop takes one piece."""
    monkeypatch.setattr(turns, "SLICE_S", 0.0)
    monkeypatch.setattr(PanelPage, "made", [])
    settings = Settings(str(tmp_path / "settings.ini"))
    settings.set(LANGUAGE, "en")
    settings.set(THEME, "light")
    made = Application(qapp, settings, _spaces)
    made.open_window("graph")
    yield made
    made.window.close()
    made.window.deleteLater()
    made.deleteLater()
    install(qapp, "en")
    apply_theme(qapp, "light", 1.0)


def begin(program: Application, space: str) -> PanelPage:
    """Click on a space in the switcher, and return its page when it is begun."""
    count = len(PanelPage.made)
    program.window.space_actions[space].trigger()
    return begun_page(count + 1)


def begun_page(count: int) -> PanelPage:
    """Handle events until so many pages are begun, and return the last, half made."""
    while len(PanelPage.made) < count:
        QApplication.processEvents()
    begun = PanelPage.made[-1]
    assert len(begun.panels) < PANELS
    return begun


def field(window: MainWindow) -> QLineEdit:
    """Return the field of the page that is seen."""
    page = window.stack.current
    assert isinstance(page, PanelPage)
    return page.field


def test_the_page_that_is_seen_stays_usable_while_another_is_made(
    program: Application, qtbot: QtBot
) -> None:
    window = program.window
    window.space_actions["training"].trigger()
    # The switcher tells at once where it leads.
    assert window.space_actions["training"].isChecked()
    turns_before = 0
    while window.stack.current_id == "graph":
        QTest.keyClicks(field(window), "a")
        turns_before += 1
        QApplication.processEvents()
    assert turns_before > PANELS
    qtbot.waitUntil(lambda: not program.is_busy)
    window.show_space("graph")
    assert field(window).text() == "a" * turns_before


def test_whoever_wants_another_space_meanwhile_gets_that_one(
    program: Application, qtbot: QtBot
) -> None:
    window = program.window
    begun = begin(program, "training")
    window.space_actions["optimizers"].trigger()
    assert window.space_actions["optimizers"].isChecked()
    qtbot.waitUntil(lambda: not program.is_busy)
    assert window.stack.current_id == "optimizers"
    # What was begun is gone on with, not begun again.
    window.space_actions["training"].trigger()
    qtbot.waitUntil(lambda: not program.is_busy)
    assert window.stack.current is begun


def test_a_page_is_shown_whole_to_who_cannot_wait(program: Application) -> None:
    window = program.window
    begin(program, "training")
    window.show_space("training")
    page = window.stack.current
    assert isinstance(page, PanelPage)
    assert len(page.panels) == PANELS
    assert all(panel.isVisible() for panel in page.panels)


def test_closing_stops_a_page_that_is_half_made(program: Application) -> None:
    window = program.window
    begun = begin(program, "training")
    assert window.close()
    assert begun.is_shut_down
    assert not program.is_busy


def test_what_is_typed_while_the_language_changes_is_not_lost(
    program: Application, qtbot: QtBot
) -> None:
    old = program.window
    program._settings.set(LANGUAGE, "ko")
    typed = 0
    while program.is_busy:
        assert old.isVisible()
        QTest.keyClicks(field(old), "b")
        typed += 1
        QApplication.processEvents()
    assert typed > PANELS
    assert program.window.isVisible()
    assert field(program.window).text() == "b" * typed


def test_layouts_painting_and_the_end_of_the_page_before_have_turns_of_their_own(
    program: Application, qtbot: QtBot
) -> None:
    window = program.window
    before = window.stack.current
    assert before is not None
    program._settings.set(LANGUAGE, "ko")
    while before.isVisible():
        QApplication.processEvents()
    # The layouts are done, and what was seen is seen still.
    assert not window.updatesEnabled()
    while not window.updatesEnabled():
        QApplication.processEvents()
    assert isValid(before)
    assert program.is_busy
    qtbot.waitUntil(lambda: not isValid(before))
    assert not program.is_busy


@pytest.mark.parametrize("kind", [QDialog, QMenu])
def test_a_page_in_whose_place_another_is_stays_while_it_asks(
    program: Application, qtbot: QtBot, kind: type[QDialog] | type[QMenu]
) -> None:
    """A file is named in a dialog, a choice made in a menu, and the language changes behind it."""
    before = program.window.stack.current
    assert before is not None
    asking = kind(before)
    program._settings.set(LANGUAGE, "ko")
    asking.show()
    while before.isVisible() or program.is_busy:
        QApplication.processEvents()
    assert program.window.stack.current is not before
    # As often as the page could go: with each look for it, and with the next change.
    program._settings.set(LANGUAGE, "en")
    qtbot.waitUntil(lambda: not program.is_busy)
    assert isValid(asking)
    assert asking.isVisible()
    asking.close()
    qtbot.waitUntil(lambda: not isValid(before))


def test_closing_in_the_midst_of_a_change_of_the_language_leaves_nothing_running(
    program: Application, qtbot: QtBot
) -> None:
    old = program.window
    program._settings.set(LANGUAGE, "ko")
    begun = begun_page(2)
    assert old.close()
    assert program.window is old
    assert not program.is_busy
    assert begun.is_shut_down
    qtbot.waitUntil(lambda: not isValid(begun))


def test_two_changes_of_the_language_end_with_the_last(program: Application, qtbot: QtBot) -> None:
    old = program.window
    QTest.keyClicks(field(old), "kept")
    program._settings.set(LANGUAGE, "ko")
    begun_page(2)
    program._settings.set(LANGUAGE, "en")
    qtbot.waitUntil(lambda: not program.is_busy)
    assert program.window.space_actions["graph"].text() == "graph"
    assert program.window.menus.titles[0] == "File"
    assert field(program.window).text() == "kept"


def test_another_space_in_the_midst_of_a_change_of_the_language_is_the_one_that_is_shown(
    program: Application, qtbot: QtBot
) -> None:
    old = program.window
    old.show_space("training")
    old.show_space("graph")
    program._settings.set(LANGUAGE, "ko")
    begun_page(3)
    old.show_space("training")
    qtbot.waitUntil(lambda: not program.is_busy)
    assert program.window.stack.current_id == "training"


def test_a_theme_that_changes_while_a_page_is_made_is_that_of_the_page(
    program: Application, qtbot: QtBot
) -> None:
    window = program.window
    window.space_actions["training"].trigger()
    program._settings.set(THEME, "dark")
    qtbot.waitUntil(lambda: not program.is_busy and window.updatesEnabled())
    page = window.stack.current
    assert page is not None
    assert page.styleSheet() == theme().style_sheet()


@pytest.mark.parametrize("space", SPACES)
def test_no_piece_of_a_real_page_makes_many_widgets(
    qtbot: QtBot, qapp: QApplication, tmp_path: Path, space: str
) -> None:
    settings = Settings(str(tmp_path / "settings.ini"))
    found = next(each for each in make_real_spaces() if each.id == space)
    page = found.make(settings)
    qtbot.addWidget(page)
    counts = [len(qapp.allWidgets())]
    counts += [len(qapp.allWidgets()) for _ in page.pieces()]
    made = [after - before for before, after in pairwise(counts)]
    assert max(made) <= MOST_WIDGETS_IN_A_PIECE
    assert sum(count > 0 for count in made) > PANELS
    page.shutdown()


def test_a_space_that_was_wanted_is_shown_by_the_window_in_the_other_language(
    program: Application, qtbot: QtBot
) -> None:
    old = program.window
    old.show_space("training")
    old.show_space("graph")
    program._settings.set(LANGUAGE, "ko")
    begun_page(3)
    old.space_actions["optimizers"].trigger()
    qtbot.waitUntil(lambda: not program.is_busy)
    assert program.window.stack.current_id == "optimizers"
    assert program.window.space_actions["optimizers"].isChecked()


def test_a_theme_meets_no_page_that_is_half_made(program: Application, qtbot: QtBot) -> None:
    window = program.window
    begun = begin(program, "training")
    other = begin(program, "optimizers")
    program._settings.set(THEME, "dark")
    for page in (begun, other):
        assert len(page.panels) == PANELS
    qtbot.waitUntil(lambda: not program.is_busy and window.updatesEnabled())
    assert window.stack.current is other


def test_what_is_half_made_does_not_outlive_a_change_of_the_language(
    program: Application, qtbot: QtBot
) -> None:
    begun = begin(program, "training")
    program.window.show_space("graph")
    program._settings.set(LANGUAGE, "ko")
    qtbot.waitUntil(lambda: not program.is_busy)
    assert begun.is_shut_down
    qtbot.waitUntil(lambda: not isValid(begun))


@pytest.mark.parametrize("space", SPACES)
def test_a_page_that_is_half_made_bears_what_qt_tells_it(
    space: str, qtbot: QtBot, tmp_path: Path
) -> None:
    """Its size and its look, a picture of something beside it, and what waits for its parts."""
    heard: list[tuple[str, BaseException]] = []
    window = QWidget()
    qtbot.addWidget(window)
    window.resize(1200, 800)
    beside = QWidget(window)
    beside.hide()
    window.show()
    settings = Settings(str(tmp_path / "settings.ini"))
    makers = {each.id: each.make for each in make_real_spaces()}
    page = makers[space](settings)
    page.setParent(window)
    with watched_overrides(lambda name, error: heard.append((name, error))):
        for number, _ in enumerate(page.pieces()):
            size = QSize(900 + number, 700 - number)
            page.resize(size)
            for kind in (
                QEvent.Type.FontChange, QEvent.Type.PaletteChange, QEvent.Type.StyleChange,
                QEvent.Type.LanguageChange, QEvent.Type.EnabledChange, QEvent.Type.LayoutRequest,
                QEvent.Type.ParentChange,
            ):  # fmt: skip
                QApplication.sendEvent(page, QEvent(kind))
            QApplication.sendEvent(page, QResizeEvent(size, QSize()))
            # It sends what waits for every widget in the window, seen or not.
            beside.grab()
            assert heard == []
    page.shutdown()
