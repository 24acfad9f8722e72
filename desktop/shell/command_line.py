"""What can be said on the command line, and whether it can be done; no Qt is needed to know."""

from __future__ import annotations

import argparse
import os
import re
import sys
from collections.abc import Sequence
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
_SIZE = re.compile(r"([0-9]{1,5})[x×X]([0-9]{1,5})")
_ZOOM = re.compile(r"([0-9]{1,3})%?")

SPACE_IDS = ("graph", "activations", "optimizers", "training")


class CommandLineError(Exception):
    """The command line asks for what cannot be done; the text is one sentence that says why."""


@dataclass(frozen=True)
class Options:
    """What the command line has asked for; None where it says nothing.

    Attributes:
        file: The graph to be opened.
        space: The space to begin in.
        language: The language, for this run.
        theme: The colours, for this run.
        screenshot: Where a picture of the window is to be saved.
        size: How large the window is to be, in pixels, width first.
        scale: How large all is to be shown, 1.0 for the normal size.
    """

    file: Path | None = None
    space: str | None = None
    language: str | None = None
    theme: str | None = None
    screenshot: Path | None = None
    size: tuple[int, int] | None = None
    scale: float | None = None


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
        found.file, found.space, found.language, found.theme, found.screenshot, found.size,
        found.zoom,
    )  # fmt: skip
    if options.file is not None and options.space not in (None, "graph"):
        raise CommandLineError(
            f"A file opens in the graph space; leave out --space {options.space} or the file."
        )
    return options


def check_options(options: Options) -> None:
    """Find out whether the file can be opened and the picture written, before any window opens.

    Raises:
        CommandLineError: One of them cannot.
    """
    if options.file is not None:
        _check_file(options.file)
    if options.screenshot is not None:
        _check_writable(options.screenshot)


def _make_parser() -> _Parser:
    parser = _Parser(
        prog="wiregrad",
        description="Learn how neural networks learn, by building, watching and predicting.",
    )
    parser.add_argument(
        "file", nargs="?", type=Path, metavar="FILE", help="a graph to open, saved by Wiregrad"
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


def _check_file(path: Path) -> None:
    from engine.drawing.drawing_file import read_drawing
    from engine.errors import EngineError

    try:
        read_drawing(path)
    except EngineError as error:
        raise CommandLineError(f"{path} cannot be opened: {error}") from error


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
