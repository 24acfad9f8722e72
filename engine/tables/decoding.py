"""The text of a file of bytes, in whatever encoding it was written.

Each encoding is tried strictly: what is no UTF-8 fails as UTF-8 sooner or later. Only Korean and
Western European are both possible at times; then what the text would be made of decides.
"""

from __future__ import annotations

import codecs
import unicodedata
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from engine.errors import FileFormatError
from engine.quoting import quote
from engine.tables.encoding_table import ENCODINGS, OFFERED, WORKBOOK
from engine.tables.foreign import check_is_text
from engine.tables.limits import MOST_BYTES
from engine.tables.remarks import Remark, Weight, one_or_many, remark
from engine.tables.workbook import Sheet, is_workbook, sheet_reading

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    # Before UTF-16, whose mark it begins with.
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_SAMPLE = 100_000
_COUNTED_AT_ONCE = 1_000_000
# Of a Korean text's other characters than ASCII, so many at least are of the everyday ones.
_KOREAN_SHARE = 0.8
# UTF-8 of which a part is damaged is UTF-8 still.
_DAMAGED_SHARE = 0.1
_UNSEEN = ("\N{ZERO WIDTH SPACE}", "\N{WORD JOINER}", "\N{SOFT HYPHEN}")
_CONTROLS = dict.fromkeys([*range(9), 11, 12, *range(14, 32), 127])
_MOST_CONTROLS_SHARE = 0.01


@dataclass(frozen=True, slots=True)
class Decoded:
    """A file's text.

    Attributes:
        text: The text, without a byte order mark, every character composed (NFC).
        encoding: The name in ``ENCODINGS`` of what was taken.
        alternatives: The names of others that the bytes are possible in.
        is_guessed: Whether another one might be meant: there is no mark, and it is no UTF-8.
        remarks: What is to be said about it.
    """

    text: str
    encoding: str
    alternatives: tuple[str, ...]
    is_guessed: bool
    remarks: tuple[Remark, ...] = ()


def decode(data: bytes, encoding: str | None = None) -> Decoded:
    """Return the text that bytes spell, of a workbook its first sheet.

    Args:
        data: The contents of a file.
        encoding: The encoding that somebody chose, by a name or an alias in ``ENCODINGS``; None
            decides by the bytes. A workbook is one whatever was chosen.

    Raises:
        FileFormatError: It is too large, no text, or not possible in that encoding.
        OperationError: The encoding is not known.
    """
    *_, last = decoding(data, encoding)
    assert isinstance(last, Decoded)
    return last


def decoding(data: bytes, encoding: str | None = None) -> Iterator[float | Decoded]:
    """Find the text that bytes spell as `decode` does, a piece at a time.

    Yields:
        How much is done now and then, from 0 to 1, and the text at last.

    Raises:
        FileFormatError: As `decode`.
        OperationError: As `decode`.
    """
    if len(data) > MOST_BYTES:
        raise FileFormatError(
            "table_bytes",
            f"The table has {len(data):,} bytes; at most {MOST_BYTES:,} are read here.",
            found=len(data),
            most=MOST_BYTES,
        )
    if is_workbook(data):
        for step in sheet_reading(data):
            yield _decoded_sheet(step) if isinstance(step, Sheet) else step
        return
    check_is_text(data)
    if encoding is not None:
        yield _decode_as(data, ENCODINGS.require(encoding).name)
        return
    found = _decode_unicode(data)
    yield 0.5
    if found is None:
        yield from _decode_old(data)
    else:
        yield found


def _decode_unicode(data: bytes) -> Decoded | None:
    for mark, name in _MARKS:
        if data.startswith(mark):
            text = _strict(data[len(mark) :], name)
            if text is not None:
                return _decoded(text, data, name)
    if 0 in data:
        return _decode_wide(data)
    text = _strict(data, "utf-8")
    return None if text is None else _decoded(text, data, "utf-8")


def _decoded_sheet(sheet: Sheet) -> Decoded:
    told = remark(
        "table_first_sheet",
        f"The sheet “{quote(sheet.name)}” is read, one of {sheet.count} in the workbook.",
        name=sheet.name,
        count=sheet.count,
    )
    remarks = (told,) if sheet.count > 1 else ()
    return Decoded(sheet.text, WORKBOOK, (), is_guessed=False, remarks=remarks)


def _decode_as(data: bytes, name: str) -> Decoded:
    text = None if name == WORKBOOK else _strict(data, name)
    if text is None:
        title = ENCODINGS[name].title
        raise FileFormatError(
            "table_encoding",
            f"The file is not written in {quote(title)}: choose another encoding.",
            title=title,
        )
    return _decoded(text, data, name, is_guessed=False)


