"""The first sheet of a workbook (.xlsx) as the text of a table.

A workbook is an archive of XML. Only the parts that a sheet needs are read, each to a limit, and
none that declares entities; so no archive grows beyond what a table may have.
"""

from __future__ import annotations

import csv
import io
import posixpath
import re
import zipfile
import zlib
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from xml.parsers import expat

from engine.errors import FileFormatError
from engine.tables.limits import LONGEST_CELL, MOST_CELLS, MOST_CHARACTERS, MOST_COLUMNS, MOST_LINES
from engine.tables.workbook_cells import Format, format_of, number_text

ARCHIVE = b"PK\x03\x04"
_BOOK = "xl/workbook.xml"
# So much a part has at most when it is unpacked, some 400,000 cells, and the list of all parts.
_MOST_PART_BYTES = 20_000_000
_MOST_LISTED_BYTES = 1_000_000
_END, _LONG_LOCATOR = b"PK\x05\x06", b"PK\x06\x07"
_END_LENGTH, _LOCATOR_LENGTH, _LONGEST_REMARK = 22, 20, 65_535
_CHUNK = 1 << 16
_PLACE = re.compile(r"([A-Za-z]{1,3})[0-9]{1,7}\Z")
_MOST_STRINGS = 2_000_000
_SPACES = re.compile(r"\s+")


@dataclass(frozen=True, slots=True)
class Sheet:
    """A sheet of a workbook.

    Attributes:
        name: What it is called.
        text: Its cells, with commas between them and a line for each row.
        count: How many sheets the workbook has.
    """

    name: str
    text: str
    count: int


def is_workbook(data: bytes) -> bool:
    """Return whether bytes are a workbook that `sheet_reading` can try to read."""
    return data.startswith(ARCHIVE) and b"xl/" in data and b"workbook" in data


def sheet_reading(data: bytes) -> Iterator[float | Sheet]:
    """Read the first sheet that is not hidden, a piece of a part at a time.

    Yields:
        How much is done, from 0 to 1, and the sheet at last.

    Raises:
        FileFormatError: The workbook is damaged, locked, or larger than a table may be.
    """
    _check_list(data)
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            yield from _read_book(archive)
    except (
        zipfile.BadZipFile, zlib.error, expat.ExpatError, EOFError, KeyError, NotImplementedError,
        RuntimeError, OSError, ValueError,
    ) as error:  # fmt: skip
        raise FileFormatError(
            "table_workbook_damaged",
            "The workbook cannot be read: it is damaged or locked by a password. Save its sheet as "
            "CSV.",
        ) from error


def _check_list(data: bytes) -> None:
    """Refuse an archive whose list of parts is longer than that of any workbook."""
    at = data.rfind(_END, max(0, len(data) - _END_LENGTH - _LONGEST_REMARK))
    listed = int.from_bytes(data[at + 12 : at + 16], "little") if at >= 0 else 0
    is_long = data[max(0, at - _LOCATOR_LENGTH) : max(0, at)].startswith(_LONG_LOCATOR)
    if is_long or listed > _MOST_LISTED_BYTES:
        raise _too_large()


def _too_large() -> FileFormatError:
    return FileFormatError(
        "table_workbook_large",
        "The workbook is too large to be read here: save the rows that are needed as CSV.",
    )


@dataclass(slots=True)
class _Book:
    """What the parts beside the sheets say.

    Attributes:
        sheets: The name and the relation of each sheet that is not hidden.
        count: How many sheets there are.
        since_1904: Whether days are counted from 1904.
        targets: The part that each relation leads to.
        strings: The texts that cells share.
        codes: The formats of its own, by their numbers.
        formats: What each style makes of a number.
    """

    sheets: list[tuple[str, str]] = field(default_factory=list)
    count: int = 0
    since_1904: bool = False
    targets: dict[str, str] = field(default_factory=dict)
    strings: list[str] = field(default_factory=list)
    codes: dict[int, str] = field(default_factory=dict)
    formats: list[Format] = field(default_factory=list)


