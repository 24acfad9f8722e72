"""The part ``lesson pack``: a lesson's folder as one file."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace
from pathlib import Path

from engine.command_line.lesson_parts.writing import write
from engine.command_line.subcommand import FoundError, Subcommand
from engine.lessons.check import check_lesson
from engine.lessons.files import LESSON_SUFFIX, FolderFiles
from engine.lessons.packing import packed_lesson
from engine.lessons.syllabus import name_without_number

ORDER = 1

_DESCRIPTION = f"""\
Pack a lesson into one file, which students drop on the window. A lesson with faults is not packed;
one with warnings is.

examples:
  python -m engine lesson pack my-lesson
  python -m engine lesson pack my-lesson --to week-3{LESSON_SUFFIX}"""


def _configure(parser: ArgumentParser) -> None:
    parser.add_argument("folder", metavar="FOLDER", help="the lesson's folder")
    parser.add_argument(
        "--to", metavar="FILE", help=f"where it goes; else the lesson's name with {LESSON_SUFFIX}"
    )


def _run(arguments: Namespace) -> str:
    folder = Path(arguments.folder.strip())
    name = name_without_number(folder.resolve().name)
    files = FolderFiles(folder)
    content = packed_lesson(files)
    faults = [fault for fault in check_lesson(files, name) if not fault.is_warning]
    if faults:
        raise FoundError("\n".join(str(fault) for fault in faults))
    path = Path(arguments.to or f"{name}{LESSON_SUFFIX}")
    write(path, content)
    return str(path)


RECORDS = (Subcommand("pack", "Pack a lesson into one file.", _DESCRIPTION, _configure, _run),)
