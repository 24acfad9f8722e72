"""On any machine the interface is written without serifs, and it is known what cannot be."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from desktop.foundation.fonts import Fonts, fonts
from engine.languages.catalog import LANGUAGES
from tests.support.sources import ROOT

# What Qt lists on Linux whatever is installed.
ALIASES = ["Monospace", "Sans Serif", "Serif"]
DEJAVU = [
    "DejaVu Math TeX Gyre", "DejaVu Sans", "DejaVu Sans Condensed", "DejaVu Sans Mono",
    "DejaVu Serif", "DejaVu Serif Condensed",
]  # fmt: skip
CJK = ["Noto Sans CJK JP", "Noto Sans CJK KR", "Noto Serif CJK KR", "Noto Sans Mono CJK KR"]


def choice(
    installed: list[str], korean: list[str], system: str = "Sans Serif", mono: str = "monospace"
) -> Fonts:
    families = {"Korean": korean}
    return Fonts(
        [*installed, *ALIASES], families.__getitem__, lambda name: "Mono" in name, system, mono
    )


@pytest.mark.parametrize(
    ("installed", "korean", "text", "fixed"),
    [
        (DEJAVU, [], "DejaVu Sans", "DejaVu Sans Mono"),
        ([*DEJAVU, "Inter", *CJK], CJK, "Inter", "DejaVu Sans Mono"),
        ([*CJK], CJK, "Noto Sans CJK KR", "Noto Sans Mono CJK KR"),
        (["Unheard Serif", "Unheard Mono", "Unheard"], [], "Unheard", "Unheard Mono"),
        (["Times New Roman", "Gothic A1"], ["Gothic A1"], "Gothic A1", "Gothic A1"),
        (["Times New Roman"], [], "Times New Roman", "Times New Roman"),
    ],
)
def test_the_first_family_has_no_serifs(
    installed: list[str], korean: list[str], text: str, fixed: str
) -> None:
    found = choice(installed, korean)
    assert (found.text[0], found.mono[0]) == (text, fixed)
    assert found.can_write(LANGUAGES["ko"]) is bool(korean)
    assert not set(found.text + found.mono) & set(ALIASES)


def test_korean_comes_after_latin_and_without_serifs() -> None:
    assert choice([*DEJAVU, *CJK], CJK).text == ("DejaVu Sans", "Noto Sans CJK KR")
    odd = ["Odd Batang", "Odd Gothic"]
    assert choice([*DEJAVU, *odd], odd).text == ("DejaVu Sans", "Odd Gothic")


def test_the_font_of_the_system_comes_first_unless_it_has_serifs() -> None:
    assert choice([*DEJAVU, "My Sans"], [], "My Sans").text[0] == "My Sans"
    assert choice([*DEJAVU, "Georgia"], [], "Georgia").text[0] == "DejaVu Sans"
    assert choice([*DEJAVU, "My Sans", "Inter"], [], "My Sans").text[0] == "Inter"
    assert choice(["Helvetica"], [], ".AppleSystemUIFont").text[0] == ".AppleSystemUIFont"


def test_a_machine_without_fonts_has_none_to_write_with() -> None:
    assert choice([], []).text == ()


@pytest.mark.parametrize("name", LANGUAGES)
def test_this_machine_can_write_every_language(name: str, qapp: object) -> None:
    assert fonts().text
    assert fonts().can_write(LANGUAGES[name])


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="fontconfig is Linux’s")
def test_without_any_font_the_program_says_so_and_ends(tmp_path: Path) -> None:
    settings = tmp_path / "fonts.conf"
    settings.write_text(
        '<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd">'
        f"<fontconfig><dir>{tmp_path}</dir><cachedir>{tmp_path}</cachedir></fontconfig>"
    )
    done = subprocess.run(
        [sys.executable, "-m", "desktop", "--screenshot", str(tmp_path / "picture.png")],
        cwd=ROOT, env={**os.environ, "FONTCONFIG_FILE": str(settings)},
        capture_output=True, text=True, timeout=60, check=False,
    )  # fmt: skip
    assert done.returncode == 2
    assert "fonts-inter" in done.stderr.splitlines()[-1]
