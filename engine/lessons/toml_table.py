"""A table of a TOML file, read with suspicion: each wrong entry is a fault with its line."""

from __future__ import annotations

import math
import tomllib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from engine.errors import EngineError
from engine.formula.values import number_text
from engine.lessons.fault_list import FaultList
from engine.lessons.files import LessonFiles
from engine.lessons.formulas import used_names
from engine.lessons.toml_lines import Lines, Path, find_lines
from engine.lessons.wordings import KINDS
from engine.quoting import quote

LONGEST_FORMULA = 2_000
MOST_IN_LIST = 200
MOST_DEEP = 30
_LINE_OF_ERROR = r"(at line "


class Table:
    """A table of a lesson's structure, which knows where it stands.

    Each method asks for one entry, notes a fault where it is not what it should be, and returns
    what can be gone on with.

    Attributes:
        values: What stands in it.
        path: The names and places that lead to it.
        faults: Where what is wrong is noted.
        lines: The lines of the whole file.
        files: Where the files lie that it may name.
    """

    def __init__(
        self,
        values: Mapping[str, Any],
        lines: Lines,
        faults: FaultList,
        path: Path = (),
        files: LessonFiles | None = None,
    ) -> None:
        self.values = values
        self.path = path
        self.faults = faults
        self.lines = lines
        self.files = files

    def line(self, *path: str | int) -> int:
        """Return the line of an entry, or of the table itself."""
        return self.lines.line((*self.path, *path))

    def __contains__(self, key: str) -> bool:
        """Tell whether there is such an entry."""
        return key in self.values

    def check_keys(self, known: Iterable[str], place: str) -> None:
        """Note the entries that nobody reads.

        Args:
            known: The keys that there may be.
            place: What the table is, one of `PLACES`.
        """
        names = list(known)
        for key in self.values:
            if key not in names:
                self.faults.unknown(key, names, at=self.line(key), place=place)

    def refuse_kind(self, kind: str, *path: str | int) -> None:
        """Note that an entry is of another kind than it should be.

        Args:
            kind: What it should be, one of `KINDS`.
            path: The keys and places that lead to it; none for the table itself.
        """
        name, wanted = self._name(path), KINDS[kind].title
        self.faults.refuse(
            "lesson_entry_kind",
            f"“{quote(name)}” is to be {wanted}.",
            at=self.line(*path),
            name=name,
            wanted=wanted,
        )

    def refuse_form(self, form: str, *path: str | int) -> None:
        """Note that an entry is to be written otherwise.

        Args:
            form: An example of how it is written.
            path: The keys and places that lead to it; none for the table itself.
        """
        name = self._name(path)
        self.faults.refuse(
            "lesson_entry_form",
            f"“{quote(name)}” is to be written so: {form}.",
            at=self.line(*path),
            name=name,
            form=form,
        )

    def _name(self, path: Path) -> str:
        """Return the last key that leads to an entry."""
        keys = [key for key in (*self.path, *path) if isinstance(key, str)]
        return keys[-1] if keys else "–"

    def text(self, key: str) -> str:
        """Return a text, empty where there is none."""
        value = self.values.get(key, "")
        if not isinstance(value, str) or len(value) > LONGEST_FORMULA:
            self.refuse_kind("text", key)
            return ""
        return value

    def word(self, key: str) -> str:
        """Return a name of letters, digits, ``-`` and ``_``; empty where there is none."""
        value = self.text(key)
        if value and not is_word(value):
            self.refuse_kind("name", key)
            return ""
        return value

    def texts(self, key: str) -> tuple[str, ...]:
        """Return a list of texts, or a single one as a list; empty where there is none."""
        value = self.values.get(key, [])
        if isinstance(value, str):
            return (value,)
        if not isinstance(value, list) or not all(isinstance(item, str) for item in value):
            self.refuse_kind("texts", key)
            return ()
        return tuple(value)

    def words(self, key: str) -> tuple[str, ...]:
        """Return a list of names, each once."""
        found: list[str] = []
        for place, name in enumerate(self.texts(key)):
            if not is_word(name):
                self.refuse_kind("names", key, place)
            elif name in found:
                self.faults.refuse(
                    "lesson_named_twice",
                    f"“{quote(name)}” stands there twice; each name is to be another one.",
                    at=self.line(key, place),
                    name=name,
                )
            else:
                found.append(name)
        return tuple(found)

    def whole(self, key: str, usual: int = 0) -> int:
        """Return a whole number from 0 on."""
        value = self.values.get(key, usual)
        if type(value) is not int or not 0 <= value <= 2**53:
            self.refuse_kind("whole", key)
            return usual
        return value

    def number(self, key: str, usual: float = 0.0) -> float:
        """Return a finite number."""
        found = finite(self.values.get(key, usual))
        if found is None:
            self.refuse_kind("number", key)
            return usual
        return found

    def truth(self, key: str, *, usual: bool) -> bool:
        """Return a truth value."""
        value = self.values.get(key, usual)
        if not isinstance(value, bool):
            self.refuse_kind("truth", key)
            return usual
        return value

    def formula(self, key: str) -> str:
        """Return a formula of facts, empty where there is none or it cannot be read."""
        return self.formula_of(self.values.get(key, ""), key)

    def formula_of(self, value: object, *path: str | int) -> str:
        """Return a formula of facts that stands at a place: a text, or a number."""
        number = finite(value)
        if number is not None:
            return number_text(number)
        if not isinstance(value, str) or len(value) > LONGEST_FORMULA:
            self.refuse_kind("formula", *path)
            return ""
        if value:
            try:
                used_names(value)
            except EngineError as error:
                self.faults.pass_on(error, self.line(*path))
                return ""
        return value

    def needed_formula(self, key: str) -> str:
        """Return a formula of facts that may not be left empty."""
        formula = self.formula(key)
        if self.values.get(key, "") == "":
            self.refuse_kind("formula", key)
        return formula

    def side(self, value: object, *path: str | int) -> str:
        """Return the right side of a comparison: a text that may be a formula, or a number."""
        if isinstance(value, str) and value.strip() and len(value) <= LONGEST_FORMULA:
            return value.strip()
        number = finite(value)
        if number is None:
            self.refuse_kind("side", *path)
            return ""
        return number_text(number)

    def table(self, key: str) -> Table | None:
        """Return a table in this one, None where there is none."""
        if key not in self.values:
            return None
        return self.table_of(self.values[key], key)

    def table_of(self, value: object, *path: str | int) -> Table | None:
        """Return what stands at a place as a table."""
        if not isinstance(value, dict):
            self.refuse_kind("table", *path)
            return None
        return Table(value, self.lines, self.faults, (*self.path, *path), self.files)

    def tables(self, key: str) -> Iterator[Table]:
        """Return a list of tables; a single table counts as a list of one."""
        for value, path in self.items(key, "tables"):
            table = self.table_of(value, *path)
            if table is not None:
                yield table

    def items(self, key: str, kind: str) -> Iterator[tuple[Any, Path]]:
        """Return the elements of a list with their places in this table.

        Args:
            key: The list's key.
            kind: What it is to be, one of `KINDS`.
        """
        value = self.values.get(key, [])
        if not isinstance(value, list):
            # One alone counts as a list of one.
            yield value, (key,)
            return
        if len(value) > MOST_IN_LIST:
            self.refuse_kind(kind, key)
            return
        for place, item in enumerate(value):
            yield item, (key, place)


