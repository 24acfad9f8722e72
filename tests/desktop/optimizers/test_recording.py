"""Recording to GIF and PNG: the frames are what was shown, and giving up leaves no file."""

from __future__ import annotations

from itertools import pairwise
from pathlib import Path

import pytest
from PySide6.QtGui import QImage
from pytestqt.qtbot import QtBot

from desktop.desk.settling import has_settled
from desktop.files.file_kind import FileKind
from desktop.files.save_dialogs import SaveDialogs
from desktop.foundation.theme import theme
from desktop.optimizers.files.recorder import FRAME_MS, LAST_MS, frame_steps
from desktop.optimizers.page import OptimizersPage
from desktop.optimizers.race.method_look import look_of
from tests.desktop.optimizers.hands import click, type_number
from tests.support.settling import settle


class Answers(SaveDialogs):
    """Answers in the place of dialogs."""

    def __init__(self, path: Path | None) -> None:
        self.path = path

    def ask_file(self, title: str, suggestion: Path, kind: FileKind) -> Path | None:
        return self.path


def test_the_steps_of_a_recording_are_evenly_spaced() -> None:
    assert frame_steps(0) == [0]
    assert frame_steps(3) == [0, 1, 2, 3]
    many = frame_steps(2000)
    assert (many[0], many[-1], len(many)) == (0, 2000, 100)
    assert max(b - a for a, b in pairwise(many)) <= 21


def test_a_race_is_recorded_as_a_gif(qtbot: QtBot, page: OptimizersPage, tmp_path: Path) -> None:
    pictures = pytest.importorskip("PIL.Image", exc_type=ImportError)
    type_number(page.run_panel.steps_field, "6")
    settle(qtbot, page)
    page.step_bar.set_position(2)
    recording = page.keeping.recording
    recording.files.dialogs = Answers(tmp_path / "race.gif")
    shown: list[int] = []
    recording.recorder.progressed.connect(lambda done, _: shown.append(page.step_bar.position))
    with qtbot.waitSignal(page.reported, timeout=20_000) as told:
        recording.record_action.trigger()
        assert recording.row.isVisibleTo(page)
        assert not recording.record_action.isEnabled()
    assert told.args[0] == "Saved as race.gif."
    assert shown == [0, 1, 2, 3, 4, 5, 6]
    assert page.step_bar.position == 2
    assert not recording.row.isVisibleTo(page)
    with pictures.open(tmp_path / "race.gif") as gif:
        assert gif.n_frames == 7
        assert gif.info["loop"] == 0
        durations = []
        for place in range(7):
            gif.seek(place)
            durations.append(gif.info["duration"])
        assert durations == [FRAME_MS] * 6 + [LAST_MS]
        assert gif.size[0] >= page.stage.surface_plot.width()


def test_a_recording_can_be_given_up(qtbot: QtBot, page: OptimizersPage, tmp_path: Path) -> None:
    pytest.importorskip("PIL.Image", exc_type=ImportError)
    recording = page.keeping.recording
    with qtbot.waitSignal(recording.recorder.progressed):
        recording.record_to(tmp_path / "race.gif")
    told: list[str] = []
    page.reported.connect(lambda text, _: told.append(text))
    click(recording.row.button)
    assert not recording.recorder.is_busy
    assert told == ["The recording was given up; no file was written."]
    assert list(tmp_path.glob("*.gif*")) == []
    assert page.step_bar.position == 500


def test_a_folder_that_is_not_there_is_told(
    qtbot: QtBot, page: OptimizersPage, tmp_path: Path
) -> None:
    pytest.importorskip("PIL.Image", exc_type=ImportError)
    type_number(page.run_panel.steps_field, "1")
    settle(qtbot, page)
    with qtbot.waitSignal(page.reported, timeout=20_000) as told:
        page.keeping.recording.record_to(tmp_path / "nowhere" / "race.gif")
    assert told.args[0].startswith("The picture was not saved.")
    assert told.args[1] == "error"


def test_a_race_without_methods_is_not_recorded(
    qtbot: QtBot, page: OptimizersPage, tmp_path: Path
) -> None:
    for method in page.model.setup.racing:
        page.method_list.box(method).click()
    settle(qtbot, page)
    with qtbot.waitSignal(page.reported) as told:
        page.keeping.recording.record_to(tmp_path / "race.gif")
    assert "nothing to record" in told.args[0]


def test_a_still_is_saved_as_png(qtbot: QtBot, page: OptimizersPage, tmp_path: Path) -> None:
    recording = page.keeping.recording
    recording.files.dialogs = Answers(tmp_path / "still.png")
    with qtbot.waitSignal(page.reported) as told:
        recording.picture_action.trigger()
    assert told.args[0] == "Saved as still.png."
    image = QImage(str(tmp_path / "still.png"))
    plot = page.stage.surface_plot
    assert image.width() >= plot.width()
    assert image.height() > plot.height() + page.stage.progress.plot.height()
    colours = {image.pixelColor(x, image.height() // 3).name() for x in range(image.width())}
    assert len(colours) > 20
    recording.files.dialogs = Answers(None)
    recording.picture_action.trigger()
    recording.record_action.trigger()
    assert has_settled(recording)


def test_each_frame_shows_its_own_step(qtbot: QtBot, page: OptimizersPage, tmp_path: Path) -> None:
    pictures = pytest.importorskip("PIL.Image", exc_type=ImportError)
    chops = pytest.importorskip("PIL.ImageChops", exc_type=ImportError)
    type_number(page.run_panel.steps_field, "4")
    settle(qtbot, page)
    walked: list[int] = []
    recorder = page.keeping.recording.recorder
    recorder.progressed.connect(
        lambda *_: walked.append(len(page.stage.surface_plot.curve_data("trail:adam")[0]))
    )
    with qtbot.waitSignal(page.reported, timeout=20_000):
        page.keeping.recording.record_to(tmp_path / "race.gif")
    assert walked == [1, 2, 3, 4, 5]
    frames = []
    with pictures.open(tmp_path / "race.gif") as gif:
        for place in range(5):
            gif.seek(place)
            frames.append(gif.convert("RGB"))
    # Below the caption, which names the step, the trails and the line at the step have moved on.
    width, height = frames[0].size
    below = (0, height // 4, width, height)
    for before, after in pairwise(frames):
        moved = chops.difference(before.crop(below), after.crop(below)).getbbox()
        assert moved is not None
    # The ground is the same in all of them, the first one included.
    corner = (width - 60, height // 4, width - 40, height // 4 + 20)
    assert chops.difference(frames[0].crop(corner), frames[4].crop(corner)).getbbox() is None


def test_the_methods_keep_their_colours_in_a_recording(
    qtbot: QtBot, page: OptimizersPage, tmp_path: Path
) -> None:
    pictures = pytest.importorskip("PIL.Image", exc_type=ImportError)
    type_number(page.run_panel.steps_field, "2")
    settle(qtbot, page)
    with qtbot.waitSignal(page.reported, timeout=20_000):
        page.keeping.recording.record_to(tmp_path / "race.gif")
    wanted = [theme().color(look_of(name).colour) for name in ("sgd", "momentum", "adagrad")]
    with pictures.open(tmp_path / "race.gif") as gif:
        gif.seek(1)
        found = {colour for _, colour in gif.convert("RGB").getcolors(1 << 16)}
    for colour in wanted:
        rgb = (colour.red(), colour.green(), colour.blue())
        assert (
            min(max(abs(a - b) for a, b in zip(rgb, other, strict=True)) for other in found) <= 12
        )
