"""Settings keep their types, refuse nonsense and survive a damaged file."""

from __future__ import annotations

from pathlib import Path

import pytest

from desktop.foundation.settings import KEYS, RECENT_FILES, SCALE, THEME, Key, Settings


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "settings.ini"


def test_the_default_of_every_key_is_a_value_it_accepts() -> None:
    assert [key.name for key in KEYS if not key.accepts(key.default)] == []
    assert len({key.name for key in KEYS}) == len(KEYS)


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
        "[general]\nscale=huge\ntheme=purple\n",
        '[general]\nscale="99"\ntheme="\\"mauve\\""\n',
        "[general]\nscale=true\ntheme=[]\n",
        "\0\1\2 this is no ini file [[[",
        "",
    ],
)
def test_what_cannot_be_used_is_as_if_it_were_not_there(path: Path, content: str) -> None:
    path.write_text(content, encoding="utf-8")
    settings = Settings(str(path))
    assert settings.get(SCALE) == SCALE.default
    assert settings.get(THEME) == THEME.default
    settings.set(THEME, "light")
    assert settings.get(THEME) == "light"


def test_an_impossible_value_is_refused_by_name(path: Path) -> None:
    with pytest.raises(ValueError, match="general/theme"):
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
