"""Rules with one learning rate for every coordinate: SGD, momentum, Nesterov's momentum."""

from __future__ import annotations

from engine.arrays import Array
from engine.optimizers.common import GRADIENT, STEP, decay, learning_rate
from engine.optimizers.optimizer import (
    Optimizer,
    Settings,
    State,
    Term,
    Update,
    Variant,
    same_point,
)

# Menus list the rules in the order in which they were invented, and these came first.
ORDER = -1

VELOCITY = Term("velocity", "v", "velocity")
_ROLLING = VELOCITY.by("{momentum}*{old velocity} - {learning_rate}*{gradient}")
_GATHERING = VELOCITY.by("{momentum}*{old velocity} + {gradient}")


def sgd(
    point: Array, state: State, gradient: Array, settings: Settings, step_number: int
) -> Update:
    """Step against the gradient: w ← w − ηg."""
    step = -settings["learning_rate"] * gradient
    return Update(point + step, state, {"gradient": gradient, "step": step})


def momentum(
    point: Array, state: State, gradient: Array, settings: Settings, step_number: int
) -> Update:
    """Keep a share γ of the last step: v ← γv − ηg, w ← w + v."""
    velocity = settings["momentum"] * state[0] - settings["learning_rate"] * gradient
    terms = {"gradient": gradient, "velocity": velocity, "step": velocity}
    return Update(point + velocity, (velocity,), terms)


def look_ahead(point: Array, state: State, settings: Settings) -> Array:
    """Return w + γv, where momentum alone would carry the point."""
    return point + settings["momentum"] * state[0]


def momentum_buffer(
    point: Array, state: State, gradient: Array, settings: Settings, step_number: int
) -> Update:
    """Keep the sum of gradients and scale it by η last: v ← γv + g, w ← w − ηv."""
    velocity = settings["momentum"] * state[0] + gradient
    step = -settings["learning_rate"] * velocity
    terms = {"gradient": gradient, "velocity": velocity, "step": step}
    return Update(point + step, (velocity,), terms)


def nesterov_buffer(
    point: Array, state: State, gradient: Array, settings: Settings, step_number: int
) -> Update:
    """Step as if the gradient here were the one ahead: v ← γv + g, w ← w − η(g + γv)."""
    velocity = settings["momentum"] * state[0] + gradient
    ahead = gradient + settings["momentum"] * velocity
    step = -settings["learning_rate"] * ahead
    terms = {"gradient": gradient, "velocity": velocity, "ahead": ahead, "step": step}
    return Update(point + step, (velocity,), terms)


def _momentum_setting() -> tuple[str, str, str, float, str]:
    return (
        "momentum",
        "momentum",
        r"\gamma",
        0.9,
        "Share of the last velocity that is kept; 0 makes it plain SGD.",
    )


RECORDS = (
    Optimizer(
        name="sgd",
        training_rate=1.0,
        in_course=True,
        title="SGD",
        aliases=("gradient_descent",),
        settings=(learning_rate(0.01),),
        summary="Steps straight down the slope, in proportion to it.",
        convention="PyTorch and Optax apply the same rule.",
        reference="Robbins and Monro, A stochastic approximation method, 1951",
        rule_latex=(r"w \leftarrow w - \eta\, g",),
        terms=(GRADIENT, STEP.by("-{learning_rate}*{gradient}")),
        memory=0,
        rule=sgd,
    ),
    Optimizer(
        name="momentum",
        training_rate=0.1,
        in_course=True,
        title="Momentum",
        settings=(learning_rate(0.01), decay(*_momentum_setting())),
        summary="Rolls like a ball: slopes that agree add up, slopes that alternate cancel.",
        convention=(
            "PyTorch and Optax write v ← γv + g and w ← w − ηv: the same path while η is "
            "constant, another one once η changes."
        ),
        reference="Polyak, Some methods of speeding up the convergence of iteration methods, 1964",
        rule_latex=(r"v \leftarrow \gamma v - \eta\, g", r"w \leftarrow w + v"),
        terms=(GRADIENT, _ROLLING, STEP.by("{velocity}")),
        memory=1,
        rule=momentum,
        variants=(
            Variant(
                name="pytorch",
                title="PyTorch, Optax",
                summary="η scales the velocity when it is used, not when it is gathered.",
                rule=momentum_buffer,
                rule_latex=(r"v \leftarrow \gamma v + g", r"w \leftarrow w - \eta\, v"),
                terms=(GRADIENT, _GATHERING, STEP.by("-{learning_rate}*{velocity}")),
            ),
        ),
    ),
    Optimizer(
        name="nag",
        training_rate=0.1,
        in_course=True,
        title="NAG",
        aliases=("nesterov",),
        settings=(learning_rate(0.01), decay(*_momentum_setting())),
        summary="Momentum that looks ahead: it takes the slope where the velocity will carry it.",
        convention=(
            "Here g is the gradient at the look-ahead point w + γv. PyTorch and Optax take it at "
            "their w and step by η(g + γv): their w is this rule's look-ahead point."
        ),
        reference="Nesterov, A method of solving a convex programming problem, 1983",
        rule_latex=(
            r"g = \nabla L(w + \gamma v)",
            r"v \leftarrow \gamma v - \eta\, g",
            r"w \leftarrow w + v",
        ),
        terms=(GRADIENT, _ROLLING, STEP.by("{velocity}")),
        memory=1,
        rule=momentum,
        look_ahead=look_ahead,
        variants=(
            Variant(
                name="pytorch",
                title="PyTorch, Optax",
                summary="Takes the gradient at w, and w is what the course calls the point ahead.",
                rule=nesterov_buffer,
                look_ahead=same_point,
                rule_latex=(
                    r"v \leftarrow \gamma v + g",
                    r"w \leftarrow w - \eta\, (g + \gamma v)",
                ),
                terms=(
                    GRADIENT,
                    _GATHERING,
                    Term("ahead", r"g + \gamma v", "velocity ahead").by(
                        "{gradient} + {momentum}*{velocity}"
                    ),
                    STEP.by("-{learning_rate}*{ahead}"),
                ),
            ),
        ),
    ),
)