def _decode_wide(data: bytes) -> Decoded:
    """Decode UTF-16 or UTF-32 without a mark: half or more of an ASCII text's bytes are zeros."""
    head = data[:_SAMPLE]
    zeros = [head[place::4].count(0) / max(len(head[place::4]), 1) for place in range(4)]
    if min(zeros[2], zeros[3]) > 0.5:
        names: tuple[str, ...] = ("utf-32-le",)
    elif min(zeros[0], zeros[1]) > 0.5:
        names = ("utf-32-be",)
    else:
        is_little = zeros[1] + zeros[3] >= zeros[0] + zeros[2]
        names = ("utf-16-le", "utf-16-be") if is_little else ("utf-16-be", "utf-16-le")
    for name in names:
        text = _strict(data, name)
        if text is not None and "\0" not in text and not _has_controls(text):
            return _decoded(text, data, name)
    raise FileFormatError(
        "table_binary",
        "The file is no text: a table is saved as CSV or as text with tabs.",
    )


def _decode_old(data: bytes) -> Iterator[float | Decoded]:
    """Decode what is no Unicode: Korean, Western European, or UTF-8 that was damaged."""
    mended = data.decode("utf-8", errors="replace")
    strange = len(mended) - len(mended.encode("ascii", errors="ignore"))
    damaged = mended.count("\N{REPLACEMENT CHARACTER}")
    yield 0.6
    if damaged <= _DAMAGED_SHARE * strange:
        told = remark(
            "table_damaged_text",
            f"{one_or_many(damaged, 'character is', 'characters are')} damaged and shown as "
            "“\N{REPLACEMENT CHARACTER}”: the file was cut off or mixes encodings.",
            weight=Weight.WARNING,
            count=damaged,
        )
        yield _decoded(mended, data, "utf-8", is_guessed=True, remarks=(told,))
        return
    korean = _strict(data, "cp949")
    signs: Counter[str] = Counter()
    for start in range(0, len(korean or ""), _COUNTED_AT_ONCE):
        signs.update((korean or "")[start : start + _COUNTED_AT_ONCE])
        yield 0.7
    if korean is not None and _korean_share(signs) >= _KOREAN_SHARE:
        yield _decoded(korean, data, "cp949", is_guessed=True)
        return
    western = _strict(data, "cp1252")
    name = "latin-1" if western is None else "cp1252"
    text = data.decode("latin-1") if western is None else western
    if _has_controls(text):
        raise FileFormatError(
            "table_binary",
            "The file is no text: a table is saved as CSV or as text with tabs.",
        )
    yield _decoded(text, data, name, is_guessed=True)


def _korean_share(counts: Counter[str]) -> float:
    """Return how many of a text's characters beyond ASCII a Korean text may well have.

    CP949 has 8,822 syllables that no everyday word has, and “°C” in a Western encoding is one of
    them: only what EUC-KR has counts.

    Args:
        counts: How often each character stands in the text.
    """
    signs = {sign: count for sign, count in counts.items() if ord(sign) > 127}
    if not signs:
        return 1.0
    everyday = (sign for sign in signs if "가" <= sign <= "힣" and _is_everyday(sign))
    common = sum(map(signs.__getitem__, everyday))
    marks = sum(count for sign, count in signs.items() if not sign.isalpha())
    return (common + marks) / sum(signs.values()) if common else 0.0


def _is_everyday(syllable: str) -> bool:
    """Return whether EUC-KR has a syllable; others it spells letter by letter."""
    return len(syllable.encode("euc_kr")) == 2


def _has_controls(text: str) -> bool:
    head = text[:_SAMPLE]
    return len(head) - len(head.translate(_CONTROLS)) > _MOST_CONTROLS_SHARE * len(head)


def _strict(data: bytes, name: str) -> str | None:
    try:
        return data.decode(name)
    except UnicodeDecodeError:
        return None


def _decoded(
    text: str,
    data: bytes,
    name: str,
    *,
    is_guessed: bool = False,
    remarks: tuple[Remark, ...] = (),
) -> Decoded:
    text = text.removeprefix("\ufeff")
    if not text.isascii():
        # Nobody sees these, and a word with one of them would be another word.
        for unseen in _UNSEEN:
            text = text.replace(unseen, "")
        text = unicodedata.normalize("NFC", text)
    return Decoded(text, name, _alternatives(data, name), is_guessed, remarks)


def _alternatives(data: bytes, taken: str) -> tuple[str, ...]:
    if data.isascii():
        return ()
    wide = len(data) % 2 == 0 and 0 in data[:_SAMPLE]
    return tuple(
        name
        for name in OFFERED
        if name != taken and (wide or "16" not in name) and _strict(data, name) is not None
    )
