"""The settings that outlive a run: one table of typed keys, and the one place using QSettings."""

from __future__ import annotations

import json
import os
import re
import stat
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Generic, TypeVar, cast

from PySide6.QtCore import QObject, QSettings, Signal

from engine.languages.catalog import LANGUAGES

T = TypeVar("T")

# Settings that this program wrote are far smaller; Qt would read whatever there is, and wait for
# ever at a pipe.
_LARGEST_FILE = 1_000_000
_LONGEST_TEXT, _MOST_TEXTS = 10_000, 100
_CODE = re.compile(r"[a-z]{0,3}")


@dataclass(frozen=True)
class Key(Generic[T]):
    """The name, the default and the test of one setting.

    Attributes:
        name: Where it is stored, ``group/name``. No group may be called general, in whatever case:
            Qt reads it back under another spelling than it wrote.
        default: What holds when nothing, or nothing usable, is stored.
        accepts: Whether a stored value is one this program could have written.
    """

    name: str
    default: T
    accepts: Callable[[Any], bool]


def _one_of(*values: str) -> Callable[[Any], bool]:
    return lambda value: value in values


def _is_language(value: Any) -> bool:
    return isinstance(value, str) and (value == "system" or value in LANGUAGES)


def _between(low: float, high: float) -> Callable[[Any], bool]:
    return lambda value: (
        isinstance(value, int | float) and not isinstance(value, bool) and low <= value <= high
    )


def _whole_between(low: int, high: int) -> Callable[[Any], bool]:
    return lambda value: type(value) is int and low <= value <= high


def _is_switch(value: Any) -> bool:
    return isinstance(value, bool)


def _is_text(value: Any) -> bool:
    return isinstance(value, str) and len(value) <= _LONGEST_TEXT


def _is_code(value: Any) -> bool:
    return isinstance(value, str) and _CODE.fullmatch(value) is not None


def _is_list_of_texts(value: Any) -> bool:
    return (
        isinstance(value, list)
        and len(value) <= _MOST_TEXTS
        # No file has a name with a NUL in it, and asking for one is an error.
        and all(_is_text(item) and "\0" not in item for item in value)
    )


def _is_table_of_widths(value: Any) -> bool:
    return (
        isinstance(value, dict)
        and len(value) <= _MOST_TEXTS
        and all(_is_text(name) and _is_width(width) for name, width in value.items())
    )


def _is_table_of_texts(value: Any) -> bool:
    return (
        isinstance(value, dict)
        and len(value) <= _MOST_TEXTS
        and all(_is_text(name) and _is_text(text) for name, text in value.items())
    )


_is_width = _between(10, 10_000)

SMALLEST_SCALE, LARGEST_SCALE = 0.7, 3.0

LANGUAGE: Key[str] = Key("interface/language", "system", _is_language)
THEME: Key[str] = Key("interface/theme", "system", _one_of("system", "light", "dark"))
SCALE: Key[float] = Key("interface/scale", 1.0, _between(SMALLEST_SCALE, LARGEST_SCALE))
PRECISION: Key[int] = Key("interface/precision", 2, _whole_between(0, 12))
SHAPES: Key[bool] = Key("graph/shapes", True, _is_switch)
NAMES: Key[bool] = Key("graph/names", True, _is_switch)
GEOMETRY: Key[str] = Key("window/geometry", "", _is_text)
LAST_SPACE: Key[str] = Key("window/space", "graph", _is_text)
SNAP: Key[bool] = Key("graph/snap", True, _is_switch)
MINIMAP: Key[bool] = Key("graph/minimap", True, _is_switch)
EXPORT_FOLDER: Key[str] = Key("interface/export_folder", "", _is_text)
RECENT_FILES: Key[list[str]] = Key("graph/recent_files", [], _is_list_of_texts)
RECENT_RACES: Key[list[str]] = Key("optimizers/recent_files", [], _is_list_of_texts)
RECENT_ACTIVATIONS: Key[list[str]] = Key("activations/recent_files", [], _is_list_of_texts)
RECENT_TRAININGS: Key[list[str]] = Key("training/recent_files", [], _is_list_of_texts)
# What was typed and not entered when the program closed, by lines as ``activations/own``.
TYPED: Key[dict[str, str]] = Key("interface/typed", {}, _is_table_of_texts)
# The columns that the user has folded, as ``training/left``.
FOLDED_COLUMNS: Key[list[str]] = Key("interface/folded_columns", [], _is_list_of_texts)
# The widths that the user has dragged columns to, in pixels at a scale of 1, by ``training/left``.
COLUMN_WIDTHS: Key[dict[str, float]] = Key("interface/column_widths", {}, _is_table_of_widths)
# How much of the window lessons take, in pixels at a zoom of 1: beside a page, and below it.
COMPANION_WIDTH: Key[int] = Key("lessons/width", 340, _whole_between(220, 1200))
COMPANION_HEIGHT: Key[int] = Key("lessons/height", 220, _whole_between(100, 1200))
# The language of lessons, which may be none of the interface's; empty for that of the interface.
LESSON_LANGUAGE: Key[str] = Key("lessons/language", "", _is_code)
# Lessons of other people that were opened, as files or folders, the newest first.
OWN_LESSONS: Key[list[str]] = Key("lessons/own", [], _is_list_of_texts)
# The name under which somebody hands in; empty for nobody.
LEARNER_NAME: Key[str] = Key("lessons/name", "", _is_text)
# Whether the first start has been asked whether it wants to be led.
WELCOMED: Key[bool] = Key("lessons/welcomed", False, _is_switch)

