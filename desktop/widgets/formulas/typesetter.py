"""LaTeX set as SVG by ziamath, which measures here once what it would measure again and again.

To learn how high the brackets of a row must grow, ziamath sets the row twice, and so what stands in
rows within rows 2, 4, 8, … times. How high a part is depends on the part and the style round it
alone, so it is kept; and styles are read where ziamath copies them first. The outlines are the same
to the last digit.
"""

from __future__ import annotations

import re
import warnings
from functools import cache, wraps
from typing import Any
from xml.etree import ElementTree

Heights = tuple[float, float]

# Parts that formulas have in common, such as digits, are measured once for all of them.
_MOST_KEPT = 8192
# An empty row lies between these in ziamath; they leave room for whatever comes.
_NOWHERE: Heights = (9999.0, -9999.0)

# The row round a part decides how far its brackets stretch, and those count for nothing while it is
# measured.
_OF_STRETCHING = frozenset({"rowymin", "rowymax"})

# What a minus may follow that is a sign; at the beginning of a row ziamath sees it by itself.
_SIGN = re.compile(r"((?:[(\[,=<>&]|\\cdot|\\approx|\\le|\\ge)(?:\\[,;: ]|\s)*)-")

_heights: dict[object, Heights] = {}


def svg_of(latex: str, colour: str, size_px: float) -> str:
    """Set a formula, on any thread.

    Args:
        latex: math-mode LaTeX, without dollar signs.
        colour: the colour of the ink as ``#rrggbb``.
        size_px: the height of the letters' em square.

    Raises:
        Exception: whatever the parser stumbles on.
    """
    return str(_ziamath().Latex(_with_signs(latex), size=size_px, color=colour).svg())


def _with_signs(latex: str) -> str:
    """Write a minus between no two numbers as a sign; ziamath would leave room on both sides.

    Example:
        >>> _with_signs(r"v = (-1, -3) - 2")
        'v = ({-}1, {-}3) - 2'
    """
    return _SIGN.sub(r"\1{-}", latex)


def mathml_of(latex: str) -> ElementTree.Element:
    """Return what a formula consists of, on any thread; this takes less than a millisecond.

    Raises:
        Exception: whatever the parser stumbles on.
    """
    _ziamath()
    from ziamath.tex import tex2mml

    return ElementTree.fromstring(tex2mml(latex))


@cache
def _ziamath() -> Any:
    # The import costs 0.2 s, which the start of the program must not pay.
    with warnings.catch_warnings():
        # It finds its fonts by a function that Python 3.11 calls deprecated.
        warnings.simplefilter("ignore", DeprecationWarning)
        import ziamath
    ziamath.config.svg2 = False  # Qt draws SVG 1.1 only
    _quicken()
    return ziamath


def _quicken() -> None:
    """Let rows keep what they measure, and styles be read without a deep copy of each.

    A release that is built otherwise goes its own way, only slower.
    """
    try:
        from ziamath import styles
        from ziamath.nodes.mrow import Mrow

        # Only read there, behind the attributes of an element.
        vars(styles)["asdict"]
        measured = Mrow._get_height_nostretch
    except (ImportError, AttributeError, KeyError):
        return
    styles.asdict = vars

    @wraps(measured)
    def measure(row: Any, line: list[ElementTree.Element], **options: Any) -> Heights:
        around = _surroundings(row, options)
        lowest, highest = _NOWHERE
        for child in line:
            key = (_content(child), around)
            found = _heights.get(key)
            if found is None:
                if len(_heights) >= _MOST_KEPT:
                    _heights.clear()
                found = _heights[key] = measured(row, [child], **options)
            lowest, highest = min(lowest, found[0]), max(highest, found[1])
        return lowest, highest

    Mrow._get_height_nostretch = measure


def _surroundings(row: Any, options: dict[str, Any]) -> object:
    """Return all outside of a part that its height depends on."""
    style, variant = row.style, row.style.mathvariant
    return (
        row.font, row.size, row.glyphsize, row.mtag, row.element.tag, len(row.element),
        getattr(row.parent, "mtag", ""),
        variant.style, variant.italic, variant.bold, variant.normal,
        style.displaystyle, style.mathsize, style.scriptlevel,
        tuple(sorted((name, options[name]) for name in options.keys() - _OF_STRETCHING)),
    )  # fmt: skip


def _content(element: ElementTree.Element) -> object:
    """Return what an element says, as something that can be compared."""
    return (
        element.tag,
        element.text,
        tuple(element.attrib.items()),
        tuple(map(_content, element)),
    )
