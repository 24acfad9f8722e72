"""LaTeX drawn to SVG and kept: ``formula_picture`` gives the bytes, a renderer and a size.

Drawing takes half a millisecond a sign (`typesetting_cost`). What takes longer than a frame or two
is drawn by `typeset` on a task's thread and handed to `keep`; what would take ages is not drawn.
"""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from threading import Lock

from PySide6.QtCore import QByteArray, QSizeF
from PySide6.QtSvg import QSvgRenderer

from desktop.widgets.formulas.formula_cost import flattened, typesetting_cost
from desktop.widgets.formulas.typesetter import svg_of

_CACHED_FORMULAS = 512
# What is drawn once serves every size, because it is made of outlines; near the sizes in use, so
# that the pixel of air round a formula stays about one.
_DRAWN_PX = 16.0
# In signs to be set: about 40 ms, and about half a second.
QUICK_COST, MOST_COST = 80, 1200
_TURN_S = 0.005
_REWRITTEN = (
    # A sign after an equals sign is spaced as if something were subtracted, unless it stands by
    # itself.
    ("= -", "= {-}"),
    (r"\approx -", r"\approx {-}"),
    # The typesetter has bold letters and no bold digits: a vector of ones and an indicator would
    # look like the number 1.
    (r"\mathbf{1}", "\N{MATHEMATICAL BOLD DIGIT ONE}"),
    # Brackets that grow ask how high a sign with an index is, and are told of some 2000 pixels
    # unless it stands in braces.
    (r"\sum_", r"{\sum}_"),
    (r"\prod_", r"{\prod}_"),
)


@dataclass(frozen=True)
class FormulaPicture:
    """A formula ready to be painted.

    Attributes:
        renderer: Paints it.
        size: How large it is, in device-independent pixels.
        depth: How far it reaches below the line that its letters stand on.
    """

    renderer: QSvgRenderer
    size: QSizeF
    depth: float


def formula_picture(latex: str, colour: str, size_px: float) -> FormulaPicture | None:
    """Draw a formula, or return None when it is too long, or not LaTeX that can be drawn.

    Args:
        latex: math-mode LaTeX, without dollar signs.
        colour: the colour of the ink as ``#rrggbb``.
        size_px: the height of the letters' em square.
    """
    known = kept_picture(latex, colour, size_px)
    if known is None and not is_kept(latex, colour):
        svg = _svg(latex, colour) if can_be_drawn(latex) else None
        keep(latex, colour, svg)
        known = kept_picture(latex, colour, size_px)
    return known


def kept_picture(latex: str, colour: str, size_px: float) -> FormulaPicture | None:
    """Return a formula that was drawn before, or None; this takes no time."""
    renderer = _kept.get((latex, colour))
    if renderer is None:
        return None
    _kept.move_to_end((latex, colour))
    box, scale = renderer.viewBoxF(), size_px / _DRAWN_PX
    # Its letters are drawn as standing at 0.
    return FormulaPicture(renderer, box.size() * scale, box.bottom() * scale)


def is_kept(latex: str, colour: str) -> bool:
    """Tell whether it is known how a formula looks, or that it cannot be drawn."""
    return (latex, colour) in _kept


def can_be_drawn(latex: str) -> bool:
    """Tell whether drawing a formula would come to an end soon."""
    return _cost(latex) <= MOST_COST


def is_quick(latex: str) -> bool:
    """Tell whether a formula is drawn within a frame or two."""
    return _cost(latex) <= QUICK_COST


def typeset(latex: str, colour: str) -> Iterator[str | None]:
    """Draw a formula on a task's thread; the last record is its SVG, or None.

    One thread draws at a time: many would only make the interface wait for its turn. Whoever waits
    yields None meanwhile, and can be given up.
    """
    while not _turn.acquire(timeout=_TURN_S):
        yield None
    try:
        svg = _svg(latex, colour)
    finally:
        _turn.release()
    yield svg


def keep(latex: str, colour: str, svg: str | None) -> None:
    """Keep what was drawn, on the interface's thread; None says that it cannot be drawn."""
    global _drawn_count  # noqa: PLW0603  one store for all views
    renderer = None if svg is None else QSvgRenderer(QByteArray(svg.encode()))
    _kept[latex, colour] = renderer if renderer is not None and renderer.isValid() else None
    _drawn_count += 1
    while len(_kept) > _CACHED_FORMULAS:
        _kept.popitem(last=False)


def count_drawn() -> int:
    """Return how many formulas were drawn so far, not counting those that were kept."""
    return _drawn_count


@lru_cache(maxsize=_CACHED_FORMULAS)
def _cost(latex: str) -> int:
    # A layout asks for it a hundred times.
    return typesetting_cost(flattened(latex))


_kept: OrderedDict[tuple[str, str], QSvgRenderer | None] = OrderedDict()
_drawn_count = 0
_turn = Lock()


def _svg(latex: str, colour: str) -> str | None:
    try:
        written = flattened(latex)
        for before, after in _REWRITTEN:
            written = written.replace(before, after)
        return svg_of(written, colour, _DRAWN_PX)
    except Exception:  # noqa: BLE001 - the parser raises whatever it stumbles on
        return None
