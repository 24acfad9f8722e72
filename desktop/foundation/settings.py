"""The settings that outlive a run: one table of typed keys, and the one place using QSettings."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Generic, TypeVar, cast

from PySide6.QtCore import QObject, QSettings, Signal

T = TypeVar("T")


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


def _between(low: float, high: float) -> Callable[[Any], bool]:
    return lambda value: (
        isinstance(value, int | float) and not isinstance(value, bool) and low <= value <= high
    )


def _whole_between(low: int, high: int) -> Callable[[Any], bool]:
    return lambda value: type(value) is int and low <= value <= high


def _is_switch(value: Any) -> bool:
    return isinstance(value, bool)


def _is_text(value: Any) -> bool:
    return isinstance(value, str)


def _is_list_of_texts(value: Any) -> bool:
    return isinstance(value, list) and all(isinstance(item, str) for item in value)


SMALLEST_SCALE, LARGEST_SCALE = 0.7, 3.0

LANGUAGE: Key[str] = Key("interface/language", "system", _one_of("system", "en", "ko"))
THEME: Key[str] = Key("interface/theme", "system", _one_of("system", "light", "dark"))
SCALE: Key[float] = Key("interface/scale", 1.0, _between(SMALLEST_SCALE, LARGEST_SCALE))
PRECISION: Key[int] = Key("interface/precision", 2, _whole_between(0, 12))
SHAPES: Key[bool] = Key("graph/shapes", True, _is_switch)
GEOMETRY: Key[str] = Key("window/geometry", "", _is_text)
LAST_SPACE: Key[str] = Key("window/space", "graph", _is_text)
SNAP: Key[bool] = Key("graph/snap", True, _is_switch)
EXPORT_FOLDER: Key[str] = Key("interface/export_folder", "", _is_text)
RECENT_FILES: Key[list[str]] = Key("graph/recent_files", [], _is_list_of_texts)
RECENT_RACES: Key[list[str]] = Key("optimizers/recent_files", [], _is_list_of_texts)

KEYS: tuple[Key[Any], ...] = (
    LANGUAGE, THEME, SCALE, PRECISION, SHAPES, GEOMETRY, LAST_SPACE, SNAP, EXPORT_FOLDER,
    RECENT_FILES, RECENT_RACES,
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
        self._store = (
            QSettings(path, QSettings.Format.IniFormat)
            if path is not None
            else QSettings(
                QSettings.Format.IniFormat, QSettings.Scope.UserScope, "Wiregrad", "Wiregrad"
            )
        )

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
