"""What the Activations space is set to: functions, their settings, the point, the layers."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from functools import lru_cache

from PySide6.QtCore import QObject, Signal

from desktop.activations.function_lore import FunctionLore, Lore, Wish
from desktop.widgets.plots.plot_style import LineStyle, series_line
from engine.activations.activation_setup import (
    MOST_LAYERS,
    X_REACH,
    CurvesSetup,
    available_functions,
    first_curves,
)
from engine.formula.own_functions import free_name, is_own, own_operation, read
from engine.operations.activation_analysis import (
    ActivationFacts,
    ActivationStudy,
    Family,
    facts_below,
    flat_ranges,
    last_of,
    study,
)
from engine.operations.activation_curve import ActivationCurve, sample_curve
from engine.operations.catalog import OPERATIONS
from engine.operations.operation import Operation
from engine.operations.sampled_function import Extent
from engine.settings import complete

VALUES, SLOPES, CURVES = "values", "slopes", "curves"
HIDEABLE = frozenset((VALUES, SLOPES, CURVES))
"""What a lesson can hide: the numbers of f, all that tells of f′, and what is drawn of both."""


@dataclass(frozen=True)
class CurveLook:
    """How one function is drawn everywhere: a colour and, for those who see none, a line."""

    colour: str
    style: LineStyle


# A function of the table is studied within a frame; those that are typed in are left to a task.
@lru_cache(maxsize=32)
def _study(name: str, settings: tuple[tuple[str, float], ...]) -> ActivationStudy:
    return last_of(study(OPERATIONS[name], dict(settings)))


@lru_cache(maxsize=256)
def _facts(name: str, settings: tuple[tuple[str, float], ...], limit: float) -> ActivationFacts:
    return last_of(facts_below(_study(name, settings), limit))


def default_family(operation: Operation) -> Family:
    """The kind of curve a function is with its default settings, which groups it in the list."""
    return _facts(operation.name, tuple(complete(operation.settings, {}).items()), 0.05).family


def study_table() -> Iterator[None]:
    """Study the functions of the table, which the list asks of all, one in each turn."""
    for operation in available_functions():
        default_family(operation)
        yield


class ActivationDesk(QObject):
    """Owns the state; views read it and call its setters.

    Signals:
        chosen_changed(): functions were added or taken away, or another one is selected.
        settings_changed(name): a function has other settings.
        x_changed(): the point moved.
        options_changed(): the threshold, the layers or what is shown changed.
        own_changed(): functions were typed in, changed or thrown away.
        learnt(name): more is known of a function that was typed in.
        hidden_changed(): other things are hidden.
    """

    chosen_changed = Signal()
    settings_changed = Signal(str)
    x_changed = Signal()
    options_changed = Signal()
    own_changed = Signal()
    learnt = Signal(str)
    hidden_changed = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._state = first_curves()
        self._hidden: frozenset[str] = frozenset()
        self._lore = FunctionLore(self._read, X_REACH, self)
        self._lore.changed.connect(self.learnt)

    @property
    def chosen(self) -> tuple[str, ...]:
        """The names of the functions shown, in the order in which they were chosen."""
        return tuple(self._state.chosen)

    @property
    def selected(self) -> str:
        """The name of the function that the card describes, or '' when none is chosen."""
        return self._state.selected

    @property
    def x(self) -> float:
        """Where the point stands."""
        return self._state.x

    @property
    def hidden(self) -> frozenset[str]:
        """What is not to be told, of `HIDEABLE`, because a lesson asks for it."""
        return self._hidden

    def hide(self, kinds: frozenset[str]) -> None:
        """Tell nothing of these from now on, and all others again."""
        if kinds != self._hidden:
            self._hidden = kinds
            self.hidden_changed.emit()

    def draws(self, kind: str) -> bool:
        """Tell whether curves of a kind are drawn: `VALUES` for f, `SLOPES` for f′."""
        # A curve of f tells no number of it, and a curve of f′ is what a slope is.
        return CURVES not in self._hidden and not (kind == SLOPES and SLOPES in self._hidden)

    @property
    def threshold(self) -> float:
        """The absolute slope below which a function counts as saturated."""
        return self._state.threshold

    @property
    def layers(self) -> int:
        """How many layers the gradient passes."""
        return self._state.layers

    @property
    def shows_saturation(self) -> bool:
        """Whether saturation is shaded."""
        return self._state.shows_saturation

    @property
    def shows_tangent(self) -> bool:
        """Whether the tangent at the point is drawn."""
        return self._state.shows_tangent

    def operation(self, name: str) -> Operation:
        """The record of a function."""
        return own_operation(name, self._state.own) if is_own(name) else OPERATIONS[name]

    def settings(self, name: str) -> dict[str, float]:
        """The settings of a function, its defaults where nothing was set."""
        return complete(self.operation(name).settings, self._state.settings.get(name, {}))

    def facts(self, name: str) -> ActivationFacts | None:
        """What was computed about a function, last; None while nothing is known.

        Of a function of the table it is up to date, of one that was typed in if `awaited` is None.
        """
        if is_own(name):
            lore = self._lore.of(name)
            return None if lore is None else lore.facts
        return _facts(name, tuple(self.settings(name).items()), self.threshold)

    def awaited(self, name: str) -> float | None:
        """How much of its facts is computed, from 0 to 1, while they are; else None."""
        if not is_own(name):
            return None
        lore, text = self._current_lore(name), self._state.own[name]
        if lore is None:
            return 0.0
        return None if lore.has_facts(text, self.threshold) else lore.share

    def knows(self, name: str) -> bool:
        """Whether the facts told of a function, but for its threshold, are those of its formula."""
        lore = self._lore.of(name)
        return not is_own(name) or (lore is not None and lore.facts_text == self._state.own[name])

    def curve(self, name: str) -> ActivationCurve | None:
        """The points of a function and of its slope; None while they are computed."""
        if is_own(name):
            lore = self._current_lore(name)
            return None if lore is None else lore.curve
        settings = self.settings(name)
        breaks = _study(name, tuple(settings.items())).rest.breaks
        return sample_curve(OPERATIONS[name], settings, -X_REACH, X_REACH, breaks)

    def flat(self, name: str) -> tuple[Extent, ...]:
        """About where a function is saturated, from what is known of it; computes nothing anew."""
        if not name:
            return ()
        if not is_own(name):
            return _facts(name, tuple(self.settings(name).items()), self.threshold).saturated
        lore = self._current_lore(name)
        if lore is None or lore.study is None:
            return ()
        return flat_ranges(lore.study, self.threshold)

    def _current_lore(self, name: str) -> Lore | None:
        lore = self._lore.of(name)
        return lore if lore is not None and lore.text == self._state.own[name] else None

    def _read(self, name: str, text: str) -> Operation:
        return own_operation(name, {name: text})

    def _wish(self) -> None:
        """Ask for what is to be shown: the facts of the selected function, the others' curves."""
        shown = [name for name in self._state.chosen if is_own(name)]
        shown.sort(key=lambda name: name != self._state.selected)
        self._lore.wish(
            [
                Wish(
                    name,
                    self._state.own[name],
                    self.threshold if name == self._state.selected else None,
                )
                for name in shown
            ]
        )

    @property
    def own(self) -> dict[str, str]:
        """The formulas that were typed in, by name."""
        return dict(self._state.own)

    def add_own(self, text: str) -> str:
        """Read a formula of x, show it, and return its name; one that is there is only shown.

        Raises:
            FormulaError: It is none.
        """
        text = text.strip()
        for name, known in self._state.own.items():
            if known == text:
                self.choose(name, True)
                self.select(name)
                return name
        name = free_name(self._state.own)
        read(name, text)
        self._set(own={**self._state.own, name: text})
        self.own_changed.emit()
        self.choose(name, True)
        return name

    def change_own(self, name: str, text: str) -> None:
        """Put another formula in the place of one.

        Raises:
            FormulaError: It is none; the old one stays.
        """
        read(name, text.strip())
        self._set(own={**self._state.own, name: text.strip()})
        self._wish()
        self.own_changed.emit()
        self.chosen_changed.emit()

    def remove_own(self, name: str) -> None:
        """Throw a typed function away."""
        self.choose(name, False)
        self._set(own={other: text for other, text in self._state.own.items() if other != name})
        self.own_changed.emit()

    def look(self, name: str) -> CurveLook:
        """How a chosen function is drawn."""
        return CurveLook(*series_line(self._state.chosen[name]))

    def choose(self, name: str, chosen: bool) -> None:
        """Show a function and select it, or take it away."""
        if chosen == (name in self._state.chosen):
            return
        if chosen:
            taken = set(self._state.chosen.values())
            free = next(index for index in range(len(taken) + 1) if index not in taken)
            self._set(chosen={**self._state.chosen, name: free}, selected=name)
        else:
            left = {other: look for other, look in self._state.chosen.items() if other != name}
            selected = self._state.selected
            self._set(
                chosen=left,
                selected=next(reversed(left), "") if selected == name else selected,
            )
        self._wish()
        self.chosen_changed.emit()

    def select(self, name: str) -> None:
        """Describe another of the chosen functions."""
        if name in self._state.chosen and name != self._state.selected:
            self._set(selected=name)
            self._wish()
            self.chosen_changed.emit()

    def set_settings(self, name: str, settings: Mapping[str, float]) -> None:
        """Give a function other settings.

        Raises:
            SettingError: A setting is unknown or out of its range.
        """
        given = complete(self.operation(name).settings, settings)
        self._set(settings={**self._state.settings, name: given})
        self.settings_changed.emit(name)

    def set_x(self, x: float) -> None:
        """Move the point, within reach of the plots."""
        x = min(max(x, -X_REACH), X_REACH)
        if x != self._state.x:
            self._set(x=x)
            self.x_changed.emit()

    def set_threshold(self, threshold: float) -> None:
        """Call a function saturated below another slope."""
        self._set(threshold=threshold)
        self._wish()
        self.options_changed.emit()

    def set_layers(self, layers: int) -> None:
        """Let the gradient pass so many layers."""
        layers = min(max(layers, 1), MOST_LAYERS)
        if layers != self._state.layers:
            self._set(layers=layers)
            self.options_changed.emit()

    def show_saturation(self, shown: bool) -> None:
        """Shade saturation, or do not."""
        self._set(shows_saturation=shown)
        self.options_changed.emit()

    def show_tangent(self, shown: bool) -> None:
        """Draw the tangent, or do not."""
        self._set(shows_tangent=shown)
        self.options_changed.emit()

    @property
    def setup(self) -> CurvesSetup:
        """All that is set, a value."""
        return self._state

    def show_setup(self, setup: CurvesSetup) -> None:
        """Take over another setup, telling what differs."""
        before, self._state = self._state, setup
        self._wish()
        # Each draws the plots again.
        if dict(setup.own) != dict(before.own):
            self.own_changed.emit()
        for name in setup.chosen:
            if setup.settings.get(name) != before.settings.get(name):
                self.settings_changed.emit(name)
        self.chosen_changed.emit()
        if setup.x != before.x:
            self.x_changed.emit()
        if _options(setup) != _options(before):
            self.options_changed.emit()

    def _set(self, **changes: object) -> None:
        self._state = replace(self._state, **changes)  # type: ignore[arg-type]


def _options(state: CurvesSetup) -> tuple[float, int, bool, bool]:
    return state.threshold, state.layers, state.shows_saturation, state.shows_tangent
