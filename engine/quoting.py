"""Text of people and files inside a sentence: one line of it, and nothing that hides or turns it.

Whatever stands between “ and ” in a sentence goes through `quote`, so that a damaged file with a
text of ten million letters is spoken of in one line.
"""

from __future__ import annotations

from collections.abc import Iterable

LONGEST_QUOTE = 60
LONGEST_BRIEF = 24
LONGEST_LIST = 400
LONGEST_SENTENCE = 2_000
_ELLIPSIS = "…"
_UNSEEN = "\N{REPLACEMENT CHARACTER}"


def quote(text: str, longest: int = LONGEST_QUOTE) -> str:
    r"""Return a text as a sentence quotes it: on one line, clipped, every character visible.

    Args:
        text: Anything that was typed or stood in a file.
        longest: So many characters at most, the ellipsis among them.

    Example:
        >>> quote("one\n two"), quote("a" * 100, 5), quote("x\x00")
        ('one two', 'aaaa…', 'x�')
    """
    # No more is looked at than can be shown: a text may have many millions of characters.
    head = text.lstrip()[: 4 * longest]
    line = " ".join(head.split())
    shown = "".join(sign if sign.isprintable() else _UNSEEN for sign in line)
    is_whole = len(shown) <= longest and len(text) <= 4 * longest
    return shown if is_whole else shown[: longest - 1].rstrip() + _ELLIPSIS


def sentence_case(text: str) -> str:
    """Return a text with a large first letter and nothing else changed, as a sentence begins.

    `str.capitalize` makes all other letters small: ``× Jacobian`` would be ``× jacobian``.

    Example:
        >>> sentence_case("the slope of ReLU")
        'The slope of ReLU'
    """
    return text[:1].upper() + text[1:]


def brief(text: str) -> str:
    """Return a text as `quote` does, for sentences beside a field in which the text stands."""
    return quote(text, LONGEST_BRIEF)


def listed(names: Iterable[str], longest: int = LONGEST_LIST) -> str:
    """Return names with commas between them, the last ones left out where there are too many."""
    shown, length = [], 0
    for name in names:
        shown.append(quote(name))
        length += len(shown[-1]) + 2
        if length > longest:
            return ", ".join([*shown[:-1], _ELLIPSIS])
    return ", ".join(shown)


def clip(text: str, longest: int) -> str:
    """Return a text as it is, or its beginning with an ellipsis."""
    return text if len(text) <= longest else text[: longest - 1] + _ELLIPSIS


def written(number: float, digits: int = 6) -> str:
    """Return a number as people write it: 1e−5 and not 1e-05, 530 and not 5.3e2.

    Example:
        >>> written(1e-5), written(-0.25), written(527.3, 2)
        ('1e−5', '−0.25', '530')
    """
    rounded = float(f"{number:.{digits}g}")
    mantissa, mark, exponent = f"{rounded:.{max(digits, 6)}g}".partition("e")
    text = f"{mantissa}e{int(exponent)}" if mark else mantissa
    return text.replace("-", "\N{MINUS SIGN}")
