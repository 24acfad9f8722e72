"""The final loss against the learning rate, a curve for each method."""

from __future__ import annotations

import math
from collections.abc import Mapping

import numpy as np
from PySide6.QtCore import Signal
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QWidget

from desktop.desk.explaining import explain
from desktop.foundation.theme import theme
from desktop.foundation.translation import translate_engine
from desktop.optimizers.race.method_look import look_of
from desktop.widgets.plots.plot_view import PlotView
from engine import ranges
from engine.optimizers.sweep import SweepCurve

# A loss below this is nothing but rounding.
_LOWEST_SHOWN = 1e-12
_NEAR_PX = 24.0
# How far the lanes of diverged runs lie above each other, as a factor.
_LANE = 3.0
# Above it the lanes of all methods find room among the numbers there are.
_MOST_SHOWN = 1e290


class SweepPlot(PlotView):
    """Log-log where all losses are positive; what diverged stands hollow above the others.

    Signals:
        rate_chosen(method: str, rate: float): A point was clicked.
    """

    rate_chosen = Signal(str, float)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("", parent)
        tip = self.tr("Click a point to race with its learning rate")
        more = self.tr(
            "Each point is a whole run with one learning rate: how high the loss was in the "
            "end. Hollow points above all others diverged. A click on a point gives the method "
            "that rate; the ring is the rate it has."
        )
        explain(self, self.tr("Final loss against the learning rate"), tip, more=more)
        self._places: list[tuple[str, float, float]] = []
        self.clicked.connect(self._on_clicked)

    @property
    def places(self) -> list[tuple[str, float, float]]:
        """Every point as method, rate and where it is drawn upwards."""
        return list(self._places)

    def show_curves(self, curves: tuple[SweepCurve, ...], begun: float) -> None:
        """Draw the outcomes known so far.

        Args:
            curves: One for each method.
            begun: The loss at the start.
        """
        losses = np.concatenate([curve.losses for curve in curves] or [np.empty(0)])
        finite = losses[np.isfinite(losses)]
        is_log = not len(finite) or bool(finite.min() >= 0.0)
        self.set_log(x=True, y=is_log)
        self.set_labels(
            self.tr("learning rate (log)"),
            self.tr("final loss (log)") if is_log else self.tr("final loss"),
        )
        low, high = _range(finite, begun, is_log)
        ceiling = high * 3.0 if is_log else high + 0.08 * ranges.width(low, high)
        self._places = []
        highest = None
        for place, curve in enumerate(curves):
            lane = _lane(ceiling, place, low, high, is_log)
            self._draw_curve(curve, low, high, lane)
            if not np.isfinite(curve.losses).all():
                highest = lane
        top_lane = _lane(ceiling, len(curves), low, high, is_log)
        names = {curve.run.optimizer.name for curve in curves}
        for key in self.keys:
            kind, _, method = key.partition(":")
            if kind in ("sweep", "cross") and method not in names:
                self.remove(key)
        self.set_line("begun", begun, "text_muted", "dash", horizontal=True)
        rates = [rate for _, rate, _ in self._places]
        if rates:
            self.set_text(
                "begun text", min(rates), begun, self.tr("loss at the start"), "text_muted",
                anchor=(0.0, 1.1),
            )  # fmt: skip
            self._name_lanes(min(rates), highest)
            air = 1.15 if min(rates) < max(rates) else 3.0
            bottom = low / 6.0 if is_log else low
            self.set_view((min(rates) / air, max(rates) * air), (bottom, top_lane))

    def show_rates(self, rates: Mapping[str, float]) -> None:
        """Put a ring round where each method stands with the rate it has."""
        for key in self.keys:
            if key.startswith("ring:"):
                self.remove(key)
        for method, rate in rates.items():
            known = [(math.log(at / rate), up) for name, at, up in self._places if name == method]
            if known:
                up = _between(sorted(known))
                look = look_of(method)
                self.set_points(
                    f"ring:{method}", [rate], [up], _clear(), "circle", 17.0, look.colour
                )

    def _draw_curve(self, curve: SweepCurve, low: float, high: float, ceiling: float) -> None:
        method = curve.run.optimizer.name
        look = look_of(method)
        rates, losses = curve.rates, curve.losses
        held = np.isfinite(losses)
        drawn = np.where(held, np.clip(losses, low, high), np.nan)
        self.set_curve(
            f"sweep:{method}", rates, drawn, look.colour, look.style,
            name=translate_engine(curve.run.optimizer.title), width=2.0,
        )  # fmt: skip
        heights = np.where(held, drawn, ceiling)
        fills = [look.colour if ok else _clear() for ok in held.tolist()]
        self.set_points(
            f"cross:{method}", rates, heights, fills, look.symbol, 10.0,
            outline="panel" if held.all() else look.colour,
        )  # fmt: skip
        for rate, height in zip(rates.tolist(), heights.tolist(), strict=True):
            self._places.append((method, rate, height))

    def _name_lanes(self, left: float, highest: float | None) -> None:
        """Say above the highest lane, where nothing stands, what the hollow points mean."""
        if highest is None:
            self.remove("diverged text")
            return
        words = self.tr("hollow: diverged")
        self.set_text("diverged text", left, highest, words, "text_muted", anchor=(0.0, 1.4))

    def _on_clicked(self, x: float, y: float) -> None:
        clicked = self.to_canvas(x, y)
        nearest, best = _NEAR_PX, None
        for method, rate, height in self._places:
            if f"sweep:{method}" not in self.keys:
                continue
            there = self.to_canvas(rate, height)
            distance = math.hypot(there.x() - clicked.x(), there.y() - clicked.y())
            if distance < nearest:
                nearest, best = distance, (method, rate)
        if best is not None:
            self.rate_chosen.emit(*best)


def _between(known: list[tuple[float, float]]) -> float:
    """Return the height at place 0, straight between the neighbours on either side."""
    places, heights = zip(*known, strict=True)
    return float(np.interp(0.0, places, heights))


def _clear() -> QColor:
    return theme().color("panel", 0.0)


def _range(finite: np.ndarray, begun: float, is_log: bool) -> tuple[float, float]:
    shown = np.append(finite, begun)
    if is_log:
        positive = shown[shown > _LOWEST_SHOWN]
        low = float(positive.min()) if len(positive) else _LOWEST_SHOWN
        high = max(float(positive.max()) if len(positive) else 1.0, 10.0 * low)
        return low / 10.0, min(high, max(begun, low) * 1e4, _MOST_SHOWN)
    return ranges.padded(*(ranges.extremes(shown) or (0.0, 1.0)), 0.05)


def _lane(ceiling: float, place: int, low: float, high: float, is_log: bool) -> float:
    """Return where the hollow points of a method stand, each method's above the last one's."""
    if is_log:
        return ranges.finite(ceiling * _LANE**place)
    return ranges.finite(ceiling + 0.04 * place * ranges.width(low, high))
