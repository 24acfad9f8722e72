"""What the interface says in each language, by its English text, read from compiled catalogs.

Qt's translators know texts by widget alone; whoever quotes a button knows what stands on it in
English, and not which widget it belongs to.
"""

from __future__ import annotations

import re
import struct
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from enum import Enum, auto

_ACCESS_KEY = re.compile(r"\(&\w\)|&(?=\w)")
# What a catalog begins with, and its block of messages.
_MAGIC_BYTES, _MESSAGES = 16, 0x69
# What a message's entries tell; the others are of no use here.
_END, _TRANSLATION, _OBSOLETE, _SOURCE, _CONTEXT = 1, 3, 5, 6, 7
# What stands between the part of the interface and its text, where one text is said in two ways.
PART_SIGN = "|"
_NO_TEXT = 0xFFFFFFFF


class Lookup(Enum):
    """What became of looking a text up."""

    FOUND = auto()
    UNKNOWN = auto()
    AMBIGUOUS = auto()
    NO_PART = auto()


@dataclass(frozen=True)
class InterfaceTexts:
    """What the interface says in one language.

    Attributes:
        texts: What each English text is, by the part of the interface that says it.
    """

    texts: Mapping[str, Mapping[str, str]]

    __hash__ = None  # type: ignore[assignment]  # its texts are kept by name

    @classmethod
    def read(cls, catalogs: Iterable[bytes]) -> InterfaceTexts:
        """Read compiled catalogs."""
        found: dict[str, dict[str, str]] = {}
        for catalog in catalogs:
            for context, source, translation in _messages(catalog):
                found.setdefault(_plain(source), {})[context] = _plain(translation)
        return cls(found)

    def parts(self, text: str) -> list[str]:
        """Return the parts of the interface that say a text."""
        return sorted(self.texts.get(_plain(text.rpartition(PART_SIGN)[2]), {}))

    def look_up(self, text: str) -> tuple[Lookup, str]:
        """Return what became of looking a text up, and what it is in this language.

        Args:
            text: The English text, without access key and ``…``; where parts of the interface say
                it in different words, the part before it: ``AccumulatePanel|Clear``.
        """
        part, _, said = text.rpartition(PART_SIGN)
        known = self.texts.get(_plain(said), {})
        if not known:
            return Lookup.UNKNOWN, ""
        if part:
            found = known.get(part.strip())
            return (Lookup.NO_PART, "") if found is None else (Lookup.FOUND, found)
        words = set(known.values())
        return (Lookup.FOUND, words.pop()) if len(words) == 1 else (Lookup.AMBIGUOUS, "")


def _plain(text: str) -> str:
    """Return a text without its access key and without what says that a dialog follows."""
    return _ACCESS_KEY.sub("", text).rstrip("…").strip()


def _messages(catalog: bytes) -> Iterator[tuple[str, str, str]]:
    """Yield the context, the source and the first translation of each message of a catalog."""
    place = _MAGIC_BYTES
    while place + 5 <= len(catalog):
        tag, length = struct.unpack_from(">BI", catalog, place)
        place += 5
        if tag == _MESSAGES:
            yield from _pairs(catalog[place : place + length])
        place += length


def _pairs(block: bytes) -> Iterator[tuple[str, str, str]]:
    place, context, source, translation = 0, "", "", ""
    while place < len(block):
        tag = block[place]
        place += 1
        if tag == _END:
            if source and translation:
                yield context, source, translation
            context = source = translation = ""
            continue
        if tag == _OBSOLETE:
            place += 4
            continue
        (length,) = struct.unpack_from(">I", block, place)
        place += 4
        if length == _NO_TEXT:
            continue
        content = block[place : place + length]
        place += length
        if tag == _TRANSLATION and not translation:
            translation = content.decode("utf-16-be")
        elif tag == _SOURCE:
            source = content.decode("utf-8")
        elif tag == _CONTEXT:
            context = content.decode("utf-8")
