"""Treatments: what is done to a gradient or a point around an update, as records."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field

import numpy as np

from engine.arrays import Array
from engine.optimizers.optimizer import Term
from engine.registry import Registry
from engine.settings import Setting, complete

Settings = Mapping[str, float]
GradientRule = Callable[[Array, Array, int, Settings], Array]
PointRule = Callable[[Array, float, Settings], Array]
PieceRule = Callable[[Array, Array, int, Settings], Mapping[str, Array]]


def _same_gradient(gradient: Array, point: Array, step_number: int, settings: Settings) -> Array:
    return gradient


def _same_point(point: Array, rate: float, settings: Settings) -> Array:
    return point


def _no_pieces(
    gradient: Array, point: Array, step_number: int, settings: Settings
) -> Mapping[str, Array]:
    return {}


@dataclass(frozen=True, kw_only=True)
class Treatment:
    """A change of the gradient before an update, or of the point beside it. It keeps nothing.

    Attributes:
        name: Unique identifier.
        title: Name for people.
        settings: The numbers it takes.
        summary: One English sentence on what it does and what for.
        reference: Where it is from.
        rule_latex: What it does, as one LaTeX line.
        gradient: ``gradient(gradient, point, step_number, settings)`` returns the gradient that
            the optimizer is to see, of the same shape; the first step is number 1.
        point: ``point(point, rate, settings)`` returns the point that the step starts from.
        pieces: The terms between the gradient that comes in and the one that goes out.
        piece_values: ``piece_values(gradient, point, step_number, settings)`` returns these terms
            by name, each of the gradient's shape.
        gradient_formula: How the outgoing gradient is computed, as a term's formula; beside what
            such a formula may name there is ``{incoming}``, the gradient that comes in, and the
            pieces. Empty if the gradient stays.
        point_formula: Likewise for the point that the step starts from.
        aliases: Other names people use.
    """

    name: str
    title: str
    settings: tuple[Setting, ...]
    summary: str
    reference: str
    rule_latex: str
    gradient: GradientRule = field(default=_same_gradient, repr=False)
    point: PointRule = field(default=_same_point, repr=False)
    pieces: tuple[Term, ...] = ()
    piece_values: PieceRule = field(default=_no_pieces, repr=False)
    gradient_formula: str = ""
    point_formula: str = ""
    aliases: tuple[str, ...] = ()


@dataclass(frozen=True)
class Treated:
    """A treatment with the settings it is to use.

    Raises:
        SettingError: A setting is unknown or out of range.
    """

    treatment: Treatment
    settings: Settings = field(default_factory=dict)

    __hash__ = None  # type: ignore[assignment]  # its settings cannot be hashed

    def __post_init__(self) -> None:
        object.__setattr__(self, "settings", complete(self.treatment.settings, self.settings))


def treat_gradient(
    treatments: Sequence[Treated], gradient: Array, point: Array, step_number: int
) -> Array:
    """Return a gradient after all treatments, in their order.

    Args:
        treatments: What to do.
        gradient: Shape (parameters,), or (parameters, starts) for many starts at once.
        point: Where it was taken, of the same shape.
        step_number: 1 for the first step.
    """
    for item in treatments:
        gradient = item.treatment.gradient(gradient, point, step_number, item.settings)
    return gradient


def treat_point(treatments: Sequence[Treated], point: Array, rate: float) -> Array:
    """Return the point that a step with this learning rate starts from."""
    for item in treatments:
        point = item.treatment.point(point, rate, item.settings)
    return point


def _coupled_decay(gradient: Array, point: Array, step_number: int, settings: Settings) -> Array:
    return gradient + settings["weight_decay"] * point


def _decoupled_decay(point: Array, rate: float, settings: Settings) -> Array:
    return point * (1.0 - rate * settings["weight_decay"])


def _pull(
    gradient: Array, point: Array, step_number: int, settings: Settings
) -> Mapping[str, Array]:
    return {"pull": settings["weight_decay"] * point}


def _kept_share(
    gradient: Array, point: Array, step_number: int, settings: Settings
) -> Mapping[str, Array]:
    length = np.broadcast_to(np.sqrt(np.sum(gradient * gradient, axis=0)), gradient.shape)
    share = settings["limit"] / np.maximum(length, settings["limit"])
    return {"length": length, "share": share}


def _drawn_noise(
    gradient: Array, point: Array, step_number: int, settings: Settings
) -> Mapping[str, Array]:
    # A generator of its own for each step: any step can be replayed without those before it.
    draw = np.random.default_rng((int(settings["seed"]), step_number))
    spread = np.sqrt(settings["variance"] / step_number ** settings["fading"])
    return {"noise": spread * draw.standard_normal(gradient.shape)}


def _clip_norm(gradient: Array, point: Array, step_number: int, settings: Settings) -> Array:
    length = np.sqrt(np.sum(gradient * gradient, axis=0))
    # Dividing by the larger of the two leaves a short gradient exactly as it is.
    return np.asarray(gradient * (settings["limit"] / np.maximum(length, settings["limit"])))


def _clip_value(gradient: Array, point: Array, step_number: int, settings: Settings) -> Array:
    return np.clip(gradient, -settings["limit"], settings["limit"])


def _noise(gradient: Array, point: Array, step_number: int, settings: Settings) -> Array:
    return np.asarray(gradient + _drawn_noise(gradient, point, step_number, settings)["noise"])


def _weight_decay() -> Setting:
    return Setting(
        name="weight_decay",
        title="weight decay",
        symbol=r"\lambda",
        default=5e-4,
        minimum=0.0,
        maximum=10.0,
        logarithmic=True,
        summary="How strongly the parameters are drawn towards 0.",
    )


def _limit(summary: str) -> Setting:
    return Setting(
        name="limit",
        title="limit",
        symbol="c",
        default=1.0,
        minimum=1e-6,
        maximum=1e6,
        logarithmic=True,
        summary=summary,
    )


_PASCANU = "Pascanu, Mikolov and Bengio, On the difficulty of training recurrent networks, 2013"

TREATMENTS: Registry[Treatment] = Registry(
    (
        Treatment(
            name="clip_norm",
            title="Clipping by norm",
            settings=(_limit("The greatest length that a gradient keeps."),),
            summary="Shortens a gradient that is longer than the limit, and keeps its direction.",
            reference=_PASCANU,
            rule_latex=r"g \leftarrow g \cdot \min\left(1, \frac{c}{\lVert g \rVert}\right)",
            gradient=_clip_norm,
            pieces=(
                Term(
                    "length",
                    r"\ell",
                    "length of the gradient",
                    "sqrt({first part} ** 2 + {second part} ** 2)",
                ),
                Term("share", "s", "share that is kept", "min(1, {limit} / {length})"),
            ),
            piece_values=_kept_share,
            gradient_formula="{incoming} * {share}",
        ),
        Treatment(
            name="clip_value",
            title="Clipping by value",
            settings=(_limit("The greatest size that each part of a gradient keeps."),),
            summary="Cuts each part of a gradient at the limit, which turns its direction.",
            reference=_PASCANU,
            rule_latex=r"g \leftarrow \max(-c, \min(g, c))",
            gradient=_clip_value,
            gradient_formula="max(-{limit}, min({incoming}, {limit}))",
        ),
        Treatment(
            name="gradient_noise",
            title="Gradient noise",
            settings=(
                Setting(
                    name="variance",
                    title="variance",
                    symbol=r"\sigma^2",
                    default=0.01,
                    minimum=0.0,
                    maximum=100.0,
                    summary="The variance of the noise at the first step.",
                ),
                Setting(
                    name="fading",
                    title="fading",
                    symbol=r"\gamma",
                    default=0.55,
                    minimum=0.0,
                    maximum=2.0,
                    summary="How quickly the noise dies down; 0 keeps it for ever.",
                ),
                Setting(
                    name="seed",
                    title="seed",
                    symbol="s",
                    default=0,
                    minimum=0,
                    maximum=2**31,
                    integer=True,
                    summary="Which noise; the same seed gives the same noise.",
                ),
            ),
            summary="Adds Gaussian noise that dies down, which helps off saddles and ledges.",
            reference="Neelakantan et al., Adding gradient noise improves learning, 2015",
            rule_latex=r"g \leftarrow g + \mathcal{N}(0, \sigma^2 / t^{\gamma})",
            gradient=_noise,
            pieces=(Term("noise", "n", "noise drawn for this step"),),
            piece_values=_drawn_noise,
            gradient_formula="{incoming} + {noise}",
        ),
        Treatment(
            name="weight_decay",
            title="Weight decay, coupled",
            aliases=("l2",),
            settings=(_weight_decay(),),
            summary="Adds a pull towards 0 to the gradient, so that the method scales the pull.",
            reference="Krogh and Hertz, A simple weight decay can improve generalization, 1991",
            rule_latex=r"g \leftarrow g + \lambda w",
            gradient=_coupled_decay,
            pieces=(Term("pull", "d", "pull towards 0", "{weight_decay} * {point}"),),
            piece_values=_pull,
            gradient_formula="{incoming} + {pull}",
        ),
        Treatment(
            name="decoupled_weight_decay",
            title="Weight decay, decoupled",
            settings=(_weight_decay(),),
            summary="Shrinks the parameters beside the step, whatever the method makes of it.",
            reference="Loshchilov and Hutter, Decoupled weight decay regularization, 2017",
            rule_latex=r"w \leftarrow (1 - \eta \lambda)\, w",
            point=_decoupled_decay,
            point_formula="(1 - {learning_rate} * {weight_decay}) * {point}",
        ),
    )
)
