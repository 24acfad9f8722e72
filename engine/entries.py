"""What stands in a JSON file, read with suspicion: every entry is asked for as what it should be.

A damaged file is spoken of in its own words: the place in it, what should stand there, and what
does. Places read ``nodes › 3 › id``, counted from 1.
"""

from __future__ import annotations

import json
import math
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from engine.errors import EngineError, FileFormatError
from engine.quoting import quote
from engine.registry import Registry
from engine.regular_file import read_text

_KINDS_OF_TYPES = {
    type(None): "nothing",
    bool: "truth",
    str: "text",
    dict: "object",
    list: "list",
}
_LONGEST_PLACE = 6
# What a float holds exactly; no count and no id in a file is larger.
LARGEST_WHOLE = 2**53


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of entry.

    Attributes:
        name: Its key.
        title: What a sentence calls it.
    """

    name: str
    title: str
    aliases: tuple[str, ...] = ()


KINDS = Registry(
    (
        Kind("object", "a group of named entries"),
        Kind("list", "a list"),
        Kind("text", "a text"),
        Kind("finite", "a finite number"),
        Kind("number", "a number"),
        Kind("whole", "a whole number from 0 on"),
        Kind("truth", "a truth value, true or false"),
        Kind("nothing", "nothing"),
        Kind("negative", "a negative number"),
        Kind("fraction", "a number with decimals"),
        Kind("infinite", "a number that is not finite"),
        Kind("broken_text", "a text with half a character in it"),
    )
)


@dataclass(frozen=True, slots=True)
class Entry:
    """One value of a file, which knows where it stands.

    Attributes:
        value: What the file holds there.
        key: Its name or its number from 1 in what it stands in; '' for the whole file.
        outer: What it stands in; None for the whole file.
    """

    value: Any
    key: str | int = ""
    outer: Entry | None = None

    @property
    def place(self) -> str:
        """Where it stands, such as ``nodes › 3 › id``."""
        keys: list[str] = []
        entry: Entry | None = self
        while entry is not None and entry.outer is not None:
            keys.append(quote(str(entry.key)))
            entry = entry.outer
        return " › ".join(reversed(keys[:_LONGEST_PLACE]))

    def __getitem__(self, name: str) -> Entry:
        """Return a named entry.

        Raises:
            FileFormatError: There is none of that name.
        """
        found = self.get(name)
        if found is not None:
            return found
        if self.outer is None:
            raise FileFormatError(
                "entry_missing", f"the entry “{quote(name)}” is missing.", name=name
            )
        raise FileFormatError(
            "entry_missing_at",
            f"at {self.place} the entry “{quote(name)}” is missing.",
            place=self.place,
            name=name,
        )

    def get(self, name: str) -> Entry | None:
        """Return a named entry, or None where there is none.

        Raises:
            FileFormatError: This holds no named entries.
        """
        if not isinstance(self.value, dict):
            raise self.refused("object")
        return Entry(self.value[name], name, self) if name in self.value else None

    def named(self) -> Iterator[tuple[str, Entry]]:
        """Return all named entries with their names.

        Raises:
            FileFormatError: This holds no named entries.
        """
        if not isinstance(self.value, dict):
            raise self.refused("object")
        return ((name, Entry(value, name, self)) for name, value in self.value.items())

    def items(self, most: int | None = None) -> list[Entry]:
        """Return the entries of a list.

        Raises:
            FileFormatError: This is no list, or one of more entries than `most`.
        """
        if not isinstance(self.value, list):
            raise self.refused("list")
        if most is not None and len(self.value) > most:
            raise FileFormatError(
                "entry_too_many",
                f"{self.place} has {len(self.value)} entries; at most {most} are possible.",
                place=self.place,
                found=len(self.value),
                most=most,
            )
        return [Entry(value, number, self) for number, value in enumerate(self.value, start=1)]

    def text(self, longest: int) -> str:
        """Return a text.

        Raises:
            FileFormatError: This is none, is longer, or cannot be written to a file again.
        """
        if not isinstance(self.value, str):
            raise self.refused("text")
        if len(self.value) > longest:
            raise FileFormatError(
                "entry_too_long",
                f"{self.place} has {len(self.value)} characters; at most {longest} are possible.",
                place=self.place,
                found=len(self.value),
                most=longest,
            )
        try:
            self.value.encode("utf-8")
        # Half of a surrogate pair can be escaped in JSON, but not be saved again.
        except UnicodeEncodeError as error:
            raise self.refused("text", "broken_text") from error
        return self.value

    def number(self) -> float:
        """Return a finite number.

        Raises:
            FileFormatError: This is none.
        """
        if type(self.value) not in (int, float):
            raise self.refused("finite")
        try:
            number = float(self.value)
        except OverflowError:
            number = math.inf
        if not math.isfinite(number):
            raise self.refused("finite", "infinite")
        return number

    def numbers(self, count: int) -> list[float]:
        """Return a list of so many finite numbers.

        Raises:
            FileFormatError: This is no such list.
        """
        items = self.items()
        if len(items) != count:
            raise FileFormatError(
                "entry_count",
                f"{self.place} should hold {count} numbers, and holds {len(items)} entries.",
                place=self.place,
                count=count,
                found=len(items),
            )
        return [item.number() for item in items]

    def whole(self) -> int:
        """Return a whole number from 0 on.

        Raises:
            FileFormatError: This is none.
        """
        if type(self.value) is not int or not 0 <= self.value <= LARGEST_WHOLE:
            raise self.refused("whole")
        return self.value

    def truth(self) -> bool:
        """Return true or false.

        Raises:
            FileFormatError: This is neither.
        """
        if not isinstance(self.value, bool):
            raise self.refused("truth")
        return self.value

    def refused(self, wanted: str, found: str = "") -> FileFormatError:
        """Return the error that something else should stand here.

        Args:
            wanted: What should, one of `KINDS`.
            found: What does; found out where it is not given.
        """
        should, stands = KINDS[wanted].title, KINDS[found or _kind(self.value)].title
        if self.outer is None:
            return FileFormatError(
                "file_kind",
                f"it should be {should}, and is {stands}.",
                wanted=should,
                stands=stands,
            )
        return FileFormatError(
            "entry_kind",
            f"{self.place} should be {should}, and is {stands}.",
            place=self.place,
            wanted=should,
            stands=stands,
        )


def parse(text: str) -> Entry | None:
    """Return what a JSON text holds, or None where it is no JSON text."""
    try:
        return Entry(json.loads(text))
    # A ValueError that is no JSONDecodeError is a number of more digits than Python converts.
    except (ValueError, RecursionError):
        return None


@dataclass(frozen=True)
class FileForm:
    """What the files of a kind say of themselves, and how those are refused that say otherwise.

    Attributes:
        title: What a sentence calls such a file, such as ``"a Wiregrad race"``.
        format: What stands in it at ``format``.
        version: The newest version that is known.
    """

    title: str
    format: str
    version: int

    @property
    def head(self) -> dict[str, Any]:
        """What a file of it begins with."""
        return {"format": self.format, "version": self.version}

    def is_said_by(self, entry: Entry) -> bool:
        """Tell whether what a file holds says that it is of this kind."""
        return isinstance(entry.value, dict) and entry.value.get("format") == self.format

    def text_of(self, path: Path, most: int) -> str:
        """Return a file's text.

        Args:
            path: The file.
            most: So many bytes at most.

        Raises:
            FileFormatError: It cannot be read, or is no text.
        """
        try:
            return read_text(path, most)
        except FileFormatError as error:
            if error.code != "file_not_text":
                raise
            raise self.not_json() from error

    def read(self, text: str) -> Entry:
        """Return what a text holds.

        Raises:
            FileFormatError: It is no JSON text, or as ``check``.
        """
        entry = parse(text)
        if entry is None:
            raise self.not_json()
        self.check(entry)
        return entry

    def check(self, entry: Entry) -> int:
        """Return the version of what an entry holds, one that is known.

        Raises:
            FileFormatError: It is of another format, without a version or of a newer one.
        """
        if not self.is_said_by(entry):
            raise FileFormatError(
                "file_foreign",
                f"This is not {self.title}: its format should be “{quote(self.format)}”.",
                title=self.title,
                format=self.format,
            )
        version = entry.value.get("version")
        if type(version) is not int or version < 1:
            raise damaged(FileFormatError("no_version", "it has no version."))
        if version > self.version:
            raise FileFormatError(
                "file_newer",
                f"This is {self.title} made by a newer Wiregrad (format {quote(str(version))}; "
                f"this one reads up to {self.version}). Update Wiregrad to open it.",
                title=self.title,
                version=quote(str(version)),
                known=self.version,
            )
        return version

    def not_json(self) -> FileFormatError:
        """Return the error that a file of this kind was wanted, and this is no JSON text."""
        return FileFormatError(
            "file_not_json",
            f"This is not {self.title}: the file is not JSON text.",
            title=self.title,
        )


def damaged(cause: EngineError) -> FileFormatError:
    """Return the error that something in a file cannot be."""
    return FileFormatError("file_damaged", f"This file is damaged: {cause.sentence}", cause=cause)


def _kind(value: Any) -> str:
    if type(value) in _KINDS_OF_TYPES:
        return _KINDS_OF_TYPES[type(value)]
    if isinstance(value, float) and not math.isfinite(value):
        return "infinite"
    if value < 0:
        return "negative"
    return "fraction" if isinstance(value, float) else "number"
