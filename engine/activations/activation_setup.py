"""All that the Activations space is set to: functions, their settings, the point, the layers."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from engine.formula.own_functions import is_own
from engine.operations.catalog import OPERATIONS
from engine.operations.operation import Category, Operation
from engine.training.analysis.linear_setup import LinearSetup
from engine.training.analysis.signals_setup import SignalsSetup

MOST_LAYERS = 30
X_REACH = 20.0
LEAST_THRESHOLD = 1e-6
VIEWS = CURVES, SIGNALS, LINEAR = "curves", "signals", "linear"
_DEFAULT_CHOICE = ("sigmoid", "tanh", "relu")


@dataclass(frozen=True)
class CurvesSetup:
    """What the view of curves shows.

    Attributes:
        chosen: The functions shown, each with the number of its colour, in the order in which they
            were chosen.
        selected: The one that is described, or '' where none is chosen.
        settings: The settings of functions that have been given others.
        x: Where the point stands.
        threshold: The absolute slope below which a function counts as saturated.
        layers: How many layers the gradient passes.
        shows_saturation: Whether saturation is shaded.
        shows_tangent: Whether the tangent at the point is drawn.
        own: The formulas that were typed in, by name.
    """

    chosen: Mapping[str, int] = field(default_factory=dict)
    selected: str = ""
    settings: Mapping[str, Mapping[str, float]] = field(default_factory=dict)
    x: float = 1.0
    threshold: float = 0.05
    layers: int = 10
    shows_saturation: bool = True
    shows_tangent: bool = True
    own: Mapping[str, str] = field(default_factory=dict)

    __hash__ = None  # type: ignore[assignment]  # its mappings cannot be hashed


@dataclass(frozen=True)
class ActivationSetup:
    """What the whole space is set to.

    Attributes:
        curves: Functions and slopes.
        view: Which of the views is seen.
        signals: The deep network at its start.
        linear: The stack of layers.
    """

    curves: CurvesSetup
    view: str = CURVES
    signals: SignalsSetup = field(default_factory=SignalsSetup)
    linear: LinearSetup = field(default_factory=LinearSetup)

    __hash__ = None  # type: ignore[assignment]  # its curves cannot be hashed


def first_curves() -> CurvesSetup:
    """Return which curves are shown at first."""
    names = [name for name in _DEFAULT_CHOICE if name in OPERATIONS]
    return CurvesSetup(
        chosen={name: index for index, name in enumerate(names)},
        selected=names[0] if names else "",
    )


def first_setup() -> ActivationSetup:
    """Return what is set at first."""
    return ActivationSetup(first_curves())


def available_functions() -> tuple[Operation, ...]:
    """Every operation that is an activation function of one number."""
    return tuple(
        operation
        for operation in OPERATIONS.values()
        if operation.category is Category.ACTIVATIONS
        and operation.arity == 1
        and operation.derivatives is not None
    )


def unsaved_functions(present: ActivationSetup, saved: ActivationSetup | None) -> list[str]:
    """Return the names of the typed functions that would be lost, or that a file holds otherwise.

    Args:
        present: What there is to save.
        saved: What the file holds; None without a file.
    """
    known = {} if saved is None else saved.curves.own
    now = present.curves.own
    return [name for name in {**known, **now} if known.get(name) != now.get(name)]


def is_unsaved(present: ActivationSetup, saved: ActivationSetup | None) -> bool:
    """Tell whether closing would lose what somebody would miss.

    With a file that is whatever the file would hold otherwise, but for what is only looked at: the
    view, the function described, the point. Without one it is what was typed; trying the functions
    that the program brings is no work yet.

    Args:
        present: What there is to save.
        saved: What the file holds; None without a file.
    """
    if saved is None:
        return any(is_own(name) for name in present.curves.own)
    return _work(present) != _work(saved)


def _work(setup: ActivationSetup) -> tuple[object, ...]:
    curves = setup.curves
    settings = {name: dict(values) for name, values in curves.settings.items()}
    return (
        list(curves.chosen.items()), settings, curves.threshold, curves.layers,
        curves.shows_saturation, curves.shows_tangent, list(curves.own.items()),
        setup.signals, setup.linear,
    )  # fmt: skip
