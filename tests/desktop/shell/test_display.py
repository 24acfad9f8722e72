"""A screen that answers is found; where none does, one sentence says so before Qt would abort."""

from __future__ import annotations

import socket
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from desktop.shell.display import choose_platform
from desktop.shell.start_error import StartError, expected_language

linux = pytest.mark.skipif(not sys.platform.startswith("linux"), reason="others have one platform")


@pytest.fixture
def compositor(tmp_path: Path) -> Iterator[dict[str, str]]:
    """The variables of a session whose compositor listens."""
    with socket.socket(socket.AF_UNIX) as listening:
        listening.bind(str(tmp_path / "wayland-3"))
        listening.listen()
        yield {"XDG_RUNTIME_DIR": str(tmp_path), "WAYLAND_DISPLAY": "wayland-3"}


@linux
@pytest.mark.parametrize("wanted", ["", "wayland", "wayland-egl", "xcb;wayland", "xcb"])
def test_a_compositor_that_listens_is_taken(compositor: dict[str, str], wanted: str) -> None:
    # The X11 that is asked for in some of them is not there.
    assert choose_platform(wanted, compositor).startswith("wayland")


@linux
@pytest.mark.parametrize("wanted", ["", "wayland", "xcb", "wayland;xcb"])
@pytest.mark.parametrize(
    ("environment", "words"),
    [
        ({"WAYLAND_DISPLAY": "wayland-9", "XDG_RUNTIME_DIR": "/no/such"}, "/no/such/wayland-9"),
        ({"WAYLAND_DISPLAY": "/no/such/socket"}, "/no/such/socket"),
        ({"DISPLAY": ":987"}, ":987"),
        ({}, "DISPLAY"),
    ],
)
def test_screens_that_are_gone_are_named(
    wanted: str, environment: dict[str, str], words: str
) -> None:
    with pytest.raises(StartError, match="QT_QPA_PLATFORM=offscreen") as caught:
        choose_platform(wanted, environment)
    # What was asked for is named first; the rest when nothing was.
    if not wanted:
        assert words in str(caught.value)


@pytest.mark.parametrize(
    "wanted", ["offscreen", "vnc:size=800x600", "minimal", "wayland;offscreen"]
)
def test_a_platform_without_a_screen_is_left_to_qt(wanted: str) -> None:
    assert choose_platform(wanted, {}) == wanted.removeprefix("wayland;")


def test_the_sentence_is_spoken_in_the_language_of_the_user(tmp_path: Path) -> None:
    with pytest.raises(StartError) as caught:
        choose_platform("wayland", {"XDG_RUNTIME_DIR": str(tmp_path)})
    english, korean = caught.value.sentence("en"), caught.value.sentence("ko")
    assert english == str(caught.value)
    assert str(tmp_path / "wayland-0") in korean
    assert "찾을 수 없습니다" in korean or "응답하지 않습니다" in korean
    assert "Wayland compositor" not in korean


@pytest.mark.parametrize(
    ("chosen", "environment", "language"),
    [
        ("ko", {}, "ko"),
        ("en", {"LANG": "ko_KR.UTF-8"}, "en"),
        (None, {"LANG": "ko_KR.UTF-8"}, "ko"),
        (None, {"LC_ALL": "C", "LANG": "ko_KR.UTF-8"}, "en"),
        (None, {"LANG": "de_DE.UTF-8"}, "en"),
        (None, {}, "en"),
    ],
)
def test_the_language_is_known_before_qt_is(
    chosen: str | None, environment: dict[str, str], language: str
) -> None:
    assert expected_language(chosen, environment) == language


@pytest.mark.parametrize(
    ("content", "language"),
    [
        (b'[interface]\nlanguage="\\"ko\\""\n', "ko"),
        (b'[interface]\nlanguage="\\"system\\""\n', "en"),
        (b"\xff\x00 no settings at all [", "en"),
        (b"[interface]\nlanguage", "en"),
    ],
)
def test_the_preferences_say_the_language(tmp_path: Path, content: bytes, language: str) -> None:
    folder = tmp_path / "Wiregrad"
    folder.mkdir()
    (folder / "Wiregrad.ini").write_bytes(content)
    assert expected_language(None, {"XDG_CONFIG_HOME": str(tmp_path)}) == language
