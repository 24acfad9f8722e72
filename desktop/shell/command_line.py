"""What can be said on the command line, and whether it can be done; no Qt is needed to know."""

from __future__ import annotations

import argparse
import os
import re
import sys
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import NoReturn

from desktop.files.file_stamp import is_read_only
from desktop.foundation.version import version
from engine.languages.catalog import LANGUAGES
from engine.quoting import quote, sentence_case

# What the settings take as well (desktop/foundation/settings.py, which needs Qt).
_ZOOMS = (70, 300)
# A picture of more pixels than these takes gigabytes.
_SIZES = (100, 10_000)
# Tables and weights are no larger.
_LARGEST_FILE = 200_000_000
_SIZE = re.compile(r"([0-9]{1,5})[x×X]([0-9]{1,5})")
_ZOOM = re.compile(r"([0-9]{1,3})%?")

SPACE_IDS = ("graph", "activations", "optimizers", "training")


class CommandLineError(Exception):
    """The command line asks for what cannot be done; the text is one sentence that says why."""


@dataclass(frozen=True)
class Options:
    """What the command line has asked for; None where it says nothing.

    Attributes:
        files: What is to be opened, each in the space that reads it.
        space: The space to begin in.
        language: The language, for this run.
        theme: The colours, for this run.
        screenshot: Where a picture of the window is to be saved.
        size: How large the window is to be, in pixels, width first.
        scale: How large all is to be shown, 1.0 for the normal size.
        lesson: The lesson to be opened, by its name.
        author: The folder of a lesson that is being written.
        check_lesson: The folder or the file of a lesson that is to be checked and played.
    """

    files: tuple[Path, ...] = ()
    space: str | None = None
    language: str | None = None
    theme: str | None = None
    screenshot: Path | None = None
    size: tuple[int, int] | None = None
    scale: float | None = None
    lesson: str | None = None
    author: Path | None = None
    check_lesson: Path | None = None

    @property
    def asks_for_lesson(self) -> bool:
        """Whether a lesson is to be seen at once."""
        return any((self.lesson_file, self.lesson, self.author, self.check_lesson))

    @property
    def lesson_file(self) -> Path | None:
        """The lesson among the files; None without one."""
        return next((path for path in self.files if _space_of(path) == "lessons"), None)

    @property
    def first_space(self) -> str | None:
        """The space to begin in: the one that reads the first file, else the one asked for."""
        spaces = (_space_of(path) for path in self.files)
        return next((space for space in spaces if space in SPACE_IDS), self.space)


class _Parser(argparse.ArgumentParser):
    def error(self, message: str) -> NoReturn:
        raise CommandLineError(f"{sentence_case(message)}; see --help.")


class _Version(argparse.Action):
    """Prints the version; finding it out costs time that other runs need not spend."""

    def __call__(self, parser: argparse.ArgumentParser, *_: object) -> NoReturn:
        sys.stdout.write(f"Wiregrad {version()}\n")
        parser.exit(0)


def parse_options(arguments: Sequence[str]) -> Options:
    """Read the command line; ``--help`` and ``--version`` print and exit.

    Raises:
        CommandLineError: An argument is unknown, or is not what it can be.
    """
    found = _make_parser().parse_args(arguments)
    options = Options(
        tuple(found.files), found.space, found.language, found.theme, found.screenshot, found.size,
        found.zoom, found.lesson, found.author, found.check_lesson,
    )  # fmt: skip
    if options.space is not None and options.first_space != options.space:
        raise CommandLineError(
            f"A file opens in the space that reads it, here {options.first_space}; leave out "
            f"--space {options.space} or the file."
        )
    return options


def check_options(options: Options) -> None:
    """Find out whether the file can be opened and the picture written, before any window opens.

    Raises:
        CommandLineError: One of them cannot.
    """
    for path in options.files:
        _check_file(path)
    if options.lesson is not None:
        _check_lesson_name(options.lesson)
    for folder in (options.author, options.check_lesson):
        if folder is not None:
            _check_lesson_folder(folder)
    if options.screenshot is not None:
        _check_writable(options.screenshot)


def _make_parser() -> _Parser:
    parser = _Parser(
        prog="wiregrad",
        description="Learn how neural networks learn, by building, watching and predicting.",
    )
    parser.add_argument(
        "files",
        nargs="*",
        type=Path,
        metavar="FILE",
        help="what to open: a graph, activations, a race or a training saved by Wiregrad, a table, "
        "weights, or a lesson in one file or folder",
    )
    parser.add_argument("--space", choices=SPACE_IDS, help="the space to begin in")
    parser.add_argument("--language", choices=tuple(LANGUAGES), help="the language, for this run")
    parser.add_argument("--theme", choices=("light", "dark"), help="the colors, for this run")
    parser.add_argument(
        "--screenshot",
        type=Path,
        metavar="PNG",
        help="save a picture of the window at 1440×900, or another --size, and exit",
    )
    parser.add_argument(
        "--size", type=_read_size, metavar="W×H", help="the size of the window, such as 1280x720"
    )
    parser.add_argument(
        "--zoom",
        type=_read_zoom,
        metavar="PERCENT",
        help=f"how large all is shown, from {_ZOOMS[0]} to {_ZOOMS[1]}, for this run",
    )
    parser.add_argument("--lesson", metavar="ID", help="a lesson to open, such as chain-rule")
    parser.add_argument(
        "--author", type=Path, metavar="FOLDER", help="a lesson that is being written, to try it"
    )
    parser.add_argument(
        "--check-lesson",
        type=Path,
        metavar="FOLDER",
        help="check a lesson, play it without a screen, print its faults, and exit",
    )
    parser.add_argument(
        "--version", action=_Version, nargs=0, help="show the program's version and exit"
    )
    return parser


