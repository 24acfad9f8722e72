"""What the Activations space is set to: functions, their settings, the point, the layers."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import asdict, dataclass, field
from functools import lru_cache
from typing import Any

from PySide6.QtCore import QObject, Signal

from desktop.activations.function_lore import FunctionLore, Lore, Wish
from desktop.widgets.plots.plot_style import LineStyle, series_line
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
from engine.operations.operation import Category, Operation
from engine.operations.sampled_function import Extent
from engine.settings import complete

MOST_LAYERS = 30
X_REACH = 20.0
VALUES, SLOPES, CURVES = "values", "slopes", "curves"
HIDEABLE = frozenset((VALUES, SLOPES, CURVES))
"""What a lesson can hide: the numbers of f, all that tells of f′, and what is drawn of both."""
_DEFAULT_CHOICE = ("sigmoid", "tanh", "relu")


@dataclass(frozen=True)
class CurveLook:
    """How one function is drawn everywhere: a colour and, for those who see none, a line."""

    colour: str
    style: LineStyle


@dataclass
class DeskState:
    """All that can be set, as plain values."""

    chosen: dict[str, int] = field(default_factory=dict)
    selected: str = ""
    settings: dict[str, dict[str, float]] = field(default_factory=dict)
    x: float = 1.0
    threshold: float = 0.05
    layers: int = 10
    shows_saturation: bool = True
    shows_tangent: bool = True
    own: dict[str, str] = field(default_factory=dict)


def first_state() -> DeskState:
    """Return what is set at first."""
    names = [name for name in _DEFAULT_CHOICE if name in OPERATIONS]
    return DeskState(
        chosen={name: index for index, name in enumerate(names)},
        selected=names[0] if names else "",
    )


def available_functions() -> tuple[Operation, ...]:
    """Every operation that is an activation function of one number."""
    return tuple(
        operation
        for operation in OPERATIONS.values()
        if operation.category is Category.ACTIVATIONS
        and operation.arity == 1
        and operation.derivatives is not None
    )


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
        self._state = first_state()
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
        self._state.own[name] = text
        self.own_changed.emit()
        self.choose(name, True)
        return name

    def change_own(self, name: str, text: str) -> None:
        """Put another formula in the place of one.

        Raises:
            FormulaError: It is none; the old one stays.
        """
        read(name, text.strip())
        self._state.own[name] = text.strip()
        self._wish()
        self.own_changed.emit()
        self.chosen_changed.emit()

    def remove_own(self, name: str) -> None:
        """Throw a typed function away."""
        self.choose(name, False)
        del self._state.own[name]
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
            self._state.chosen[name] = free
            self._state.selected = name
        else:
            del self._state.chosen[name]
            if self._state.selected == name:
                self._state.selected = next(reversed(self._state.chosen), "")
        self._wish()
        self.chosen_changed.emit()

    def select(self, name: str) -> None:
        """Describe another of the chosen functions."""
        if name in self._state.chosen and name != self._state.selected:
            self._state.selected = name
            self._wish()
            self.chosen_changed.emit()

    def set_settings(self, name: str, settings: Mapping[str, float]) -> None:
        """Give a function other settings.

        Raises:
            SettingError: A setting is unknown or out of its range.
        """
        self._state.settings[name] = complete(self.operation(name).settings, settings)
        self.settings_changed.emit(name)

    def set_x(self, x: float) -> None:
        """Move the point, within reach of the plots."""
        x = min(max(x, -X_REACH), X_REACH)
        if x != self._state.x:
            self._state.x = x
            self.x_changed.emit()

    def set_threshold(self, threshold: float) -> None:
        """Call a function saturated below another slope."""
        self._state.threshold = threshold
        self._wish()
        self.options_changed.emit()

    def set_layers(self, layers: int) -> None:
        """Let the gradient pass so many layers."""
        layers = min(max(layers, 1), MOST_LAYERS)
        if layers != self._state.layers:
            self._state.layers = layers
            self.options_changed.emit()

    def show_saturation(self, shown: bool) -> None:
        """Shade saturation, or do not."""
        self._state.shows_saturation = shown
        self.options_changed.emit()

    def show_tangent(self, shown: bool) -> None:
        """Draw the tangent, or do not."""
        self._state.shows_tangent = shown
        self.options_changed.emit()

    def snapshot(self) -> dict[str, Any]:
        """All that is set, as plain values."""
        return asdict(self._state)

    def restore(self, snapshot: Mapping[str, Any]) -> None:
        """Take over what another desk's `snapshot` gave."""
        before, self._state = self._state, DeskState(**snapshot)
        self._wish()
        self.own_changed.emit()
        self.chosen_changed.emit()
        # Each draws the plots again.
        if self._state.x != before.x:
            self.x_changed.emit()
        if _options(self._state) != _options(before):
            self.options_changed.emit()


def _options(state: DeskState) -> tuple[float, int, bool, bool]:
    return state.threshold, state.layers, state.shows_saturation, state.shows_tangent
