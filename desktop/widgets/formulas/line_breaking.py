"""A long formula in several lines, each of which can be typeset by itself."""

from __future__ import annotations

import re

# What fits into the panel at the size of its formulas, in digits.
_WIDEST = 33.0
_OPERATOR = 2.5
# So many words are wider than a line, whatever they are.
_MOST_LOOKED_AT = 200
# What stands behind a statement that another one follows.
_BETWEEN = r",\quad"
_OPERATORS = ("+", "-", r"\cdot")
_BRACKETS = ((r"\left", r"\right"), ("(", ")"), ("[", "]"))
# Powers and fractions are written smaller; a brace that opens one carries what it is.
_SMALLER = 0.7
_SEEN = re.compile(r"\^\{|\\frac\{|\{|\}|\\cdot|(?:\\[a-z]+|[\^_\s])+|.")


def broken(latex: str) -> list[str]:
    r"""Break a long formula after operators, in as few brackets as possible.

    Brackets that reach over a line's end keep one size, since no line may hold half of a pair
    that grows with what it holds. Powers and fractions are never broken.

    Example:
        >>> broken("a + b")
        ['a + b']
    """
    return first_lines(latex, None)[0]


def first_lines(latex: str, most: int | None) -> tuple[list[str], int]:
    r"""Break a long formula as `broken` does, and leave out what is behind some lines.

    Args:
        latex: The formula.
        most: How many lines at most; None leaves nothing out.

    Returns:
        The lines, the last of them with dots where there is more, and how many terms of the
        outermost sum are left out.

    Example:
        >>> first_lines(" + ".join(["123456789"] * 9), 1)
        (['123456789 + 123456789 + \\cdots'], 7)
        >>> first_lines(r"h = \tanh(w \cdot x + b),\quad p = 123456 + 123456789 + c", None)[0]
        ['h = \\tanh(w \\cdot x + b),\\quad', 'p = 123456 + 123456789 + c']
    """
    words = latex.split(" ")
    lines: list[str] = []
    while _is_wide(words):
        end = _best_end(words)
        if end is None:
            break
        if len(lines) + 1 == most:
            lines.append(rf"{' '.join(words[:end])} \cdots")
            left_out = _count_terms(latex.split(" "), len(words) - end)
            return [_in_one_size(line) for line in lines], left_out
        lines.append(" ".join(words[:end]))
        words = words[end:]
    return [_in_one_size(line) for line in [*lines, " ".join(words)]], 0


def _count_terms(words: list[str], last: int) -> int:
    """Count the terms, outside of all brackets, that so many of the last words belong to."""
    terms, depth = 1, 0
    for place, word in enumerate(words):
        depth += word.count("{") - word.count("}")
        depth += _opened(word)
        if word in ("+", "-") and depth == 0 and place >= len(words) - last:
            terms += 1
    return terms


def _best_end(words: list[str]) -> int | None:
    """Return how many words to put into the first line; None where it cannot be broken."""
    ends: list[tuple[int, bool, bool, bool, int]] = []
    braces = brackets = 0
    for place, word in enumerate(words[: min(len(words) - 1, _MOST_LOOKED_AT)]):
        braces += word.count("{") - word.count("}")
        brackets += _opened(word)
        is_statement = word.endswith(_BETWEEN)
        if braces > 0 or place == 0 or not (is_statement or word in _OPERATORS):
            continue
        width = _width(words[: place + 1])
        if ends and width > _WIDEST:
            break
        # In few brackets, between statements, not too early, after a sum rather than a product, and
        # late.
        is_early, is_product = width < _WIDEST / 3, word == r"\cdot"
        ends.append((brackets, not is_statement, is_early, is_product, -place))
    return 1 - min(ends)[-1] if ends else None


def _opened(word: str) -> int:
    """Count the brackets that a word opens and does not close, those of one size too."""
    return sum(word.count(left) - word.count(right) for left, right in _BRACKETS)


def _is_wide(words: list[str]) -> bool:
    # However long the formula is, its first words tell; each has some width but the rare brace.
    return _width(words[:_MOST_LOOKED_AT]) > _WIDEST


def _width(words: list[str]) -> float:
    """Return about how wide words are drawn, in digits."""
    width, smaller = 0.0, [False]
    for found in _SEEN.finditer(" ".join(words)):
        text = found[0]
        if text.endswith("{"):
            smaller.append(smaller[-1] or len(text) > 1)
        elif text == "}":
            smaller.pop()
        elif text.strip():
            width += (_OPERATOR if text in _OPERATORS else 1.0) * (_SMALLER if smaller[-1] else 1.0)
    return width


def _in_one_size(line: str) -> str:
    if line.count(r"\left") == line.count(r"\right"):
        return line
    open_at: list[int] = []
    alone: list[int] = []
    for found in re.finditer(r"\\(left|right)(?![a-z])", line):
        if found[1] == "left":
            open_at.append(found.start())
        elif open_at:
            open_at.pop()
        else:
            alone.append(found.start())
    for place in sorted([*open_at, *alone], reverse=True):
        line = line[:place] + re.sub(r"^\\(left|right)", "", line[place:])
    return line
