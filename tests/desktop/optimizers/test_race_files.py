"""The whole setting as a file: saved, opened, handed over; damaged and newer files are refused."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from desktop.files.document_dialogs import DocumentDialogs
from desktop.files.file_stamp import Obstacle
from desktop.files.save_dialogs import Answer, Overwrite
from desktop.foundation.settings import RECENT_RACES, Settings
from desktop.optimizers.page import OptimizersPage
from engine.drawing.drawing import Drawing
from engine.formula.parser import parse_formula
from engine.races.own_surface import OwnKind
from engine.races.race_file import RaceFile, to_json
from engine.races.race_setup import default_setup
from tests.desktop.optimizers.hands import choose_own, click, type_formula
from tests.support.settling import settle


class Answers(DocumentDialogs):
    """Answers in the place of dialogs, and counts the questions."""

    def __init__(self, path: Path | None = None, unsaved: Answer = Answer.CANCEL) -> None:
        self.path, self.unsaved, self.asked = path, unsaved, 0
        self.parts: Sequence[str] = ()
        self.obstacles: list[Obstacle] = []

    def ask_open(self, folder: Path) -> Path | None:
        return self.path

    def ask_save(self, suggestion: Path) -> Path | None:
        return self.path

    def ask_unsaved(self, name: str, parts: Sequence[str] = ()) -> Answer:
        self.asked += 1
        self.parts = parts
        return self.unsaved

    def ask_overwrite(self, path: Path, obstacle: Obstacle) -> Overwrite:
        self.obstacles.append(obstacle)
        return Overwrite.CANCEL


def action(page: OptimizersPage, name: str) -> Callable[[], None]:
    file = dict(page.menu_actions())["File"]
    return next(item for item in file if item.text().replace("&", "").startswith(name)).trigger


def test_the_page_saves_and_opens_all_that_is_set(
    qtbot: QtBot, page: OptimizersPage, settings: Settings, tmp_path: Path
) -> None:
    files, path = page.keeping.files, tmp_path / "mine.wiregrad-race"
    files.dialogs = Answers(path)
    choose_own(qtbot, page, OwnKind.FORMULA)
    type_formula(page, "x**2 + 2*y**2")
    settle(qtbot, page)
    page.edits.set_start(1.5, 0.5)
    page.choose_method("nag")
    settle(qtbot, page)
    page.step_bar.set_position(33)
    saved = page.model.setup
    with qtbot.waitSignal(page.title_changed) as titled:
        action(page, "Save")()
    assert path.exists()
    assert titled.args == ["mine.wiregrad-race"]
    assert settings.get(RECENT_RACES) == [str(path)]
    assert files.is_clean
    page.edits.set_start(-1.0, -1.0)
    assert not files.is_clean
    files.dialogs = Answers(path, Answer.DISCARD)
    action(page, "Open")()
    settle(qtbot, page)
    assert page.model.setup == saved
    assert page.step_bar.position == 33
    assert page.update_card.isVisibleTo(page)
    assert page.surface_panel.own.formula.edit.text() == "x**2 + 2*y**2"
    assert files.recent_actions[0].text() == path.name


def test_a_graph_is_kept_in_the_file(qtbot: QtBot, page: OptimizersPage, tmp_path: Path) -> None:
    page.receive(Drawing(parse_formula("a**2 + a*b + 3*b**2")))
    settle(qtbot, page)
    before = page.model.setup
    page.keeping.files.dialogs = Answers(tmp_path / "graph.wiregrad-race")
    assert page.keeping.files.save()
    action(page, "New")()
    settle(qtbot, page)
    assert page.model.setup.surface == "rosenbrock"
    page.keeping.files.recent_actions[0].trigger()
    settle(qtbot, page)
    assert page.model.setup == before


def test_leaving_asks_only_where_something_would_be_lost(
    qtbot: QtBot, page: OptimizersPage, tmp_path: Path
) -> None:
    files = page.keeping.files
    files.dialogs = answers = Answers(None, Answer.CANCEL)
    page.edits.set_start(0.0, 0.0)
    assert page.can_close()
    assert answers.asked == 0
    with qtbot.waitSignal(page.title_changed) as titled:
        choose_own(qtbot, page, OwnKind.TABLE)
    # What would be asked about is marked, with a file or without.
    assert titled.args == ["Untitled *"]
    assert not page.can_close()
    before = page.model.setup
    action(page, "New")()
    assert page.model.setup == before
    answers.path, answers.unsaved = tmp_path / "kept.wiregrad-race", Answer.SAVE
    assert page.can_close()
    assert answers.path.exists()
    asked = answers.asked
    assert page.can_close()
    assert answers.asked == asked


def test_a_file_that_the_window_was_given_is_opened(
    qtbot: QtBot, page: OptimizersPage, tmp_path: Path
) -> None:
    ravine = replace(default_setup("ravine"), steps=77, shared_rate=0.02)
    path = tmp_path / "given.wiregrad-race"
    content = RaceFile((default_setup("beale"), ravine), "nag", 12)
    path.write_text(to_json(content), encoding="utf-8")
    page.take_file(path, "race")
    settle(qtbot, page)
    assert page.model.setup == ravine
    assert page.step_bar.position == 12


@pytest.mark.parametrize("text", ["no race", '{"format": "wiregrad-race", "version": 9}', None])
def test_a_bad_file_is_told_and_the_present_setting_stays(
    qtbot: QtBot, page: OptimizersPage, settings: Settings, tmp_path: Path, text: str | None
) -> None:
    before, path = page.model.setup, tmp_path / "bad.wiregrad-race"
    settings.set(RECENT_RACES, [str(path)])
    if text is not None:
        path.write_text(text, encoding="utf-8")
    with qtbot.waitSignal(page.reported) as told:
        page.keeping.files.recent_actions[0].trigger()
    assert told.args[0].startswith("bad.wiregrad-race was not opened.")
    assert told.args[1] == "error"
    assert page.model.setup == before
    assert bool(settings.get(RECENT_RACES)) == (text is not None)


def test_bytes_and_giants_are_no_races(qtbot: QtBot, page: OptimizersPage, tmp_path: Path) -> None:
    path = tmp_path / "bytes.wiregrad-race"
    path.write_bytes(b"\xff\xfe\xff")
    with qtbot.waitSignal(page.reported) as told:
        page.keeping.files.open_path(path)
    assert "not JSON" in told.args[0]
    with path.open("wb") as file:
        file.truncate(20_000_001)
    with qtbot.waitSignal(page.reported) as told:
        page.keeping.files.open_path(path)
    assert "too large" in told.args[0]


def test_a_folder_that_is_not_there_is_told(page: OptimizersPage, tmp_path: Path) -> None:
    told: list[str] = []
    page.reported.connect(lambda text, _: told.append(text))
    page.keeping.files.dialogs = Answers(tmp_path / "nowhere" / "x.wiregrad-race")
    assert not page.keeping.files.save()
    assert told[-1].startswith("The race was not saved.")
    page.keeping.files.dialogs = Answers(None)
    assert not page.keeping.files.save()


def test_a_page_made_anew_keeps_the_file_and_what_is_looked_at(
    qtbot: QtBot, page: OptimizersPage, tmp_path: Path
) -> None:
    page.keeping.files.dialogs = Answers(tmp_path / "kept.wiregrad-race")
    page.keeping.files.save()
    click(page.centre.switch.button("sweep"))
    page.stage.progress.switch.choose("distance")
    settle(qtbot, page)
    other = OptimizersPage(Settings(str(tmp_path / "other.ini")))
    qtbot.addWidget(other)
    other.restore(page.snapshot())
    settle(qtbot, other)
    assert other.keeping.files.path == tmp_path / "kept.wiregrad-race"
    assert other.keeping.files.is_clean
    assert other.centre.switch.name == "sweep"
    assert other.stage.progress.switch.name == "distance"
    other.shutdown()


def test_a_race_of_a_program_that_was_killed_is_offered_and_is_the_same(
    qtbot: QtBot, page: OptimizersPage, settings: Settings
) -> None:
    autosave = page.keeping.recovery.autosave
    assert not page.keeping.is_kept()
    # Be it only by playing: closing asks about nothing, and a crash takes nothing.
    page.edits.set_start(1.5, 0.5)
    assert page.keeping.is_kept()
    assert not page.has_unsaved()
    choose_own(qtbot, page, OwnKind.FORMULA)
    type_formula(page, "x**2 + 2*y**2")
    settle(qtbot, page)
    with qtbot.waitSignal(autosave.kept):
        autosave.keep()
    kept = page.keeping.content()
    for lock in autosave.store._locks.values():
        # The system frees it with the process.
        lock.unlock()
    second = OptimizersPage(settings)
    qtbot.addWidget(second, before_close_func=OptimizersPage.shutdown)
    second.show()
    bar = second.keeping.recovery.bar
    qtbot.waitUntil(bar.isVisible)
    assert "x**2 + 2*y**2" in bar.text
    bar.recover_button.click()
    settle(qtbot, second)
    assert second.keeping.content() == kept
    assert second.has_unsaved()
