"""LaTeX drawn to SVG and kept: ``formula_picture`` gives the bytes, a renderer and a size."""

from __future__ import annotations

import warnings
from dataclasses import dataclass
from functools import lru_cache

from PySide6.QtCore import QByteArray, QSizeF
from PySide6.QtSvg import QSvgRenderer

_CACHED_FORMULAS = 512
LONGEST_DRAWN = 6_000
"""How many characters of LaTeX are drawn; more would fill many screens and take seconds."""
# What is drawn once serves every size, because it is made of outlines; near the sizes in use, so
# that the pixel of air round a formula stays about one.
_DRAWN_PX = 16.0


@dataclass(frozen=True)
class FormulaPicture:
    """A formula ready to be painted; ``size`` is in device-independent pixels."""

    renderer: QSvgRenderer
    size: QSizeF


def formula_picture(latex: str, colour: str, size_px: float) -> FormulaPicture | None:
    """Draw a formula, or return None when it is too long, or not LaTeX that can be drawn.

    Args:
        latex: math-mode LaTeX, without dollar signs.
        colour: the colour of the ink as ``#rrggbb``.
        size_px: the height of the letters' em square.
    """
    renderer = _drawn(latex, colour) if len(latex) <= LONGEST_DRAWN else None
    if renderer is None:
        return None
    return FormulaPicture(renderer, renderer.viewBoxF().size() * (size_px / _DRAWN_PX))


def count_drawn() -> int:
    """Return how many formulas were drawn so far, not counting those that were kept."""
    return _drawn.cache_info().misses


@lru_cache(maxsize=_CACHED_FORMULAS)
def _drawn(latex: str, colour: str) -> QSvgRenderer | None:
    """Draw a formula, which takes about 10 ms, or look it up among those drawn before."""
    svg = _svg(latex, colour)
    if svg is None:
        return None
    renderer = QSvgRenderer(QByteArray(svg.encode()))
    return renderer if renderer.isValid() else None


def _svg(latex: str, colour: str) -> str | None:
    # The import costs 0.2 s, which the start of the program must not pay.
    with warnings.catch_warnings():
        # It finds its fonts by a function that Python 3.11 calls deprecated.
        warnings.simplefilter("ignore", DeprecationWarning)
        import ziamath

    ziamath.config.svg2 = False  # Qt draws SVG 1.1 only
    try:
        # A sign after an equals sign is spaced as if something were subtracted, unless it stands
        # by itself.
        return str(ziamath.Latex(latex.replace("= -", "= {-}"), size=_DRAWN_PX, color=colour).svg())
    except Exception:  # noqa: BLE001 - the parser raises whatever it stumbles on
        return None
