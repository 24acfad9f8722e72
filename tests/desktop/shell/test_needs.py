"""What the machine lacks is said in the window, which opens nevertheless."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from desktop.foundation.fonts import fonts
from desktop.foundation.settings import LANGUAGE, Settings
from desktop.foundation.translation import current_language
from desktop.shell.actions import ActionId
from desktop.shell.application import Application

Launch = Callable[[], Application]


@pytest.fixture
def no_korean(monkeypatch: pytest.MonkeyPatch, qapp: object) -> None:
    """A machine without a font that has Hangul."""
    monkeypatch.setattr(fonts(), "can_write", lambda language: language.name != "ko")


def told(application: Application) -> str:
    bar = application.window.message_bar
    texts = [label.text() for label in bar.findChildren(QLabel) if label.isVisible()]
    return " ".join(texts) if bar.isVisible() else ""


def has_hangul(text: str) -> bool:
    return any("가" <= letter <= "힣" for letter in text)


@pytest.mark.usefixtures("no_korean")
def test_a_korean_start_that_could_not_be_read_is_an_english_one(
    launch: Launch, settings: Settings
) -> None:
    settings.set(LANGUAGE, "ko")
    application = launch()
    assert current_language() == "en"
    assert "fonts-noto-cjk" in told(application)
    shown = [label.text() for label in application.window.findChildren(QLabel)]
    assert not has_hangul(" ".join(shown))
    settings.flush()
    # It is Korean again when the font is there.
    assert Settings(str(settings.path)).get(LANGUAGE) == "ko"


@pytest.mark.usefixtures("no_korean")
def test_korean_is_refused_as_often_as_it_is_chosen(application: Application) -> None:
    action = application.window.commands[ActionId.SWITCH_LANGUAGE]
    assert not has_hangul(action.text() + action.toolTip())
    window = application.window
    for _ in range(2):
        action.trigger()
        assert "fonts-noto-cjk" in told(application)
        window.show_message("")
    assert current_language() == "en"
    assert application.window is window


def test_with_a_font_nothing_is_said(application: Application, qtbot: QtBot) -> None:
    assert told(application) == ""
    application.window.commands[ActionId.SWITCH_LANGUAGE].trigger()
    qtbot.waitUntil(lambda: not application.is_busy)
    assert current_language() == "ko"
    assert told(application) == ""


def test_settings_that_are_not_kept_are_told(launch: Launch, settings: Settings) -> None:
    settings.flush()
    settings.path.unlink()
    settings.path.mkdir()
    assert str(settings.path) in told(launch())


def test_a_damaged_file_of_settings_is_told(
    qtbot: QtBot, launch: Launch, settings: Settings
) -> None:
    Path(settings.path).write_bytes(b"[interface\nlanguage")
    settings.flush()
    assert "damaged" in told(launch())


def test_a_window_smaller_than_its_page_can_be_scrolled(application: Application) -> None:
    window = application.window
    window.stack.current.setMinimumSize(1500, 1200)  # type: ignore[union-attr]
    window.resize(800, 560)
    assert (window.width(), window.height()) == (800, 560)
    assert window.stack.current.size().width() >= 1500  # type: ignore[union-attr]
