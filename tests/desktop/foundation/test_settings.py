"""Settings keep their types, refuse nonsense and survive a damaged file."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

from desktop.foundation.settings import (
    COLUMN_WIDTHS,
    COMPANION_HEIGHT,
    COMPANION_WIDTH,
    EXPORT_FOLDER,
    FOLDED_COLUMNS,
    GEOMETRY,
    KEYS,
    LANGUAGE,
    LAST_SPACE,
    LEARNER_NAME,
    LESSON_LANGUAGE,
    MINIMAP,
    NAMES,
    OWN_LESSONS,
    PRECISION,
    RECENT_ACTIVATIONS,
    RECENT_FILES,
    RECENT_RACES,
    RECENT_TRAININGS,
    SCALE,
    SHAPES,
    SNAP,
    THEME,
    TYPED,
    WELCOMED,
    Key,
    Settings,
)
from tests.support.sources import ROOT


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "settings.ini"


def test_the_default_of_every_key_is_a_value_it_accepts() -> None:
    assert [key.name for key in KEYS if not key.accepts(key.default)] == []
    assert len({key.name for key in KEYS}) == len(KEYS)


def test_every_setting_is_there_in_the_next_run(path: Path) -> None:
    # Within one process Qt answers from its cache, whatever the file says.
    chosen: dict[str, object] = {
        LANGUAGE.name: "ko", THEME.name: "dark", SCALE.name: 1.5, PRECISION.name: 5,
        GEOMETRY.name: "AAAA", LAST_SPACE.name: "training", RECENT_FILES.name: ["a.json"],
        SHAPES.name: False, NAMES.name: False, SNAP.name: False, MINIMAP.name: False,
            EXPORT_FOLDER.name: "pictures",
        RECENT_RACES.name: ["b.wiregrad-race"],
        RECENT_ACTIVATIONS.name: ["c.wiregrad-activations"],
        RECENT_TRAININGS.name: ["d.wiregrad-training"],
        TYPED.name: {"activations/own": "x*(x + 1"},
        FOLDED_COLUMNS.name: ["training/left"],
        COLUMN_WIDTHS.name: {"training/left": 320.0},
        COMPANION_WIDTH.name: 400, COMPANION_HEIGHT.name: 240, LESSON_LANGUAGE.name: "de",
        OWN_LESSONS.name: ["mine"], LEARNER_NAME.name: "Ada", WELCOMED.name: True,
    }  # fmt: skip
    assert chosen.keys() == {key.name for key in KEYS}
    settings = Settings(str(path))
    for key in KEYS:
        settings.set(key, chosen[key.name])
    settings.flush()
    read = (
        "import json, sys; from desktop.foundation.settings import KEYS, Settings;"
        "settings = Settings(sys.argv[1]);"
        "print(json.dumps({key.name: settings.get(key) for key in KEYS}))"
    )
    found = subprocess.run(
        [sys.executable, "-c", read, str(path)],
        cwd=ROOT, capture_output=True, text=True, check=True,
    )  # fmt: skip
    assert json.loads(found.stdout) == chosen


def test_values_come_back_with_their_types(path: Path) -> None:
    settings = Settings(str(path))
    settings.set(SCALE, 1.5)
    settings.set(THEME, "dark")
    settings.set(RECENT_FILES, ["only one.json"])
    settings.flush()
    again = Settings(str(path))
    assert again.get(SCALE) == 1.5
    assert again.get(THEME) == "dark"
    assert again.get(RECENT_FILES) == ["only one.json"]


@pytest.mark.parametrize(
    "content",
    [
        "[interface]\nscale=huge\ntheme=purple\n",
        '[interface]\nscale="99"\ntheme="\\"mauve\\""\n',
        "[interface]\nscale=true\ntheme=[]\nprecision=2.5\n",
        "[interface]\nscale=" + "[" * 100_000 + "\n",
        "\0\1\2 this is no ini file [[[",
        "",
    ],
)
def test_what_cannot_be_used_is_as_if_it_were_not_there(path: Path, content: str) -> None:
    path.write_text(content, encoding="utf-8")
    settings = Settings(str(path))
    assert settings.get(SCALE) == SCALE.default
    assert settings.get(THEME) == THEME.default
    assert settings.get(PRECISION) == PRECISION.default
    settings.set(THEME, "light")
    assert settings.get(THEME) == "light"


def test_an_impossible_value_is_refused_by_name(path: Path) -> None:
    with pytest.raises(ValueError, match="interface/theme"):
        Settings(str(path)).set(THEME, "purple")


def test_an_override_holds_until_the_setting_is_set_and_is_never_stored(path: Path) -> None:
    settings = Settings(str(path))
    settings.set(THEME, "light")
    settings.override(THEME, "dark")
    assert settings.get(THEME) == "dark"
    settings.flush()
    assert Settings(str(path)).get(THEME) == "light"
    settings.set(THEME, "light")
    assert settings.get(THEME) == "light"


def test_a_change_is_told_once_and_only_if_it_is_one(path: Path) -> None:
    settings = Settings(str(path))
    told: list[Key[object]] = []
    settings.changed.connect(told.append)
    settings.set(THEME, "dark")
    settings.set(THEME, "dark")
    assert told == [THEME]


def test_a_damaged_file_is_known_to_be_one(path: Path) -> None:
    assert not Settings(str(path)).is_damaged
    path.write_bytes(b"[interface\nlanguage")
    assert Settings(str(path)).is_damaged


def test_a_file_that_cannot_be_written_is_known_to_be_one(path: Path) -> None:
    assert Settings(str(path)).is_kept
    path.write_text("", encoding="utf-8")
    # No folder, and nobody can make one there.
    settings = Settings(str(path / "settings.ini"))
    assert not settings.is_kept
    settings.set(THEME, "dark")
    settings.flush()
    assert settings.get(THEME) == "dark"
