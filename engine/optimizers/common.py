"""Settings and terms that several update rules share."""

from __future__ import annotations

from engine.optimizers.optimizer import Term
from engine.settings import Setting

GRADIENT = Term("gradient", "g", "gradient")
STEP = Term("step", r"\Delta w", "step")
POINT_AFTER = Term("after", "w", "after").by("{point} + {step}")


def learning_rate(default: float) -> Setting:
    """Return the learning rate η, with the default usual for a method."""
    return Setting(
        name="learning_rate",
        title="learning rate",
        symbol=r"\eta",
        default=default,
        minimum=1e-6,
        maximum=10.0,
        logarithmic=True,
        summary="How far one step goes; too small creeps, too large diverges.",
    )


def decay(
    name: str, title: str, symbol: str, default: float, summary: str, maximum: float = 0.9999
) -> Setting:
    """Return a share of the past, between 0 (none of it) and almost 1."""
    return Setting(
        name=name,
        title=title,
        symbol=symbol,
        default=default,
        minimum=0.0,
        maximum=maximum,
        summary=summary,
        near_one=True,
    )


def epsilon(default: float, summary: str = "Keeps the division from meeting zero.") -> Setting:
    """Return the small number ε under or beside a root."""
    return Setting(
        name="epsilon",
        title="epsilon",
        symbol=r"\epsilon",
        default=default,
        minimum=1e-12,
        maximum=0.1,
        logarithmic=True,
        summary=summary,
    )