KEYS: tuple[Key[Any], ...] = (
    LANGUAGE, THEME, SCALE, PRECISION, SHAPES, NAMES, GEOMETRY, LAST_SPACE, SNAP, MINIMAP,
    EXPORT_FOLDER, RECENT_FILES, RECENT_RACES, RECENT_ACTIVATIONS, RECENT_TRAININGS,
    TYPED, FOLDED_COLUMNS, COLUMN_WIDTHS, COMPANION_WIDTH, COMPANION_HEIGHT,
    LESSON_LANGUAGE, OWN_LESSONS, LEARNER_NAME, WELCOMED,
)  # fmt: skip


class Settings(QObject):
    """Reads and writes the settings of one user.

    Every value is stored as JSON text, so that it comes back with the type it had: an ini file of
    Qt turns numbers into texts and a list of one text into a text.

    Signals:
        changed(key: Key): A setting has got another value.
    """

    changed = Signal(object)

    def __init__(self, path: str | None = None, parent: QObject | None = None) -> None:
        """Open the user's settings, or those in the ini file at `path` (tests, pictures)."""
        super().__init__(parent)
        self._overridden: dict[str, Any] = {}
        file = usable_file(_users_file() if path is None else Path(path))
        self._store = QSettings(str(file), QSettings.Format.IniFormat)

    @property
    def is_damaged(self) -> bool:
        """Whether the file is no file of settings; what cannot be read has its default."""
        self._store.sync()
        return self._store.status() == QSettings.Status.FormatError

    @property
    def is_kept(self) -> bool:
        """Whether the file can be written, so that a choice outlives the run."""
        return self._store.isWritable()

    @property
    def path(self) -> Path:
        """The file, which need not exist."""
        return Path(self._store.fileName())

    @property
    def folder(self) -> Path:
        """The folder of the settings' file, in which what outlives a run has its place too."""
        return self.path.parent

    def get(self, key: Key[T]) -> T:
        """Return the value in force: overridden, stored, or the default when that is unusable."""
        if key.name in self._overridden:
            return cast("T", self._overridden[key.name])
        try:
            value = json.loads(str(self._store.value(key.name, "")))
        # A RecursionError is thousands of brackets within each other.
        except (ValueError, RecursionError):
            return key.default
        return cast("T", value) if key.accepts(value) else key.default

    def set(self, key: Key[T], value: T) -> None:
        """Store a value; it also ends an override.

        Raises:
            ValueError: The value is not one that `get` would accept.
        """
        self._check(key, value)
        before = self.get(key)
        self._overridden.pop(key.name, None)
        self._store.setValue(key.name, json.dumps(value))
        if value != before:
            self.changed.emit(key)

    def override(self, key: Key[T], value: T) -> None:
        """Let a value hold until the program ends, without storing it (command line)."""
        self._check(key, value)
        self._overridden[key.name] = value

    def flush(self) -> None:
        """Write what is pending to the disk now."""
        self._store.sync()

    @staticmethod
    def _check(key: Key[T], value: T) -> None:
        if not key.accepts(value):
            raise ValueError(f"{value!r} is not a value that the setting {key.name} can have")


def usable_file(path: Path) -> Path:
    """Return the settings' file, or the first free name beside it where something else is there."""
    number, file = 1, path
    while not _can_be_settings(file):
        number += 1
        file = path.with_stem(f"{path.stem}-{number}")
    return file


def _can_be_settings(path: Path) -> bool:
    """Tell whether nothing or a regular file of a usual size has a name and that of its lock."""
    try:
        lock = path.with_name(f"{path.name}.lock")
        return all(_is_usual(file) for file in (path, lock))
    except OSError:
        # Its folder cannot be looked into: Qt keeps such settings in memory.
        return True


def _is_usual(path: Path) -> bool:
    if not path.exists():
        return True
    status = path.stat()
    return stat.S_ISREG(status.st_mode) and status.st_size <= _LARGEST_FILE


def _users_file() -> Path:
    """Return where Qt keeps an ini file of this program, without letting it read there."""
    if sys.platform == "win32":
        folder = os.environ.get("APPDATA", "") or str(Path.home() / "AppData" / "Roaming")
    else:
        folder = os.environ.get("XDG_CONFIG_HOME", "") or str(Path.home() / ".config")
    return Path(folder) / "Wiregrad" / "Wiregrad.ini"
