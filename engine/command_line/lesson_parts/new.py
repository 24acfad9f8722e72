"""The part ``lesson new``: a folder with a small lesson that says what everything means."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace
from pathlib import Path

from engine.command_line.lesson_parts.writing import make_folder, write
from engine.command_line.subcommand import Subcommand
from engine.lessons.template import TEMPLATE

ORDER = -1

_DESCRIPTION = """\
Begin a lesson: make a folder with a small one in it, which can be played and says in comments what
everything means.

example:
  python -m engine lesson new my-lesson"""


def _configure(parser: ArgumentParser) -> None:
    parser.add_argument("folder", metavar="FOLDER", help="a folder that is not there, or empty")


def _run(arguments: Namespace) -> str:
    folder = Path(arguments.folder.strip())
    make_folder(folder)
    for name, text in TEMPLATE.items():
        write(folder / name, text.encode())
    return "\n".join(
        [
            *(str(folder / name) for name in TEMPLATE),
            f"Now: python -m engine lesson check {folder}",
        ]
    )


RECORDS = (Subcommand("new", "Begin a lesson in a new folder.", _DESCRIPTION, _configure, _run),)
