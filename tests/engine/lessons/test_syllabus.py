"""Courses, folders of lessons, and what is packed, stamped and begun."""

from __future__ import annotations

import zipfile
from pathlib import Path

import pytest

from engine.command_line.main import main
from engine.errors import FileFormatError
from engine.lessons.archive import ArchiveFiles
from engine.lessons.check import check_lesson
from engine.lessons.files import FolderFiles
from engine.lessons.lesson_folders import find_folders
from engine.lessons.packing import packed_lesson
from engine.lessons.reader import read_lesson
from engine.lessons.stamping import stamped
from engine.lessons.syllabus import COURSE_ROWS, name_without_number, read_course
from engine.lessons.template import TEMPLATE
from tests.engine.lessons.folders import ENGLISH, FILES, KOREAN, MemoryFiles

COURSE = {
    "en.md": "# Graphs\nHow they are read.\n\n## chain-rule: Chain rule\nYou can use it.\n",
    "ko.md": "# 그래프\n읽는 법.\n\n## chain-rule: 연쇄 법칙\n쓸 수 있습니다.\n",
}


def write(folder: Path, files: dict[str, str]) -> Path:
    folder.mkdir(parents=True, exist_ok=True)
    for name, text in files.items():
        (folder / name).write_text(text, encoding="utf-8")
    return folder


@pytest.fixture
def courses(tmp_path: Path) -> Path:
    write(tmp_path / "1-graphs", COURSE)
    write(tmp_path / "1-graphs" / "02-chain-rule", FILES)
    return tmp_path


def test_a_course_says_what_it_is_and_what_its_skills_are() -> None:
    reading = read_course(MemoryFiles(COURSE), "1-graphs")
    course = reading.course
    assert reading.faults == ()
    assert course is not None
    assert course.skills == ("chain-rule",)
    assert (course.title("ko"), course.summary("ko")) == ("그래프", "읽는 법.")
    assert (course.title("de"), course.summary("de")) == ("Graphs", "How they are read.")
    assert course.skill_title("chain-rule", "ko") == "연쇄 법칙"
    assert course.skill_title("other", "ko") == "other"
    assert course.skill_sentence("chain-rule", "de") == "You can use it."
    assert course.skill_sentence("other", "en") == ""


def test_what_is_wrong_with_a_course_is_told_by_line() -> None:
    files = MemoryFiles(
        {
            "en.md": COURSE["en.md"] + "\n## roles: Roles\n",
            "ko.md": "# 그래프\n읽는 법.\n\n## other: 다른 것\n다른 것.\n",
            "notes.txt": "",
        }
    )
    assert [str(fault) for fault in read_course(files, "1-graphs").faults] == [
        "en.md:7: One sentence is to say what the skill “roles” is.",
        "ko.md: Skills that the English file has are missing here: chain-rule, roles.",
        "ko.md:4: The English file has no skill “other”.",
    ]
    assert read_course(MemoryFiles({}), "x").course is None
    assert [fault.code for fault in read_course(MemoryFiles({}), "x").faults] == ["file_unreadable"]


def test_a_course_that_cannot_be_listed_is_none() -> None:
    class Gone(MemoryFiles):
        def names(self) -> list[str]:
            raise PermissionError

    assert read_course(Gone({}), "x").course is None


def test_the_number_of_a_folder_only_orders() -> None:
    assert name_without_number("02-chain-rule") == "chain-rule"
    assert name_without_number("chain-rule") == "chain-rule"
    assert name_without_number("") == ""
    assert len(COURSE_ROWS) == len(set(COURSE_ROWS)) == 36


def test_lessons_are_found_alone_in_a_course_and_in_courses(courses: Path) -> None:
    lesson = courses / "1-graphs" / "02-chain-rule"
    for folder in (courses, courses / "1-graphs", lesson):
        found = find_folders(folder)
        assert list(found.lessons) == ["chain-rule"]
        assert found.library is not None
        assert found.library.skills == {"chain-rule"}
        assert found.library.trained == {"chain-rule"}
    alone = write(courses.parent / "alone" / "x" / "my-lesson", FILES)
    assert find_folders(alone).library is None
    assert find_folders(courses / "nowhere").lessons == {}


def test_the_check_says_nothing_of_sound_lessons(
    courses: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["lesson", "check", str(courses)]) == 0
    assert capsys.readouterr().out == "1 lesson: nothing is wrong.\n"
    write(courses / "1-graphs" / "03-roles", {**FILES, "en.md": ENGLISH})
    assert main(["lesson", "check", str(courses / "1-graphs")]) == 0
    assert capsys.readouterr().out == "2 lessons: nothing is wrong.\n"


