"""What of a race is not saved: whatever its file would hold and does not, on every surface."""

from __future__ import annotations

import json
from pathlib import Path

from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from desktop.files.document_dialogs import DocumentDialogs
from desktop.files.file_stamp import Obstacle
from desktop.files.save_dialogs import Answer
from desktop.optimizers.files.race_form import race_form
from desktop.optimizers.page import OptimizersPage
from desktop.optimizers.race.setup_words import words_of
from engine.races.own_surface import FormulaSource, OwnKind
from engine.races.preparation import prepare
from engine.races.race_file import MOST_SETUPS, RaceFile, read_race, to_json
from engine.races.race_setup import RaceSetup, default_setup, own_setup
from engine.surfaces.surface import Box
from tests.desktop.optimizers.hands import choose_own, type_formula
from tests.desktop.optimizers.test_race_files import Answers
from tests.support.dialog_hands import DialogHands, press
from tests.support.settling import settle


def formula(text: str) -> RaceSetup:
    *_, own = prepare(FormulaSource(text, Box(-1, 1, -2, 2)))
    assert own is not None
    return own_setup(own)


BEALE = default_setup("beale")
FORMULA = formula("x**2 + y**2")


def race(*setups: RaceSetup, step: int = 0) -> RaceFile:
    return RaceFile(setups, "adam", step)


def test_it_is_named_as_its_maker_knows_it() -> None:
    assert words_of(FORMULA) == "x**2 + y**2"
    assert words_of(BEALE) == "Beale"


def test_closing_asks_about_a_formula_left_for_another_surface(
    qtbot: QtBot, page: OptimizersPage, tmp_path: Path
) -> None:
    files, path = page.keeping.files, tmp_path / "mine.wiregrad-race"
    files.dialogs = answers = Answers(path, Answer.CANCEL)
    assert files.save()
    assert page.can_close()
    assert answers.asked == 0
    first = page.model.setup.surface
    choose_own(qtbot, page, OwnKind.FORMULA)
    type_formula(page, "x**2 + 3*y**2")
    settle(qtbot, page)
    page.model.choose_surface(first)
    settle(qtbot, page)
    assert not page.can_close()
    assert "x**2 + 3*y**2" in answers.parts
    answers.unsaved = Answer.SAVE
    assert page.can_close()
    assert "x**2 + 3*y**2" in path.read_text(encoding="utf-8")
    asked = answers.asked
    assert page.can_close()
    assert answers.asked == asked


def test_a_file_holds_no_more_than_can_be_read(page: OptimizersPage) -> None:
    setups = {f"own formula {number}": FORMULA for number in range(MOST_SETUPS + 30)}
    page.model.restore({**setups, BEALE.surface: BEALE})
    content = page._content()
    assert len(content.setups) == MOST_SETUPS
    assert content.setups[-1] == BEALE
    record = json.loads(to_json(content))
    record["setups"] = record["setups"][-3:]
    *_, found = read_race(json.dumps(record))
    assert found is not None


def test_a_race_file_that_another_program_changed_is_asked_about(
    qtbot: QtBot, page: OptimizersPage, tmp_path: Path
) -> None:
    files, path = page.keeping.files, tmp_path / "mine.wiregrad-race"
    files.dialogs = answers = Answers(path)
    assert files.save()
    text = path.read_text(encoding="utf-8")
    files.load(path)
    settle(qtbot, page)
    assert files.save()
    path.write_text(f"{text}\n", encoding="utf-8")
    assert not files.save()
    assert answers.obstacles == [Obstacle.CHANGED]
    assert path.read_text(encoding="utf-8") == f"{text}\n"


def test_what_is_typed_while_a_file_is_read_gives_way_and_is_brought_back(
    qtbot: QtBot, page: OptimizersPage, tmp_path: Path
) -> None:
    path = tmp_path / "theirs.wiregrad-race"
    path.write_text(to_json(race(BEALE, FORMULA)), encoding="utf-8")
    files, back = page.keeping.files, page.keeping.recovery.back_action
    files.dialogs = answers = Answers(path, Answer.CANCEL)
    files.open_path(path)
    page.model.set_setup(formula("x**4 + y**2"))
    mine = page.model.setup
    settle(qtbot, page)
    assert files.path == path
    assert page.model.setup == FORMULA
    qtbot.waitUntil(back.isEnabled)
    assert back.text() == "Back to “x**4 + y**2”"
    back.trigger()
    settle(qtbot, page)
    assert page.model.setup == mine
    assert files.path is None
    assert page.keeping.history.undo_text == "x**4 + y**2"
    assert answers.asked == 0


def test_the_question_names_what_is_not_saved(qtbot: QtBot) -> None:
    owner = QWidget()
    qtbot.addWidget(owner)
    owner.show()
    hands = DialogHands(press("CANCEL"))
    DocumentDialogs(owner, race_form()).ask_unsaved("mine", ["a", "b", "c", "x**2", "Beale"])
    assert hands.said[0].startswith("Save the changes to the race “mine”? ")
    assert "Not saved: …, b, c, x**2, Beale." in hands.said[0]
