"""The hooks of the Activations space: what a lesson sees of it, opens in it and does there."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any, Protocol

import numpy as np
from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from desktop.activations.activation_state import function_named, given_state, state_of
from desktop.activations.answered_points import show_answered
from desktop.activations.curve_plots import CurvePlots
from desktop.activations.desk import HIDEABLE, SLOPES, VALUES, ActivationDesk
from desktop.activations.linear_panel import LinearPanel
from desktop.activations.signals_panel import SignalsPanel
from desktop.activations.signals_view import SignalsView
from desktop.widgets.fields.segmented_switch import SegmentedSwitch
from desktop.widgets.panels.given_words import given_number, given_whole
from desktop.widgets.panels.page_hooks import HookCommand, PageHooks
from desktop.widgets.panels.part_hiding import PartHiding
from engine.activations.activation_setup import MOST_LAYERS, VIEWS, X_REACH, ActivationSetup
from engine.lessons.facts import Fact, Facts, LazyFacts
from engine.lessons.files import LessonFiles
from engine.operations.sampled_activation import chain_slopes, slope_of, value_of
from engine.settings import number_within, one_of

_WORDS = ("word?",) * 20


class ActivationsDesk(Protocol):
    """The page of the space, as far as hooks work with it."""

    desk: ActivationDesk
    curves: CurvePlots
    views: SegmentedSwitch
    signals: SignalsView
    signals_panel: SignalsPanel
    linear_panel: LinearPanel

    def show_lent(self, setup: ActivationSetup) -> None:
        """Show what a lesson opens, with nothing to undo."""

    def named_parts(self) -> Mapping[str, QWidget]:
        """Return what can be hidden or pointed at, by name."""
        ...

    def show_view(self, name: str) -> None:
        """Show another of the views."""


class ActivationHooks(PageHooks):
    """Sees and moves what stands on the page of the Activations space."""

    def __init__(self, page: ActivationsDesk, parent: QObject) -> None:
        super().__init__(parent)
        self._page, self._desk = page, page.desk
        self._hiding = PartHiding()
        desk = self._desk
        for signal in (
            desk.chosen_changed, desk.settings_changed, desk.x_changed, desk.options_changed,
            desk.own_changed, desk.learnt, page.views.chosen, page.signals.computed,
        ):  # fmt: skip
            # With no argument of the signal's.
            signal.connect(lambda *_: self.facts_changed.emit())
        self._plots = {VALUES: page.curves.values, SLOPES: page.curves.slopes}
        for name, plot in self._plots.items():
            plot.clicked.connect(lambda x, y, name=name: self.pointed.emit(name, (x, y)))

    def facts(self) -> Facts:
        """Return what is the case on the page by name; hidden numbers are facts all the same.

        ``gradient_left`` is what ``layers`` layers of the selected function leave of a gradient,
        ``gradient_ratio`` the spread of the gradient at the first layer of the signals' network
        as a share of that at the last.
        """
        desk = self._desk
        return LazyFacts(
            {
                "chosen": lambda: desk.chosen,
                "selected": lambda: desk.selected or None,
                "x": lambda: desk.x,
                "layers": lambda: float(desk.layers),
                "threshold": lambda: desk.threshold,
                "view": lambda: self._page.views.name,
                "value": lambda: self._at_x(value_of),
                "slope": lambda: self._at_x(slope_of),
                "largest_slope": self._largest_slope,
                "mean_output": self._mean_output,
                "gradient_left": self._gradient_left,
                "gradient_ratio": self._gradient_ratio,
                "own": lambda: tuple(desk.own.values()),
            }
        )

    def parts(self) -> Mapping[str, QWidget]:
        """Return the list of functions, the plots, the facts, and what the other views have."""
        return self._page.named_parts()

    def veils(self) -> frozenset[str]:
        """Return values, slopes and curves."""
        return HIDEABLE

    def set_hidden(self, names: frozenset[str]) -> None:
        """Hide these parts and kinds of numbers, and show all others."""
        for _ in self.hiding(names):
            pass

    def hiding(self, names: frozenset[str]) -> Iterator[None]:
        """Hide parts, and then numbers, for which all is drawn again."""
        # In this space one name is a part's and a veil's: what is drawn of the functions.
        self._hiding.show_without(self.parts(), names - HIDEABLE)
        yield
        self._desk.hide(names & HIDEABLE)
        yield

    def show_points(self, on: str, points: Sequence[tuple[float, float]]) -> None:
        """Show what was answered on the plot of f (``"values"``) or of f′ (``"slopes"``)."""
        if on in self._plots:
            show_answered(self._plots[on], points)

    def commands(self) -> Mapping[str, HookCommand]:
        """Return what can be done, by name."""
        return {
            "choose": HookCommand(self._choose, _WORDS),
            "select": HookCommand(self._select, ("word",)),
            "x": HookCommand(self._set_x, ("value",)),
            "layers": HookCommand(self._set_layers, ("value",)),
            "setting": HookCommand(self._set_setting, ("word", "word", "value")),
            "own": HookCommand(self._add_own, ("word",)),
            "view": HookCommand(self._show_view, ("word",)),
        }

    def state(self) -> dict[str, Any]:
        """Return what `open_state` needs to show the same thing."""
        return state_of(self._desk, self._page.views.name)

    def open_state(self, state: Mapping[str, Any], files: LessonFiles) -> None:
        """Show a state; what it does not name is as at first."""
        found = given_state(state)
        for plot in self._plots.values():
            show_answered(plot, ())
        self._page.show_lent(found)

    # Facts ------------------------------------------------------------------------------------

    def _at_x(self, compute: Callable[..., object]) -> Fact:
        name = self._desk.selected
        if not name:
            return None
        operation, settings = self._desk.operation(name), self._desk.settings(name)
        number = np.asarray(compute(operation, np.array(self._desk.x), settings), dtype=float)
        return _known(float(number))

    def _largest_slope(self) -> Fact:
        name = self._desk.selected
        if not name or self._desk.awaited(name) is not None:
            return None
        facts = self._desk.facts(name)
        return None if facts is None else _known(facts.largest_slope)

    def _mean_output(self) -> Fact:
        name = self._desk.selected
        if not name or self._desk.awaited(name) is not None:
            return None
        facts = self._desk.facts(name)
        return None if facts is None else _known(facts.mean_output)

    def _gradient_left(self) -> Fact:
        name = self._desk.selected
        if not name:
            return None
        operation, settings = self._desk.operation(name), self._desk.settings(name)
        with np.errstate(all="ignore"):
            slopes = chain_slopes(operation, settings, self._desk.x, self._desk.layers)
        return _known(abs(float(slopes[-1])))

    def _gradient_ratio(self) -> Fact:
        result = self._page.signals.result
        return None if result is None else _known(result.gradient_ratio)

    # Commands ---------------------------------------------------------------------------------

    def _choose(self, *names: str) -> None:
        wanted = [function_named(name, self._desk.own) for name in names]
        for name in self._desk.chosen:
            if name not in wanted:
                self._desk.choose(name, False)
        for name in wanted:
            self._desk.choose(name, True)

    def _select(self, name: str) -> None:
        self._desk.select(one_of(self._found(name), self._desk.chosen))

    def _set_x(self, x: object) -> None:
        self._desk.set_x(number_within("x", x, -X_REACH, X_REACH))

    def _set_layers(self, layers: object) -> None:
        self._desk.set_layers(
            int(number_within("layers", given_whole("layers", layers), 1, MOST_LAYERS))
        )

    def _set_setting(self, function: str, setting: str, value: object) -> None:
        name = self._found(function)
        number = given_number(setting, value)
        self._desk.set_settings(name, {**self._desk.settings(name), setting: number})

    def _add_own(self, formula: str) -> None:
        self._desk.add_own(formula)

    def _show_view(self, name: str) -> None:
        self._page.show_view(one_of(name, VIEWS))

    def _found(self, name: str) -> str:
        return function_named(name, self._desk.own)


def _known(number: float) -> Fact:
    """Return a number, None for what is none."""
    return None if math.isnan(number) else number
