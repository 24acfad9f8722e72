"""LaTeX drawn to SVG and kept: ``formula_picture`` gives the bytes, a renderer and a size."""

from __future__ import annotations

import warnings
from dataclasses import dataclass
from functools import lru_cache

from PySide6.QtCore import QByteArray, QSizeF
from PySide6.QtSvg import QSvgRenderer

_CACHED_FORMULAS = 512


@dataclass(frozen=True)
class FormulaPicture:
    """A formula ready to be painted; ``size`` is in device-independent pixels."""

    renderer: QSvgRenderer
    size: QSizeF


@lru_cache(maxsize=_CACHED_FORMULAS)
def formula_picture(latex: str, colour: str, size_px: float) -> FormulaPicture | None:
    """Draw a formula, or return None when it is not LaTeX that can be drawn.

    A formula takes about 20 ms, which is why pictures are kept.

    Args:
        latex: math-mode LaTeX, without dollar signs.
        colour: the colour of the ink as ``#rrggbb``.
        size_px: the height of the letters' em square.
    """
    svg = _svg(latex, colour, size_px)
    if svg is None:
        return None
    renderer = QSvgRenderer(QByteArray(svg.encode()))
    if not renderer.isValid():
        return None
    return FormulaPicture(renderer, renderer.viewBoxF().size())


def _svg(latex: str, colour: str, size_px: float) -> str | None:
    # The import costs 0.2 s, which the start of the program must not pay.
    with warnings.catch_warnings():
        # It finds its fonts by a function that Python 3.11 calls deprecated.
        warnings.simplefilter("ignore", DeprecationWarning)
        import ziamath

    ziamath.config.svg2 = False  # Qt draws SVG 1.1 only
    try:
        return str(ziamath.Latex(latex, size=size_px, color=colour).svg())
    except Exception:  # noqa: BLE001 - the parser raises whatever it stumbles on
        return None
