"""Every lesson that comes with the program is sound, in every language."""

from __future__ import annotations

from pathlib import Path

import pytest

from engine.lessons.check import check_lesson
from engine.lessons.files import FolderFiles
from engine.lessons.lesson_folders import find_folders
from tests.support.sources import ROOT

FOLDERS = find_folders(ROOT / "resources" / "lessons")


@pytest.mark.parametrize("name", list(FOLDERS.lessons))
def test_a_shipped_lesson_has_no_fault(name: str) -> None:
    faults = check_lesson(FolderFiles(Path(FOLDERS.lessons[name])), name, FOLDERS.library)
    assert [str(fault) for fault in faults] == []


def test_the_courses_say_what_their_skills_are() -> None:
    said = [str(fault) for _, faults in FOLDERS.course_faults for fault in faults]
    assert said == []


def test_in_korean_a_lesson_has_one_name() -> None:
    texts = [
        *(ROOT / "resources" / "i18n").glob("*_ko.ts"),
        *ROOT.glob("resources/lessons/**/ko.md"),
    ]
    assert len(texts) > 10
    assert [path.name for path in texts if "수업" in path.read_text(encoding="utf-8")] == []