def read_table(text: str, faults: FaultList, files: LessonFiles | None = None) -> Table | None:
    """Read a TOML file.

    Args:
        text: Its contents.
        faults: Where it is noted that it is no TOML, or what is wrong in it.
        files: Where the files lie that it may name.

    Returns:
        The whole as a table, None where it is no TOML.
    """
    try:
        values = tomllib.loads(text)
    except RecursionError:
        _refuse_deep(faults)
        return None
    except ValueError as error:
        said, _, place = str(error).partition(_LINE_OF_ERROR)
        line = place.partition(",")[0]
        last = text.count("\n") + 1
        said = quote(said.strip(), 200)
        faults.refuse(
            "lesson_toml",
            f"This is no TOML: {said}.",
            at=int(line) if line.isdigit() else last,
            cause=said,
        )
        return None
    if _is_deep(values):
        _refuse_deep(faults)
        return None
    return Table(values, find_lines(text), faults, files=files)


def _refuse_deep(faults: FaultList) -> None:
    faults.refuse("lesson_toml_deep", "The brackets are nested too deeply to be read.", at=1)


def _is_deep(values: Any) -> bool:
    """Tell whether tables and lists stand in each other deeper than a lesson needs."""
    pending = [(values, 0)]
    while pending:
        value, depth = pending.pop()
        if depth > MOST_DEEP:
            return True
        if isinstance(value, dict | list):
            parts = value.values() if isinstance(value, dict) else value
            pending += ((part, depth + 1) for part in parts)
    return False


def is_word(text: str) -> bool:
    """Tell whether a text is a name in a lesson: letters, digits, ``-`` and ``_``, sixty at most.

    Example:
        >>> is_word("back-mul"), is_word("two words"), is_word("")
        (True, False, False)
    """
    plain = text.replace("-", "").replace("_", "")
    return len(text) <= 60 and plain.isascii() and plain.isalnum()


def finite(value: object) -> float | None:
    """Return a number of a TOML file, None where it is none, or not finite."""
    if type(value) not in (int, float):
        return None
    try:
        number = float(value)  # type: ignore[arg-type]
    except OverflowError:
        return None
    return number if math.isfinite(number) else None


def plain_values(value: Any) -> bool:
    """Tell whether a value of a file is made of numbers, texts, truth values, lists and tables."""
    pending: list[Any] = [value]
    while pending:
        item = pending.pop()
        if isinstance(item, dict):
            pending += item.values()
        elif isinstance(item, list):
            pending += item
        elif not isinstance(item, bool | str) and finite(item) is None:
            return False
    return True


def frozen(value: Any) -> Any:
    """Return a value of a file with tuples for its lists."""
    if isinstance(value, Sequence) and not isinstance(value, str):
        return tuple(frozen(item) for item in value)
    if isinstance(value, Mapping):
        return {name: frozen(item) for name, item in value.items()}
    return value
