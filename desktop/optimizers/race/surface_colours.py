"""The colours of the ground, from low to high, for contours and relief alike."""

from __future__ import annotations

from PySide6.QtGui import QColor

from desktop.foundation.theme import theme

_STOPS = 9


def ground_colours(strength: float) -> list[QColor]:
    """Return the colours from the lowest to the highest, pale enough for seven trails on top.

    They go round the colour circle from the theme's low colour to its high one, because straight
    through the middle lies grey.

    Args:
        strength: The share of the pure colour; the rest is the panel's.
    """
    low, high = theme().color("surface_low"), theme().color("surface_high")
    shares = [place / (_STOPS - 1) for place in range(_STOPS)]
    return [_paled(_on_circle(low, high, share), strength) for share in shares]


def _on_circle(low: QColor, high: QColor, share: float) -> QColor:
    return QColor.fromHsvF(
        _between(low.hsvHueF(), high.hsvHueF(), share),
        _between(low.hsvSaturationF(), high.hsvSaturationF(), share),
        _between(low.valueF(), high.valueF(), share),
    )


def _paled(pure: QColor, strength: float) -> QColor:
    panel = theme().color("panel")
    return QColor.fromRgbF(
        _between(panel.redF(), pure.redF(), strength),
        _between(panel.greenF(), pure.greenF(), strength),
        _between(panel.blueF(), pure.blueF(), strength),
    )


def _between(start: float, end: float, share: float) -> float:
    return start + (end - start) * share
