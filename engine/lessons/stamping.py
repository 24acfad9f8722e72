"""Notes in a translation of which English words it translates, so that stale parts are found."""

from __future__ import annotations

import re

from engine.lessons.fault_list import FaultList
from engine.lessons.markdown_parts import read_parts
from engine.lessons.revision import text_hash

_STAMP = re.compile(r"[ \t]*<!--\s*of\s+en\s*:[^>]*-->[ \t]*")


def stamped(text: str, english: str) -> str:
    r"""Return a translation with a stamp below the heading of each part that English has too.

    A stamp that is there already is renewed: it says that the part has been read again.

    Args:
        text: The translation's file.
        english: The English file.

    Example:
        >>> print(stamped("# T\n## a: A\nb", "# T\n## a: A\nc"))
        # T
        ## a: A
        <!-- of en: 2e7d2c -->
        b
    """
    source = read_parts(english, FaultList("en.md"))
    lines = [line for line in text.split("\n") if not _STAMP.fullmatch(line)]
    plain = "\n".join(lines)
    stamps: dict[int, str] = {}
    for section in read_parts(plain, FaultList("xx.md")).sections:
        original = source.section(section.id)
        for part in section.parts:
            other = None if original is None else original.find(part.kind, part.name)
            if other is not None:
                stamps[part.line] = f"<!-- of en: {text_hash(other.text)} -->"
    found: list[str] = []
    for number, line in enumerate(lines, start=1):
        found.append(line)
        if number in stamps:
            found.append(stamps[number])
    return "\n".join(found)