def _read_size(text: str) -> tuple[int, int]:
    """Return a width and a height in pixels from ``1280x720`` or ``1280×720``."""
    found = _SIZE.fullmatch(text.strip())
    size = (int(found[1]), int(found[2])) if found else (0, 0)
    if not all(_SIZES[0] <= length <= _SIZES[1] for length in size):
        raise argparse.ArgumentTypeError(
            f"{quote(text)} is no size; one is a width and a height in pixels, each from "
            f"{_SIZES[0]} to {_SIZES[1]}, such as 1280x720"
        )
    return size


def _read_zoom(text: str) -> float:
    """Return a factor from a number of percent, ``150`` or ``150%``."""
    found = _ZOOM.fullmatch(text.strip())
    percent = int(found[1]) if found else 0
    if not _ZOOMS[0] <= percent <= _ZOOMS[1]:
        raise argparse.ArgumentTypeError(
            f"{quote(text)} is no zoom; one is a whole number of percent from {_ZOOMS[0]} to "
            f"{_ZOOMS[1]}, such as 150"
        )
    return percent / 100


def _space_of(path: Path) -> str:
    from engine.file_kinds import kind_of

    kind = kind_of(path)
    return "" if kind is None else kind.space


def _check_file(path: Path) -> None:
    """Find out whether a file is read; of the kinds that open at once, whether it is sound."""
    from engine.errors import EngineError
    from engine.file_kinds import require_kind

    try:
        kind = require_kind(path)
        if kind.name == "lesson":
            _check_lesson_folder(path)
        elif kind.name in _READERS:
            _READERS[kind.name](path)
        else:
            _check_there(path)
    except EngineError as error:
        raise CommandLineError(f"{path} cannot be opened: {error}") from error


def _read_graph(path: Path) -> None:
    from engine.drawing.drawing_file import read_drawing

    read_drawing(path)


def _read_activations(path: Path) -> None:
    from engine.activations.activation_file import read_activation_file

    for _ in read_activation_file(path):
        pass


def _read_race(path: Path) -> None:
    from engine.races.race_file import read_race_file

    for _ in read_race_file(path):
        pass


_READERS: Mapping[str, Callable[[Path], None]] = {
    "graph": _read_graph,
    "activations": _read_activations,
    "race": _read_race,
}


def _check_there(path: Path) -> None:
    """Refuse what is no file; what is wrong in it is said in the window."""
    from engine.regular_file import read_bytes

    read_bytes(path, _LARGEST_FILE)


def _check_lesson_file(path: Path) -> None:
    from engine.errors import EngineError
    from engine.lessons.archive import ArchiveFiles

    try:
        ArchiveFiles(path)
    except EngineError as error:
        raise CommandLineError(f"{path} cannot be opened: {error}") from error


def _check_lesson_folder(path: Path) -> None:
    from engine.lessons.files import STRUCTURE

    if path.is_file():
        _check_lesson_file(path)
    elif not (path / STRUCTURE).is_file():
        raise CommandLineError(f"{path} is no folder of a lesson: it lacks the file {STRUCTURE}.")


def _check_lesson_name(name: str) -> None:
    from desktop.foundation import assets
    from engine.lessons.files import STRUCTURE
    from engine.lessons.syllabus import name_without_number

    known = [
        name_without_number(folder)
        for course in assets.names("lessons")
        for folder in assets.names(f"lessons/{course}")
        if assets.exists(f"lessons/{course}/{folder}/{STRUCTURE}")
    ]
    if name not in known:
        raise CommandLineError(f"There is no lesson {quote(name)}; there are: {', '.join(known)}.")


def _check_writable(path: Path) -> None:
    if path.is_dir():
        raise CommandLineError(f"{path} is a folder; --screenshot needs the name of a file.")
    if not path.parent.is_dir():
        raise CommandLineError(f"{path} cannot be written: there is no folder {path.parent}.")
    if path.exists() and not path.is_file():
        return
    if is_read_only(path):
        raise CommandLineError(f"{path} cannot be written: it is read-only.")
    if not os.access(path.resolve().parent, os.W_OK):
        raise CommandLineError(f"{path} cannot be written: permission denied.")
