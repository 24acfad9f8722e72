"""What the interface says, looked up by its English text wherever that stands.

A lesson quotes a button by what stands on it in English, without knowing which widget it belongs
to; Qt's translators know texts by widget alone. So the compiled catalogs are read, which are there
in every installed program.
"""

from __future__ import annotations

import re
import struct
from collections.abc import Iterator, Mapping
from functools import lru_cache

from desktop.foundation import assets
from desktop.foundation.translation import CATALOGS, current_language
from engine.languages.catalog import LANGUAGES, SOURCE_LANGUAGE

_ACCESS_KEY = re.compile(r"\(&\w\)|&(?=\w)")
# What a catalog begins with, and its block of messages.
_MAGIC_BYTES, _MESSAGES = 16, 0x69
# What a message's entries tell; the others are of no use here.
_END, _TRANSLATION, _OBSOLETE, _SOURCE, _CONTEXT = 1, 3, 5, 6, 7
# What stands between the part of the interface and its text, where one text is said in two ways.
_OF = "|"
_NO_TEXT = 0xFFFFFFFF


def interface_text(text: str) -> str | None:
    """Return what a control says in the language in force.

    Args:
        text: What it says in English, without the sign of its access key and without ``…``. Of a
            text that parts of the interface say in different words in some language, the part is
            named before it: ``AccumulatePanel|Clear``.

    Returns:
        Its words, likewise; None where nothing in the interface says this, or where it is said in
        different words and no part is named, so that nobody can tell which are meant.
    """
    language = current_language()
    if language == SOURCE_LANGUAGE:
        others = [code for code in LANGUAGES if code != SOURCE_LANGUAGE]
        return english_text(text) if all(_found(text, code) for code in others) else None
    return _found(text, language)


def english_text(text: str) -> str:
    """Return what a control says in English, without the part of the interface it belongs to."""
    return text.rpartition(_OF)[2].strip()


def _found(text: str, language: str) -> str | None:
    part, _, said = text.rpartition(_OF)
    known = _texts(language).get(_plain(said), {})
    if part:
        return known.get(part.strip())
    words = set(known.values())
    return words.pop() if len(words) == 1 else None


@lru_cache(maxsize=4)
def _texts(language: str) -> Mapping[str, Mapping[str, str]]:
    """Return what each text is in a language, by the part of the interface that says it."""
    found: dict[str, dict[str, str]] = {}
    for catalog in CATALOGS:
        path = f"i18n/{catalog}_{language}.qm"
        if assets.exists(path):
            for context, source, translation in _messages(assets.data(path)):
                found.setdefault(_plain(source), {})[context] = _plain(translation)
    return found


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
