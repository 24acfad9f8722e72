"""The files that samples were read from, in the file of a training: each once, long ones packed."""

from __future__ import annotations

import base64
import binascii
import json
import zlib
from collections.abc import Iterator, Sequence
from typing import Any
from weakref import WeakKeyDictionary

from engine.entries import Entry
from engine.errors import FileFormatError
from engine.tables.limits import MOST_BYTES
from engine.training.datasets.dataset import Source

MOST_PLAIN_BYTES = 1_000_000
"""A longer file is packed, so that every copy of the training stays quick to write."""
MOST_PACKED_BYTES = 8_000_000
"""What takes more even so is left out: the samples are there anyway, and can be trained on."""

_MOST_UNPACKED_BYTES = 5 * MOST_BYTES
_LONGEST_TITLE = 300
_LONGEST_CHOICES = 1_000_000
_MOST_FILES = 20_000
# As long as the sources themselves.
_TEXTS: WeakKeyDictionary[Source, str] = WeakKeyDictionary()


def source_record(source: Source) -> dict[str, Any]:
    """Return what is told of a source beside what stood in it."""
    return {"title": source.title[:_LONGEST_TITLE], "choices": source.choices}


def content_record(source: Source) -> dict[str, str] | None:
    """Return what stood in a source's file as JSON can hold it; None where that is too much."""
    content = source.content
    if len(content) <= MOST_PLAIN_BYTES:
        try:
            return {"text": content.decode("utf-8")}
        except UnicodeDecodeError:
            return {"bytes": base64.b64encode(content).decode("ascii")}
    packed = zlib.compress(content) if len(content) <= MOST_BYTES else content
    if len(packed) > MOST_PACKED_BYTES:
        return None
    return {"zlib": base64.b64encode(packed).decode("ascii")}


def content_text(source: Source) -> str:
    """Return ``content_record`` as JSON text, made once for each source; '' where it is None."""
    known = _TEXTS.get(source)
    if known is None:
        record = content_record(source)
        text = "" if record is None else json.dumps(record, ensure_ascii=False)
        known = _TEXTS[source] = text
    return known


def read_source(item: Entry, contents: Sequence[bytes] = ()) -> Source | None:
    """Return the source that an entry of samples tells of, if it does.

    Args:
        item: The samples' entry.
        contents: What stood in the files that the training's file holds.

    Raises:
        FileFormatError: Something in it cannot be; the sentence names the place.
    """
    source = item.get("source")
    if source is None:
        return None
    file = source.get("file")
    content = _content(source) if file is None else _numbered(file, contents)
    title = source["title"].text(_LONGEST_TITLE)
    return Source(title, content, source["choices"].text(_LONGEST_CHOICES))


def read_contents(record: Entry | None) -> Iterator[bytes]:
    """Yield what stood in each file.

    Raises:
        FileFormatError: Something in it cannot be, or it is more than all tables may have.
    """
    size = 0
    for item in [] if record is None else record.items(_MOST_FILES):
        content = _content(item)
        size += len(content)
        if size > _MOST_UNPACKED_BYTES:
            raise _refused(item)
        yield content


def _content(item: Entry) -> bytes:
    text, packed, coded = item.get("text"), item.get("zlib"), item.get("bytes")
    if text is not None:
        return text.text(MOST_PLAIN_BYTES).encode("utf-8")
    if packed is not None:
        return _unpacked(packed)
    return b"" if coded is None else _decoded(coded, MOST_PLAIN_BYTES)


def _numbered(item: Entry, contents: Sequence[bytes]) -> bytes:
    number = item.whole()
    if not 1 <= number <= len(contents):
        raise _refused(item)
    return contents[number - 1]


def _unpacked(item: Entry) -> bytes:
    unpacking = zlib.decompressobj()
    try:
        content = unpacking.decompress(_decoded(item, MOST_PACKED_BYTES), MOST_BYTES + 1)
    except zlib.error as error:
        raise _refused(item) from error
    if not unpacking.eof or len(content) > MOST_BYTES:
        raise _refused(item)
    return content


def _decoded(item: Entry, most: int) -> bytes:
    try:
        return base64.b64decode(item.text(2 * most), validate=True)
    except (binascii.Error, ValueError) as error:
        raise _refused(item) from error


def _refused(item: Entry) -> FileFormatError:
    return FileFormatError(
        "samples_source",
        f"{item.place} should be the bytes of a file, written in base 64, or name one that the "
        f"training holds, of at most {MOST_BYTES:,} bytes.",
        place=item.place,
        most=f"{MOST_BYTES:,}",
    )
