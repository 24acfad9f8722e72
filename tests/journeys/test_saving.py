"""Every place that writes a file asks in one way: by the name that will really be written."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QFileDialog
from pytestqt.qtbot import QtBot

from desktop.desk.settling import has_settled
from desktop.foundation.settings import EXPORT_FOLDER, RECENT_FILES
from desktop.graph_editor.export.forms import FORMS
from desktop.graph_editor.page import GraphPage
from desktop.optimizers.page import OptimizersPage
from desktop.shell.application import Application
from desktop.training.page import TrainingPage
from desktop.widgets.panels.page import Page
from desktop.widgets.plots.plot_view import PlotView
from tests.support.dialog_hands import DialogHands, Step, name, press
from tests.support.program import running_program
from tests.support.settling import settle
from tests.support.sources import ROOT

TYPED = "week 1.2"

Act = Callable[[], object]
Place = tuple[str, Callable[[Page], Act], str]


def graph(
    of: Callable[[GraphPage], Act],
) -> Callable[[Page], Act]:
    def found(page: Page) -> Act:
        assert isinstance(page, GraphPage)
        return of(page)

    return found


def race(
    of: Callable[[OptimizersPage], Act],
) -> Callable[[Page], Act]:
    def found(page: Page) -> Act:
        assert isinstance(page, OptimizersPage)
        return of(page)

    return found


def training(
    of: Callable[[TrainingPage], Act],
) -> Callable[[Page], Act]:
    def found(page: Page) -> Act:
        assert isinstance(page, TrainingPage)
        return of(page)

    return found


def plot(form: str) -> Callable[[Page], Act]:
    def found(page: Page) -> Act:
        view = next(view for view in page.findChildren(PlotView) if form in view.export.forms)
        return lambda: view.export.save(form)

    return found


def exporting(form: str) -> Callable[[Page], Act]:
    return graph(lambda page: page.exports.actions_by_name[f"export_{form}"].trigger)


def recording(page: OptimizersPage) -> Act:
    # A few frames are as good as a hundred.
    page.model.set_setup(replace(page.model.setup, steps=3))
    return page.keeping.recording.record_action.trigger


PLACES: dict[str, Place] = {
    "graph": ("graph", graph(lambda page: page.files.save_as), ".wiregrad"),
    **{form.name: ("graph", exporting(form.name), form.suffix) for form in FORMS},
    "race": ("optimizers", race(lambda page: page.keeping.files.save_as), ".wiregrad-race"),
    "picture of the race": (
        "optimizers", race(lambda page: page.keeping.recording.picture_action.trigger), ".png"
    ),
    "moving picture": (
        "optimizers", race(recording), ".gif"
    ),
    "plot as PNG": ("optimizers", plot("png"), ".png"),
    "plot as SVG": ("optimizers", plot("svg"), ".svg"),
    "plot as CSV": ("optimizers", plot("csv"), ".csv"),
    "PyTorch": ("training", training(lambda page: page.exporting.pytorch_action.trigger), ".py"),
    "NumPy": ("training", training(lambda page: page.exporting.numpy_action.trigger), ".py"),
    "npz": ("training", training(lambda page: page.exporting.npz_action.trigger), ".npz"),
    "weights": ("training", training(lambda page: page.exporting.weights_action.trigger), ".csv"),
    "history": ("training", training(lambda page: page.exporting.history_action.trigger), ".csv"),
}  # fmt: skip


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("documents")


@pytest.fixture(scope="module")
def application(
    qapp: QApplication, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Application]:
    with running_program(qapp, tmp_path_factory.mktemp("settings")) as application:
        yield application


def rest(qtbot: QtBot, page: Page) -> None:
    """Wait until nothing computes, moves or is about to."""

    def is_at_rest() -> bool:
        return page.is_settled() and not any(t.isActive() for t in page.findChildren(QTimer))

    qtbot.waitUntil(is_at_rest, timeout=20_000)


def run(act: Act, *steps: Step) -> list[str]:
    hands = DialogHands(*steps)
    act()
    assert hands.is_done
    return hands.said


@pytest.mark.parametrize("place", PLACES)
def test_the_suffix_comes_first_and_then_the_question(
    qtbot: QtBot,
    application: Application,
    folder: Path,
    place: str,
) -> None:
    space, act_of, suffix = PLACES[place]
    application._settings.set(EXPORT_FOLDER, str(folder))
    application._settings.set(RECENT_FILES, [])
    application.window.show_space(space)
    page = application.window.stack.page(space)
    rest(qtbot, page)
    act = act_of(page)
    rest(qtbot, page)
    path = folder / f"{TYPED}{suffix}"
    path.unlink(missing_ok=True)
    before = {entry.name for entry in folder.iterdir()}
    typed = name(str(folder / TYPED))

    assert run(act, typed) == []
    qtbot.waitUntil(path.exists, timeout=20_000)
    rest(qtbot, page)
    assert {entry.name for entry in folder.iterdir()} == before | {path.name}

    path.write_text("somebody else's")
    said = run(act, typed, press("CANCEL"))
    assert said == [f"“{path.name}” is already there. Replace it?"]
    assert path.read_text() == "somebody else's"
    said = run(act, typed, press("REPLACE"))
    qtbot.waitUntil(lambda: path.read_bytes() != b"somebody else's", timeout=20_000)
    rest(qtbot, page)


@pytest.fixture(autouse=True)
def pages_at_rest(qtbot: QtBot, application: Application) -> Iterator[None]:
    """Let every page take in what a test changed in the settings, before timers are counted.

    A message that lies over a page looks for its place once the keys have moved.
    """
    yield
    for page in application.window.stack.pages.values():
        rest(qtbot, page)
    qtbot.waitUntil(lambda: has_settled(application.window))


def test_pictures_of_all_plots_ask_before_they_replace(
    qtbot: QtBot, application: Application, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    application.window.show_space("training")
    page = application.window.stack.page("training")
    assert isinstance(page, TrainingPage)
    rest(qtbot, page)
    pictures, other = folder / "pictures", folder / "other"
    pictures.mkdir()
    other.mkdir()
    answers = [pictures]
    monkeypatch.setattr(
        QFileDialog, "getExistingDirectory", lambda *_: str(answers.pop(0)) if answers else ""
    )
    act = page.exporting.pictures_action.trigger
    assert run(act) == []
    settle(qtbot, page.exporting)
    written = sorted(pictures.iterdir())
    assert len(written) > 1
    for path in written:
        path.write_text("mine")
    answers = [pictures]
    (said,) = run(act, press("CANCEL"))
    assert said.startswith(f"{len(written)} of the files are already there. Replace them?")
    assert written[-1].name in said
    assert has_settled(page.exporting)
    answers = [pictures, other]
    run(act, press("ANOTHER"))
    settle(qtbot, page.exporting)
    assert len(list(other.iterdir())) == len(written)
    assert {path.read_text() for path in written} == {"mine"}


def test_what_a_killed_save_has_left_is_gone_after_the_next_start(tmp_path: Path) -> None:
    home, path = tmp_path / "home", tmp_path / "documents" / "lecture.wiregrad"
    home.mkdir()
    path.parent.mkdir()
    path.write_text("old")

    def start(how: str) -> int:
        command = [sys.executable, "-m", "tests.journeys.killed_while_saving", str(path), how]
        env = {**os.environ, "XDG_CONFIG_HOME": str(home), "XDG_DATA_HOME": str(home)}
        return subprocess.run(command, cwd=ROOT, env=env, check=False, timeout=100).returncode

    assert start("killed") == -signal.SIGKILL
    left = [entry.name for entry in path.parent.iterdir() if entry != path]
    assert [name.endswith(".part") for name in left] == [True]
    assert path.read_text() == "old"
    assert start("closed") == 0
    assert list(path.parent.iterdir()) == [path]
    assert list(home.rglob("*.folders")) == []
