"""The part ``lesson check``: everything that is wrong with lessons, by file and line."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace
from pathlib import Path

from engine.command_line.subcommand import CommandLineError, FoundError, Subcommand
from engine.lessons.check import check_lesson
from engine.lessons.faults import Fault
from engine.lessons.files import STRUCTURE, FolderFiles
from engine.lessons.lesson_folders import find_folders
from engine.quoting import quote

_DESCRIPTION = """\
Say everything that is wrong with lessons, by file and line; exit with 1 if anything is.

examples:
  python -m engine lesson check resources/lessons
  python -m engine lesson check resources/lessons/1-graphs/02-chain-rule

A folder is a lesson, a course of lessons, or a folder of courses. It reads them, compares the
languages, looks up every name, draws the numbers of sixty seeds for slips that would pass as right,
and compares the course's own numbers with what the formulas give. What begins with “warning:” can
be played all the same."""


def _configure(parser: ArgumentParser) -> None:
    parser.add_argument(
        "folders", nargs="+", metavar="FOLDER", help="a lesson, a course, or a folder of courses"
    )


def _run(arguments: Namespace) -> str:
    lines: list[str] = []
    count = 0
    for name in arguments.folders:
        folder = Path(name)
        found = find_folders(folder)
        if not found.lessons:
            raise CommandLineError(
                "no_lesson_here",
                f"There is no lesson in “{quote(name)}”: no {STRUCTURE}.",
                name=name,
            )
        count += len(found.lessons)
        for course, faults in found.course_faults:
            lines += [_line(course, fault) for fault in faults]
        for lesson_id, lesson in found.lessons.items():
            faults = check_lesson(FolderFiles(lesson), lesson_id, found.library)
            lines += [_line(lesson, fault) for fault in faults]
    if lines:
        raise FoundError("\n".join(lines))
    return f"{count} lesson{'s' if count > 1 else ''}: nothing is wrong."


def _line(folder: Path, fault: Fault) -> str:
    kind = "warning: " if fault.is_warning else ""
    return f"{folder / fault.place}: {kind}{fault.sentence}"


RECORDS = (
    Subcommand(
        "check", "Say what is wrong with lessons, by file and line.", _DESCRIPTION, _configure, _run
    ),
)
