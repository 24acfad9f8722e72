"""What keeps the pages company: opened, folded, placed, kept across languages, offered once."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl, Signal
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from desktop.foundation.settings import COMPANION_WIDTH, LANGUAGE, SCALE, THEME, Settings
from desktop.foundation.theme import apply_theme, theme
from desktop.foundation.translation import install
from desktop.shell.actions import ActionId
from desktop.shell.application import Application
from desktop.shell.companion import WindowStage
from desktop.shell.main_window import MainWindow
from desktop.shell.welcome_card import WelcomeCard
from desktop.widgets.panels.companion_place import CompanionPlace
from tests.desktop.shell.conftest import make_spaces

CONTROL = Qt.KeyboardModifier.ControlModifier


class Guide(QWidget):
    """A companion with one field, which notes what it is told."""

    changed = Signal()

    def __init__(self, stage: WindowStage, settings: Settings) -> None:
        super().__init__()
        self.stage, self.settings = stage, settings
        self.field = QLineEdit(self)
        QVBoxLayout(self).addWidget(self.field)
        self.setFocusProxy(self.field)
        self.is_running = False
        self.places: list[CompanionPlace] = []
        self.files: list[Path] = []
        self.ends: list[str] = []
        self.spaces: list[str] = []
        stage.shown.connect(self.spaces.append)

    @property
    def widget(self) -> QWidget:
        return self

    def stand(self, place: CompanionPlace) -> None:
        self.places.append(place)

    def show_file(self, path: Path) -> None:
        self.files.append(path)

    def show_named(self, name: str) -> bool:
        return name == "known"

    def snapshot(self) -> object:
        return self.field.text(), self.is_running

    def restore(self, snapshot: object) -> None:
        assert isinstance(snapshot, tuple)
        self.field.setText(snapshot[0])
        self.is_running = snapshot[1]

    def retire(self) -> None:
        self.ends.append("retired")

    def step_back(self) -> None:
        self.ends.append("stepped back")

    def shutdown(self) -> None:
        self.ends.append("shut down")


Launch = Callable[[], MainWindow]


@pytest.fixture
def made() -> list[Guide]:
    """All guides that the program has made."""
    return []


@pytest.fixture
def application(
    qtbot: QtBot, qapp: QApplication, settings: Settings, made: list[Guide]
) -> Iterator[Application]:
    def make(stage: WindowStage, its_settings: Settings) -> Guide:
        made.append(Guide(stage, its_settings))
        return made[-1]

    application = Application(qapp, settings, make_spaces, make)
    window = application.open_window()
    window.resize(1440, 900)
    qtbot.waitExposed(window)
    yield application
    window.close()
    window.deleteLater()
    application.deleteLater()
    install(qapp, "en")
    apply_theme(qapp, "light", 1.0)


@pytest.fixture
def window(application: Application) -> MainWindow:
    return application.window


def press_learn(window: MainWindow) -> None:
    QTest.keyClick(window, Qt.Key.Key_L, CONTROL)


def test_nothing_of_it_is_made_before_it_is_opened(window: MainWindow, made: list[Guide]) -> None:
    assert made == []
    assert window.companion.shown_widget is None
    press_learn(window)
    assert len(made) == 1
    press_learn(window)
    press_learn(window)
    assert len(made) == 1


def test_the_key_opens_it_at_the_left_and_folds_it_away(
    window: MainWindow, made: list[Guide], qtbot: QtBot
) -> None:
    press_learn(window)
    guide = made[0]
    qtbot.waitUntil(lambda: guide.width() == 340)
    assert guide.isVisible()
    assert guide.places == [CompanionPlace.SIDE]
    page = window.stack.current
    assert page is not None
    assert guide.mapTo(window, QPoint(0, 0)).x() < page.mapTo(window, QPoint(0, 0)).x()
    assert window.commands[ActionId.LEARN].isChecked()
    assert guide.field.hasFocus()
    press_learn(window)
    assert not guide.isVisible()
    assert not window.commands[ActionId.LEARN].isChecked()


def test_folded_in_the_middle_of_something_it_leaves_an_edge(
    window: MainWindow, made: list[Guide]
) -> None:
    press_learn(window)
    made[0].is_running = True
    press_learn(window)
    assert made[0].isVisible()
    assert made[0].places[-1] is CompanionPlace.FOLDED
    assert made[0].width() <= theme().px(40)
    made[0].is_running = False
    made[0].changed.emit()
    assert not made[0].isVisible()


def test_the_width_that_a_hand_gives_it_is_kept(
    window: MainWindow, made: list[Guide], settings: Settings, qtbot: QtBot
) -> None:
    press_learn(window)
    handle = window.companion.handle(1)
    middle = handle.rect().center()
    QTest.mousePress(handle, Qt.MouseButton.LeftButton, pos=middle)
    QTest.mouseMove(handle, middle + QPoint(60, 0))
    QTest.mouseRelease(handle, Qt.MouseButton.LeftButton, pos=middle + QPoint(60, 0))
    assert settings.get(COMPANION_WIDTH) == pytest.approx(400, abs=3)
    press_learn(window)
    press_learn(window)
    qtbot.waitUntil(lambda: made[0].width() == settings.get(COMPANION_WIDTH))


def test_in_a_window_that_is_narrow_for_its_text_it_is_a_strip_below(
    window: MainWindow, made: list[Guide], settings: Settings, qtbot: QtBot
) -> None:
    press_learn(window)
    settings.set(SCALE, 3.0)
    qtbot.waitUntil(lambda: made[0].places[-1] is CompanionPlace.STRIP)
    page = window.stack.current
    assert page is not None
    assert made[0].mapTo(window, QPoint(0, 0)).y() > page.mapTo(window, QPoint(0, 0)).y()
    settings.set(SCALE, 1.0)
    qtbot.waitUntil(lambda: made[0].places[-1] is CompanionPlace.SIDE)


def test_presented_it_is_a_caption(window: MainWindow, made: list[Guide]) -> None:
    press_learn(window)
    window.presentation.enter()
    assert made[0].isVisible()
    window.presentation.leave()
    assert made[0].places[-2:] == [CompanionPlace.CAPTION, CompanionPlace.SIDE]


def test_another_language_keeps_what_was_typed(
    application: Application,
    window: MainWindow,
    made: list[Guide],
    settings: Settings,
    qtbot: QtBot,
) -> None:
    press_learn(window)
    QTest.keyClicks(made[0].field, "-12")
    made[0].is_running = True
    settings.set(LANGUAGE, "ko")
    qtbot.waitUntil(lambda: not application.is_busy)
    assert len(made) == 2
    assert made[0].ends == ["retired"]
    assert made[1].field.text() == "-12"
    assert made[1].isVisible()
    assert made[1].places[-1] is CompanionPlace.SIDE
    assert window.companion.count() == 2


def test_another_theme_dresses_it(
    window: MainWindow, made: list[Guide], settings: Settings, qtbot: QtBot
) -> None:
    press_learn(window)
    settings.set(THEME, "dark")
    qtbot.waitUntil(lambda: made[0].styleSheet() == theme().style_sheet())
    assert theme().is_dark


def test_it_hears_which_space_is_shown(window: MainWindow, made: list[Guide], qtbot: QtBot) -> None:
    press_learn(window)
    made[0].stage.show_space("training")
    qtbot.waitUntil(lambda: not window.is_busy)
    assert made[0].spaces == ["training"]
    assert made[0].stage.space == "training"
    assert made[0].stage.page("training") is window.stack.current
    assert made[0].stage.page("optimizers") is None
    assert list(made[0].stage.spaces.values()) == ["Graph", "Activations", "Optimizers", "Training"]


def test_f6_goes_to_it(window: MainWindow, made: list[Guide]) -> None:
    press_learn(window)
    window.top_bar.setFocus()
    seen = []
    for _ in range(3):
        QTest.keyClick(window, Qt.Key.Key_F6)
        seen.append(QApplication.focusWidget())
    assert made[0].field in seen


def test_closing_ends_it(window: MainWindow, made: list[Guide]) -> None:
    press_learn(window)
    window.close()
    assert made[0].ends == ["stepped back", "shut down"]


@pytest.mark.parametrize(("name", "is_taken"), [("a.wiregrad-lesson", True), ("a.txt", False)])
def test_a_lesson_that_is_dropped_is_shown(
    window: MainWindow, made: list[Guide], tmp_path: Path, name: str, is_taken: bool
) -> None:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(tmp_path / name))])
    place, button = QPointF(400, 400), Qt.MouseButton.LeftButton
    action, no_key = Qt.DropAction.CopyAction, Qt.KeyboardModifier.NoModifier
    entering = QDragEnterEvent(place.toPoint(), action, data, button, no_key)
    entering.ignore()
    QApplication.sendEvent(window, entering)
    # What it is, is found out when it is dropped.
    assert entering.isAccepted()
    QApplication.sendEvent(window, QDropEvent(place, action, data, button, no_key))
    assert [guide.files for guide in made] == ([[tmp_path / name]] if is_taken else [])


def test_the_first_start_offers_it_once(window: MainWindow, made: list[Guide]) -> None:
    window.welcome()
    card = window.companion.findChild(WelcomeCard)
    assert card is not None
    assert card.isVisible()
    assert made == []
    card.learn.setFocus()
    QTest.keyClick(card.learn, Qt.Key.Key_Return)
    assert made[0].isVisible()
    press_learn(window)
    window.welcome()
    shown = window.companion.findChildren(WelcomeCard)
    assert [each for each in shown if each.isVisible()] == []


def test_who_looks_around_is_not_asked_again(window: MainWindow, made: list[Guide]) -> None:
    window.welcome()
    card = window.companion.findChild(WelcomeCard)
    assert card is not None
    QTest.mouseClick(card.look_around, Qt.MouseButton.LeftButton)
    assert window.companion.shown_widget is None
    assert made == []
    window.welcome()
    assert window.companion.shown_widget is None
