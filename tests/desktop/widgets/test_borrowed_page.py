"""What a page shows of one's own is put aside for a lesson and comes back, come what may."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from desktop.files.aside_store import AsideStore
from desktop.files.unsaved_work import Leaving
from desktop.foundation.settings import Settings
from desktop.widgets.panels.page import Page
from engine.errors import FileFormatError

MAIN = "my own “text”,\nof two lines"


class Notebook(Page):
    """Shows a text; empty is nobody's work."""

    space_id = "notebook"

    def __init__(self, settings: Settings, parent: QWidget | None = None) -> None:
        super().__init__(parent, settings)
        self.text, self.told_of, self.asked = "", [], 0  # type: ignore[var-annotated]
        self.answer = True
        self.unsafe: list[Callable[[], None]] = []
        self.is_safe_at_once = True

    def snapshot(self) -> object:
        return self.text

    def restore(self, snapshot: object) -> None:
        self.text = str(snapshot)

    def own_work(self) -> str | None:
        return self.text or None

    def show_own_work(self, text: str) -> None:
        if text.startswith("damaged"):
            raise FileFormatError("not_json", "This is no work.")
        self.text = text

    def has_unsaved(self) -> bool:
        return bool(self.text) and not self.is_borrowed

    def can_close(self, leaving: Leaving = Leaving.ASK) -> bool:
        return self.ask_about_own(self._ask)

    def _ask(self) -> bool:
        if self.has_unsaved():
            self.asked += 1
            self.told_of.append(self.text)
            return self.answer
        return True

    def when_own_is_safe(self, done: Callable[[], None]) -> None:
        if self.is_safe_at_once:
            done()
        else:
            self.unsafe.append(done)


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    return Settings(str(tmp_path / "settings.ini"))


def make(qtbot: QtBot, settings: Settings) -> Notebook:
    page = Notebook(settings)
    qtbot.addWidget(page)
    return page


def kept(settings: Settings) -> list[Path]:
    return sorted((settings.folder / "recovery" / "aside").glob("*.json"))


def killed(page: Notebook) -> None:
    """Let the system free the lock, as it does with the process."""
    assert page._aside is not None
    page._aside.release()
    page._aside = None


def test_own_work_comes_back_and_leaves_nothing_on_the_disk(
    qtbot: QtBot, settings: Settings
) -> None:
    page = make(qtbot, settings)
    page.text = MAIN
    page.put_aside()
    assert page.is_borrowed
    assert len(kept(settings)) == 1
    page.text = "a lesson's"
    # Another lesson, or another step, does not take the first one's for one's own.
    page.put_aside()
    page.bring_back()
    assert not page.is_borrowed
    assert page.text == MAIN
    assert kept(settings) == []
    page.bring_back()
    assert page.text == MAIN


def test_what_nobody_would_miss_is_not_written(qtbot: QtBot, settings: Settings) -> None:
    page = make(qtbot, settings)
    page.put_aside()
    assert kept(settings) == []
    page.text = "a lesson's"
    page.bring_back()
    assert page.text == ""


def test_a_killed_program_s_own_work_is_back_at_the_next_start(
    qtbot: QtBot, settings: Settings
) -> None:
    page = make(qtbot, settings)
    page.text = MAIN
    page.put_aside()
    page.text = "a lesson's"
    # While the program runs its work is its own.
    assert AsideStore(settings.folder / "recovery" / "aside", "notebook").take() is None
    killed(page)
    # Another space leaves it alone.
    assert AsideStore(settings.folder / "recovery" / "aside", "diary").take() is None
    second = make(qtbot, settings)
    second.is_safe_at_once = False
    with qtbot.waitSignal(second.reported) as told:
        second.show()
    assert second.text == MAIN
    assert "own work is back" in told.args[0]
    assert not second.is_borrowed
    # Killed again before it is safe, it comes back once more.
    assert len(kept(settings)) == 1
    killed(second)
    third = make(qtbot, settings)
    third.look_for_own_work()
    assert third.text == MAIN
    assert kept(settings) == []
    third.look_for_own_work()


def test_a_lesson_begun_first_finds_what_a_killed_program_had_put_aside(
    qtbot: QtBot, settings: Settings
) -> None:
    page = make(qtbot, settings)
    page.text = MAIN
    page.put_aside()
    killed(page)
    second = make(qtbot, settings)
    second.put_aside()
    second.text = "a lesson's"
    assert len(kept(settings)) == 1
    second.bring_back()
    assert second.text == MAIN


def test_what_becomes_safe_during_the_next_lesson_stays_on_the_disk(
    qtbot: QtBot, settings: Settings
) -> None:
    page = make(qtbot, settings)
    page.is_safe_at_once = False
    page.text = MAIN
    page.put_aside()
    page.bring_back()
    page.put_aside()
    for done in page.unsafe:
        done()
    assert len(kept(settings)) == 1


def test_damaged_work_is_told_of_and_left_where_it_is(qtbot: QtBot, settings: Settings) -> None:
    page = make(qtbot, settings)
    page.text = "damaged"
    page.put_aside()
    killed(page)
    second = make(qtbot, settings)
    with qtbot.waitSignal(second.reported) as told:
        second.look_for_own_work()
    assert told.args == [
        "Work that was put aside for a lesson cannot be read. This is no work.",
        "error",
    ]
    assert len(kept(settings)) == 1
    (settings.folder / "recovery" / "aside" / "notebook-1.json").write_text('{"format": 3}')
    (settings.folder / "recovery" / "aside" / "notebook-2.json").write_text("nonsense")
    make(qtbot, settings).look_for_own_work()
    assert len(kept(settings)) == 3


def test_work_that_cannot_be_kept_is_not_put_aside(qtbot: QtBot, settings: Settings) -> None:
    (settings.folder / "recovery").write_text("no folder")
    page = make(qtbot, settings)
    page.text = MAIN
    with pytest.raises(FileFormatError):
        page.put_aside()
    assert not page.is_borrowed
    assert page.text == MAIN


def test_closing_asks_about_own_work_alone_and_a_refusal_goes_on_with_the_lesson(
    qtbot: QtBot, settings: Settings
) -> None:
    page = make(qtbot, settings)
    page.text = MAIN
    page.put_aside()
    page.text = "a lesson's"
    page.answer = False
    assert not page.can_close()
    assert page.told_of == [MAIN]
    assert page.is_borrowed
    assert page.text == "a lesson's"
    page.answer = True
    assert page.can_close()
    page.shutdown()
    assert kept(settings) == []


def test_a_page_that_ends_unasked_leaves_own_work_for_the_next_start(
    qtbot: QtBot, settings: Settings
) -> None:
    page = make(qtbot, settings)
    page.text = MAIN
    page.put_aside()
    page.shutdown()
    assert len(kept(settings)) == 1
    second = make(qtbot, settings)
    second.look_for_own_work()
    assert second.text == MAIN


def test_a_page_made_anew_goes_on_borrowed(qtbot: QtBot, settings: Settings) -> None:
    page = make(qtbot, settings)
    page.text = MAIN
    page.put_aside()
    page.set_borrowed_title("Lesson: Chain rule")
    page.text = "a lesson's"
    second = make(qtbot, settings)
    second.take_over(page)
    page.shutdown()
    assert second.is_borrowed
    assert second.borrowed_title == "Lesson: Chain rule"
    assert second.text == "a lesson's"
    assert len(kept(settings)) == 1
    second.bring_back()
    assert second.text == MAIN
    assert kept(settings) == []