def _read_book(archive: zipfile.ZipFile) -> Iterator[float | Sheet]:
    book = _Book()
    for part, small in (
        (_BOOK, _BookReader(book)),
        ("xl/_rels/workbook.xml.rels", _RelationReader(book)),
    ):
        yield from (0.0 for _ in _parsing(archive, part, small))
    if not book.sheets:
        raise KeyError
    name, relation = book.sheets[0]
    sheet = _SheetReader(book)
    listed = set(archive.namelist())
    parts: list[tuple[str, _Reader]] = [
        (part, reader)
        for part, reader in (
            ("xl/sharedStrings.xml", _StringReader(book)),
            ("xl/styles.xml", _StyleReader(book)),
        )
        if part in listed
    ]
    parts.append((_part_of(book.targets[relation]), sheet))
    whole = sum(archive.getinfo(part).file_size for part, _ in parts)
    done = 0
    for part, reader in parts:
        for count in _parsing(archive, part, reader):
            done += count
            yield min(done / max(whole, 1), 1.0)
    yield Sheet(name, sheet.text(), book.count)


def _part_of(target: str) -> str:
    path = target.lstrip("/") if target.startswith("/") else f"xl/{target}"
    return posixpath.normpath(path)


class _Reader:
    """Takes the tags and texts of a part."""

    def start(self, tag: str, values: dict[str, str]) -> None:
        """Take the beginning of a tag, its name without a prefix."""

    def end(self, tag: str) -> None:
        """Take the end of a tag."""

    def take(self, text: str) -> None:
        """Take a piece of text."""


def _parsing(archive: zipfile.ZipFile, part: str, reader: _Reader) -> Iterator[int]:
    """Hand a part's tags to a reader, some thousands at a time.

    Yields:
        How many bytes were read since the last time.

    Raises:
        FileFormatError: It is too large.
        ExpatError: It is no XML, or declares a type and entities.
    """
    entry = archive.getinfo(part)
    if entry.compress_type not in {zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED}:
        raise NotImplementedError
    # What is unpacked ends at the size that the archive states.
    if entry.file_size > _MOST_PART_BYTES:
        raise _too_large()
    parser = expat.ParserCreate()
    parser.buffer_text = True

    def refuse_types(*_: object) -> None:
        raise expat.ExpatError

    parser.StartDoctypeDeclHandler = refuse_types
    parser.StartElementHandler = lambda tag, values: reader.start(_bare(tag), values)
    parser.EndElementHandler = lambda tag: reader.end(_bare(tag))
    parser.CharacterDataHandler = reader.take
    with archive.open(entry) as file:
        while chunk := file.read(_CHUNK):
            parser.Parse(chunk, False)
            yield len(chunk)
    parser.Parse(b"", True)


def _bare(tag: str) -> str:
    return tag.rpartition(":")[2]


class _BookReader(_Reader):
    def __init__(self, book: _Book) -> None:
        self._book = book

    def start(self, tag: str, values: dict[str, str]) -> None:
        if tag == "workbookPr":
            self._book.since_1904 = values.get("date1904") in {"1", "true"}
        if tag != "sheet":
            return
        self._book.count += 1
        if values.get("state", "visible") == "visible":
            relations = (value for key, value in values.items() if _bare(key) == "id")
            self._book.sheets.append((values.get("name", ""), next(relations, "")))


class _RelationReader(_Reader):
    def __init__(self, book: _Book) -> None:
        self._book = book

    def start(self, tag: str, values: dict[str, str]) -> None:
        if tag == "Relationship" and values.get("TargetMode") != "External":
            self._book.targets[values.get("Id", "")] = values.get("Target", "")


class _StyleReader(_Reader):
    def __init__(self, book: _Book) -> None:
        self._book = book
        self._is_among_cells = False

    def start(self, tag: str, values: dict[str, str]) -> None:
        if tag == "numFmt":
            self._book.codes[_whole(values.get("numFmtId"))] = values.get("formatCode", "")
        elif tag == "cellXfs":
            self._is_among_cells = True
        elif tag == "xf" and self._is_among_cells:
            number = _whole(values.get("numFmtId"))
            self._book.formats.append(format_of(number, self._book.codes.get(number)))

    def end(self, tag: str) -> None:
        if tag == "cellXfs":
            self._is_among_cells = False


