"""Stars of emphasis that CommonMark leaves standing: ``**기울기(gradient)**는`` stays as it is.

A closing mark between a bracket and a letter does not close (commonmark-spec, issue 650).
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

_RUN = re.compile(r"\\.|\*+", re.DOTALL)
# Emphasis ends with its paragraph, its item of a list, its row of a table.
_BLOCK_END = re.compile(r"\n[ \t]*\n|\n(?=[ \t]*(?:[-+*]|\d+[.)])[ \t])|\n(?=[ \t]*[|>])")
_RULE = re.compile(r"[ \t]*(?:\*[ \t]*){3,}")


def left_over(text: str) -> Iterator[int]:
    """Return where a ``**`` stands that would be seen as two stars.

    Args:
        text: Markdown with its blanks filled, code and formulas replaced by letters.

    Example:
        >>> list(left_over("**yes** and **(no)**x"))
        [12, 18]
    """
    start = 0
    for end in [match.end() for match in _BLOCK_END.finditer(text)] + [len(text)]:
        for place in _in_block(text[start:end]):
            yield start + place
        start = end


def _in_block(block: str) -> Iterator[int]:
    if _RULE.fullmatch(block.strip("\n")):
        return
    # Runs that are open: where they stand, how many stars are left of them.
    opened: list[list[int]] = []
    left: list[int] = []
    for match in _RUN.finditer(block):
        if match[0].startswith("\\"):
            continue
        stars, place = len(match[0]), match.start()
        before = block[place - 1 : place]
        after = block[match.end() : match.end() + 1]
        if _flanks(after, before):
            while stars and opened:
                used = min(stars, opened[-1][1], 2)
                stars -= used
                opened[-1][1] -= used
                if not opened[-1][1]:
                    opened.pop()
        if stars and _flanks(before, after):
            opened.append([place, stars])
        elif stars > 1:
            left.append(place)
    yield from sorted([*left, *(place for place, stars in opened if stars > 1)])


def _flanks(outside: str, inside: str) -> bool:
    """Tell whether a run touches what stands on one side of it, as CommonMark has it."""
    if not inside or inside.isspace():
        return False
    return not is_sign(inside) or not outside or outside.isspace() or is_sign(outside)


def is_sign(sign: str) -> bool:
    """Tell whether a character is punctuation or another sign, as CommonMark has it."""
    return unicodedata.category(sign)[0] in "PS"