def test_the_check_names_files_and_lines_and_its_status_tells(
    courses: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    lesson = courses / "1-graphs" / "02-chain-rule"
    write(lesson, {"ko.md": KOREAN.replace("### hint\n왼쪽부터.\n", "").replace("**", "")})
    write(courses / "1-graphs", {"ko.md": "# 그래프\n읽는 법.\n"})
    for folder in (courses, courses / "1-graphs"):
        assert main(["lesson", "check", str(folder)]) == 1
        said = capsys.readouterr().out.splitlines()
        assert f"{folder / 'x'}"[:-1] in said[0]
        assert said[0].endswith(
            "warning: Skills that the English file has are missing here: chain-rule."
        )
        assert said[1].endswith(
            "ko.md:7: warning: The step “forward” has 0 hints, and in English 1."
        )


def test_a_folder_without_lessons_is_refused(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["lesson", "check", str(tmp_path)]) == 2
    assert "There is no lesson in" in capsys.readouterr().err


def test_a_new_lesson_is_sound_and_can_be_packed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    assert main(["lesson", "new", "my-lesson"]) == 0
    assert sorted(path.name for path in (tmp_path / "my-lesson").iterdir()) == sorted(TEMPLATE)
    assert main(["lesson", "check", "my-lesson"]) == 0
    assert main(["lesson", "new", "my-lesson"]) == 2
    assert "holds files already" in capsys.readouterr().err
    assert main(["lesson", "pack", "my-lesson"]) == 0
    packed = ArchiveFiles(tmp_path / "my-lesson.wiregrad-lesson")
    assert packed.lesson_id == "my-lesson"
    assert check_lesson(packed, packed.lesson_id) == ()
    assert main(["lesson", "pack", "my-lesson", "--to", "other.wiregrad-lesson"]) == 0
    assert (tmp_path / "other.wiregrad-lesson").read_bytes() == (
        tmp_path / "my-lesson.wiregrad-lesson"
    ).read_bytes()


def test_a_lesson_with_faults_is_not_packed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    write(tmp_path / "a", {**FILES, "en.md": ENGLISH.replace("{x}", "{q}")})
    assert main(["lesson", "pack", "a"]) == 1
    assert "en.md:5: “q” is no drawn number" in capsys.readouterr().out
    write(tmp_path / "b", {"en.md": ENGLISH})
    assert main(["lesson", "pack", "b"]) == 2
    assert sorted(path.name for path in tmp_path.iterdir()) == ["a", "b"]


def test_what_cannot_be_written_is_said(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    write(tmp_path / "a", FILES)
    (tmp_path / "file").write_text("")
    assert main(["lesson", "pack", str(tmp_path / "a"), "--to", str(tmp_path / "no" / "x")]) == 2
    assert "cannot be written: no such file or directory." in capsys.readouterr().err
    assert main(["lesson", "new", str(tmp_path / "file")]) == 2
    assert "cannot be written" in capsys.readouterr().err


def test_a_pack_holds_no_more_than_a_lesson_may(monkeypatch: pytest.MonkeyPatch) -> None:
    many = {f"s{number}.json": "{}" for number in range(300)}
    with pytest.raises(FileFormatError) as found:
        packed_lesson(MemoryFiles({**FILES, **many}))
    assert found.value.code == "lesson_pack_files"
    monkeypatch.setattr("engine.lessons.packing.LARGEST_CONTENT_BYTES", 1_000)
    with pytest.raises(FileFormatError) as found:
        packed_lesson(MemoryFiles())
    assert found.value.code == "lesson_pack_large"


def test_hidden_files_stay_out_of_a_pack(tmp_path: Path) -> None:
    path = tmp_path / "a.wiregrad-lesson"
    path.write_bytes(packed_lesson(MemoryFiles({**FILES, ".editor": "x"})))
    assert zipfile.ZipFile(path).namelist() == sorted(FILES)
    assert read_lesson(ArchiveFiles(path), "a").is_sound


def test_a_stamp_names_what_became_stale(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = write(tmp_path / "a", FILES)
    assert main(["lesson", "stamp", str(folder), "ko"]) == 0
    once = (folder / "ko.md").read_text(encoding="utf-8")
    assert once.count("<!-- of en: ") == 8
    assert main(["lesson", "check", str(folder)]) == 0
    assert main(["lesson", "stamp", str(folder), "ko"]) == 0
    assert (folder / "ko.md").read_text(encoding="utf-8") == once
    write(folder, {"en.md": ENGLISH.replace("You added.", "You have added.")})
    assert main(["lesson", "check", str(folder)]) == 1
    assert "ko.md:18: warning: This translates older English words" in capsys.readouterr().out
    again = stamped(once, (folder / "en.md").read_text(encoding="utf-8"))
    assert (
        list(
            check_lesson(
                MemoryFiles(
                    {
                        **FILES,
                        "en.md": ENGLISH.replace("You added.", "You have added."),
                        "ko.md": again,
                    }
                ),
                "a",
            )
        )
        == []
    )
    for language in ("en", "../x"):
        assert main(["lesson", "stamp", str(folder), language]) == 2


def test_a_part_that_english_lacks_has_no_stamp() -> None:
    assert "of en" not in stamped("# T\n## other: A\nb", "# T\n## a: A\nc")
    assert FolderFiles(Path("nowhere")).names() == []


def test_the_parts_of_a_subcommand_are_listed(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["lesson"]) == 0
    said = capsys.readouterr().out
    assert "usage: python -m engine lesson SUBCOMMAND" in said
    assert "check" in said
    assert main(["lesson", "chek"]) == 2
    assert main(["lesson", "check"]) == 2
    assert "python -m engine lesson check --help" in capsys.readouterr().err