class _TextReader(_Reader):
    """Keeps the beginning of the text within some tags, without how it is pronounced."""

    def __init__(self) -> None:
        self._pieces: list[str] = []
        self._length = 0
        self._is_text = False
        self._is_spoken = False

    def _begin(self) -> None:
        self._pieces, self._length = [], 0

    def _mark(self, tag: str, *, is_start: bool) -> None:
        if tag in {"t", "v"}:
            self._is_text = is_start
        elif tag == "rPh":
            self._is_spoken = is_start

    def take(self, text: str) -> None:
        if self._is_text and not self._is_spoken and self._length <= LONGEST_CELL:
            self._pieces.append(text[: LONGEST_CELL + 1])
            self._length += len(text)

    def _text(self) -> str:
        return _SPACES.sub(" ", "".join(self._pieces)).strip()


class _StringReader(_TextReader):
    def __init__(self, book: _Book) -> None:
        super().__init__()
        self._book = book

    def start(self, tag: str, values: dict[str, str]) -> None:
        self._mark(tag, is_start=True)
        if tag == "si":
            self._begin()

    def end(self, tag: str) -> None:
        self._mark(tag, is_start=False)
        if tag == "si":
            self._book.strings.append(self._text())
            if len(self._book.strings) > _MOST_STRINGS:
                raise _too_large()


class _SheetReader(_TextReader):
    """Writes the rows of a sheet, each on the line of its number."""

    def __init__(self, book: _Book) -> None:
        super().__init__()
        self._book = book
        self._file = io.StringIO()
        self._write: Callable[[list[str]], object] = csv.writer(
            self._file, lineterminator="\n"
        ).writerow
        self._row: list[str] = []
        self._number = 0
        self._cells = 0
        self._kind, self._style = "n", 0

    def text(self) -> str:
        """Return the rows as text."""
        return self._file.getvalue()

    def start(self, tag: str, values: dict[str, str]) -> None:
        self._mark(tag, is_start=True)
        if tag == "row":
            self._begin_row(values)
        elif tag == "c":
            self._begin()
            self._kind, self._style = values.get("t", "n"), _whole(values.get("s"))
            self._fill_to(_column(values.get("r", "")))

    def end(self, tag: str) -> None:
        self._mark(tag, is_start=False)
        if tag == "c":
            self._row.append(self._cell())
            self._cells += 1
            if self._cells > MOST_CELLS:
                raise _too_large()
        elif tag == "row":
            while self._row and not self._row[-1]:
                self._row.pop()
            # A row without cells is an empty line, and not a pair of quotation marks.
            if self._row:
                self._write(self._row)
            else:
                self._file.write("\n")
            if self._file.tell() > MOST_CHARACTERS:
                raise _too_large()

    def _begin_row(self, values: dict[str, str]) -> None:
        number = _whole(values.get("r")) or self._number + 1
        if number > MOST_LINES:
            raise _too_large()
        self._file.write("\n" * (number - self._number - 1))
        self._number = max(number, self._number + 1)
        self._row = []

    def _fill_to(self, column: int) -> None:
        """Put empty cells before one that does not follow the last; they are not written down."""
        if max(column, len(self._row)) >= MOST_COLUMNS:
            raise _too_large()
        self._row += [""] * (column - len(self._row))

    def _cell(self) -> str:
        text = self._text()
        if self._kind == "s":
            place = _whole(text)
            return self._book.strings[place] if place < len(self._book.strings) else ""
        if self._kind == "b":
            return "TRUE" if text == "1" else "FALSE"
        if self._kind != "n" or not text:
            return text
        formats = self._book.formats
        shown_as = formats[self._style] if self._style < len(formats) else Format.NUMBER
        return number_text(text, shown_as, since_1904=self._book.since_1904)


def _whole(text: str | None) -> int:
    """Return a whole number from 0; 0 where there is none."""
    return int(text) if text and text.isascii() and text.isdigit() and len(text) < 10 else 0


def _column(place: str) -> int:
    """Return the number of a cell's column from 0, such as 27 for AB3; 0 where it says none."""
    found = _PLACE.match(place)
    number = 0
    for letter in found[1] if found else "":
        # The last five bits of A and of a are 1.
        number = 26 * number + (ord(letter) & 31)
    return max(number - 1, 0)
