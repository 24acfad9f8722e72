"""Rules that scale each coordinate by its own past gradients: Adagrad to Adam."""

from __future__ import annotations

import numpy as np

from engine.arrays import Array
from engine.optimizers.common import GRADIENT, STEP, decay, epsilon, learning_rate
from engine.optimizers.optimizer import Optimizer, Settings, State, Term, Update, Variant


def adagrad(
    point: Array, state: State, gradient: Array, settings: Settings, step_number: int
) -> Update:
    """Divide by the root of all squared gradients so far: w ← w − ηg/√(G+ε)."""
    total = state[0] + gradient * gradient
    root = np.sqrt(total + settings["epsilon"])
    step = -settings["learning_rate"] * gradient / root
    terms = {"gradient": gradient, "total": total, "root": root, "step": step}
    return Update(point + step, (total,), terms)


def rmsprop(
    point: Array, state: State, gradient: Array, settings: Settings, step_number: int
) -> Update:
    """Divide by the root of a fading mean of squared gradients: w ← w − ηg/√(G+ε)."""
    share = settings["decay"]
    mean = share * state[0] + (1.0 - share) * (gradient * gradient)
    root = np.sqrt(mean + settings["epsilon"])
    step = -settings["learning_rate"] * gradient / root
    terms = {"gradient": gradient, "mean_square": mean, "root": root, "step": step}
    return Update(point + step, (mean,), terms)


def adadelta(
    point: Array, state: State, gradient: Array, settings: Settings, step_number: int
) -> Update:
    """Scale by past steps over past gradients: Δ = −√(E[Δ²]+ε)/√(E[g²]+ε)·g, w ← w + ηΔ."""
    share, small = settings["decay"], settings["epsilon"]
    mean = share * state[0] + (1.0 - share) * (gradient * gradient)
    raw = -np.sqrt(state[1] + small) / np.sqrt(mean + small) * gradient
    mean_step = share * state[1] + (1.0 - share) * (raw * raw)
    step = settings["learning_rate"] * raw
    terms = {
        "gradient": gradient,
        "mean_square": mean,
        "raw_step": raw,
        "mean_step": mean_step,
        "step": step,
    }
    return Update(point + step, (mean, mean_step), terms)


def adam(
    point: Array, state: State, gradient: Array, settings: Settings, step_number: int
) -> Update:
    """Momentum over RMSprop, both corrected for their start at zero: w ← w − ηm̂/(√v̂+ε)."""
    share1, share2 = settings["beta1"], settings["beta2"]
    first = share1 * state[0] + (1.0 - share1) * gradient
    second = share2 * state[1] + (1.0 - share2) * (gradient * gradient)
    first_corrected = first / (1.0 - share1**step_number)
    second_corrected = second / (1.0 - share2**step_number)
    root = np.sqrt(second_corrected)
    step = -settings["learning_rate"] * first_corrected / (root + settings["epsilon"])
    terms = {
        "gradient": gradient,
        "first_moment": first,
        "second_moment": second,
        "first_corrected": first_corrected,
        "second_corrected": second_corrected,
        "step": step,
    }
    return Update(point + step, (first, second), terms)


def adagrad_outside(
    point: Array, state: State, gradient: Array, settings: Settings, step_number: int
) -> Update:
    """Adagrad with ε beside the root: w ← w − ηg/(√G + ε)."""
    total = state[0] + gradient * gradient
    root = np.sqrt(total) + settings["epsilon"]
    step = -settings["learning_rate"] * gradient / root
    terms = {"gradient": gradient, "total": total, "root": root, "step": step}
    return Update(point + step, (total,), terms)


def rmsprop_outside(
    point: Array, state: State, gradient: Array, settings: Settings, step_number: int
) -> Update:
    """RMSprop with ε beside the root: w ← w − ηg/(√G + ε)."""
    share = settings["decay"]
    mean = share * state[0] + (1.0 - share) * (gradient * gradient)
    root = np.sqrt(mean) + settings["epsilon"]
    step = -settings["learning_rate"] * gradient / root
    terms = {"gradient": gradient, "mean_square": mean, "root": root, "step": step}
    return Update(point + step, (mean,), terms)


def adam_early_epsilon(
    point: Array, state: State, gradient: Array, settings: Settings, step_number: int
) -> Update:
    """Adam as the end of its section 2 orders it: w ← w − η·√(1−β₂ᵗ)/(1−β₁ᵗ)·m/(√v + ε)."""
    share1, share2 = settings["beta1"], settings["beta2"]
    first = share1 * state[0] + (1.0 - share1) * gradient
    second = share2 * state[1] + (1.0 - share2) * (gradient * gradient)
    rate = (
        settings["learning_rate"] * (1.0 - share2**step_number) ** 0.5 / (1.0 - share1**step_number)
    )
    step = -rate * first / (np.sqrt(second) + settings["epsilon"])
    terms = {
        "gradient": gradient,
        "first_moment": first,
        "second_moment": second,
        "rate": rate + 0.0 * gradient,
        "step": step,
    }
    return Update(point + step, (first, second), terms)


FIRST_MOMENT = Term("first_moment", "m", "first moment").by(
    "{beta1}*{old first_moment} + (1 - {beta1})*{gradient}"
)
SECOND_MOMENT = Term("second_moment", "v", "second moment").by(
    "{beta2}*{old second_moment} + (1 - {beta2})*{gradient}**2"
)
FIRST_CORRECTED = Term("first_corrected", r"\hat m", "first moment, corrected").by(
    "{first_moment}/(1 - {beta1}**{t})"
)
SECOND_CORRECTED = Term("second_corrected", r"\hat v", "second moment, corrected").by(
    "{second_moment}/(1 - {beta2}**{t})"
)
MEAN_SQUARE = Term("mean_square", "G", "fading mean of g²").by(
    "{decay}*{old mean_square} + (1 - {decay})*{gradient}**2"
)
_TOTAL = Term("total", "G", "sum of g²").by("{old total} + {gradient}**2")
_SCALED_STEP = STEP.by("-{learning_rate}*{gradient}/{root}")


def _root(symbol: str, formula: str) -> Term:
    return Term("root", symbol, "root").by(formula)


RECORDS = (
    Optimizer(
        name="adagrad",
        training_rate=0.5,
        is_scale_free=True,
        in_course=True,
        title="Adagrad",
        settings=(learning_rate(0.1), epsilon(1e-8)),
        summary="Gives each coordinate its own rate, which shrinks with every gradient it saw.",
        convention=(
            "Here ε stands inside the root and the sum starts at 0. PyTorch puts ε = 1e−10 "
            "outside the root; Optax starts the sum at 0.1 with ε = 1e−7 inside."
        ),
        reference="Duchi, Hazan and Singer, Adaptive subgradient methods, 2011",
        rule_latex=(
            r"G \leftarrow G + g^2",
            r"w \leftarrow w - \frac{\eta}{\sqrt{G + \epsilon}}\, g",
        ),
        terms=(
            GRADIENT,
            _TOTAL,
            _root(r"\sqrt{G + \epsilon}", "sqrt({total} + {epsilon})"),
            _SCALED_STEP,
        ),
        memory=1,
        rule=adagrad,
        variants=(
            Variant(
                name="pytorch",
                title="PyTorch",
                summary="Puts ε beside the root instead of under it.",
                rule=adagrad_outside,
                rule_latex=(
                    r"G \leftarrow G + g^2",
                    r"w \leftarrow w - \frac{\eta}{\sqrt{G} + \epsilon}\, g",
                ),
                terms=(
                    GRADIENT,
                    _TOTAL,
                    _root(r"\sqrt{G} + \epsilon", "sqrt({total}) + {epsilon}"),
                    _SCALED_STEP,
                ),
                defaults={"epsilon": 1e-10},
            ),
            Variant(
                name="optax",
                title="Optax",
                summary="Starts the sum at 0.1, so that the first step is not the longest.",
                defaults={"epsilon": 1e-7},
                memory_start=(0.1,),
            ),
        ),
    ),
    Optimizer(
        name="adadelta",
        training_rate=1.0,
        is_scale_free=True,
        needs_rate=False,
        in_course=True,
        title="Adadelta",
        settings=(
            learning_rate(1.0),
            decay("decay", "decay", r"\rho", 0.95, "Share of the past in both means."),
            epsilon(
                1e-6,
                "Also the size of the first steps: with no past step to go by, the rule starts "
                "from √ε, so a tiny ε creeps.",
            ),
        ),
        summary="Needs no learning rate: measures its steps by the steps it took before.",
        convention=(
            "The paper has no learning rate: η = 1 is the paper's rule, and η scales its step as "
            "in PyTorch and Optax."
        ),
        reference="Zeiler, ADADELTA: an adaptive learning rate method, 2012",
        rule_latex=(
            r"G \leftarrow \rho G + (1 - \rho)\, g^2",
            r"\Delta = -\frac{\sqrt{D + \epsilon}}{\sqrt{G + \epsilon}}\, g",
            r"D \leftarrow \rho D + (1 - \rho)\, \Delta^2",
            r"w \leftarrow w + \eta\, \Delta",
        ),
        terms=(
            GRADIENT,
            MEAN_SQUARE,
            Term("raw_step", r"\Delta", "step before η").by(
                "-sqrt({old mean_step} + {epsilon})/sqrt({mean_square} + {epsilon})*{gradient}"
            ),
            Term("mean_step", "D", "fading mean of Δ²").by(
                "{decay}*{old mean_step} + (1 - {decay})*{raw_step}**2"
            ),
            STEP.by("{learning_rate}*{raw_step}"),
        ),
        memory=2,
        rule=adadelta,
        variants=(
            Variant(
                name="pytorch",
                title="PyTorch, Optax",
                summary="The same rule, which forgets twice as quickly by default.",
                defaults={"decay": 0.9},
            ),
            Variant(
                name="keras",
                title="Keras",
                summary="The same rule with a learning rate of 0.001 by default, which creeps.",
                defaults={"learning_rate": 0.001, "epsilon": 1e-7},
            ),
        ),
    ),
    Optimizer(
        name="rmsprop",
        training_rate=0.05,
        is_scale_free=True,
        in_course=True,
        title="RMSprop",
        settings=(
            learning_rate(0.01),
            decay("decay", "decay", r"\gamma", 0.9, "Share of the past in the mean of g²."),
            epsilon(1e-8),
        ),
        summary="Adagrad that forgets: the root follows the recent gradients only.",
        convention=(
            "Here ε stands inside the root, as in Optax. PyTorch puts it outside and defaults to "
            "a decay of 0.99."
        ),
        reference="Tieleman and Hinton, Lecture 6.5: RMSprop, 2012",
        rule_latex=(
            r"G \leftarrow \gamma G + (1 - \gamma)\, g^2",
            r"w \leftarrow w - \frac{\eta}{\sqrt{G + \epsilon}}\, g",
        ),
        terms=(
            GRADIENT,
            MEAN_SQUARE,
            _root(r"\sqrt{G + \epsilon}", "sqrt({mean_square} + {epsilon})"),
            _SCALED_STEP,
        ),
        memory=1,
        rule=rmsprop,
        variants=(
            Variant(
                name="pytorch",
                title="PyTorch",
                summary="Puts ε beside the root, not under it, and remembers ten times longer.",
                rule=rmsprop_outside,
                rule_latex=(
                    r"G \leftarrow \gamma G + (1 - \gamma)\, g^2",
                    r"w \leftarrow w - \frac{\eta}{\sqrt{G} + \epsilon}\, g",
                ),
                terms=(
                    GRADIENT,
                    MEAN_SQUARE,
                    _root(r"\sqrt{G} + \epsilon", "sqrt({mean_square}) + {epsilon}"),
                    _SCALED_STEP,
                ),
                defaults={"decay": 0.99},
            ),
        ),
    ),
    Optimizer(
        name="adam",
        training_rate=0.05,
        is_scale_free=True,
        in_course=True,
        title="Adam",
        settings=(
            learning_rate(0.01),
            decay("beta1", "first decay", r"\beta_1", 0.9, "Share of the past in the mean of g."),
            decay(
                "beta2", "second decay", r"\beta_2", 0.999, "Share of the past in the mean of g²."
            ),
            epsilon(1e-8),
        ),
        summary="Momentum with RMSprop's scaling, both corrected for starting at zero.",
        convention=(
            "PyTorch and Optax apply the same rule; Keras and scikit-learn add ε before the "
            "correction."
        ),
        reference="Kingma and Ba, Adam: a method for stochastic optimization, 2014",
        rule_latex=(
            r"m \leftarrow \beta_1 m + (1 - \beta_1)\, g",
            r"v \leftarrow \beta_2 v + (1 - \beta_2)\, g^2",
            r"\hat m = \frac{m}{1 - \beta_1^t} \quad \hat v = \frac{v}{1 - \beta_2^t}",
            r"w \leftarrow w - \frac{\eta\, \hat m}{\sqrt{\hat v} + \epsilon}",
        ),
        terms=(
            GRADIENT,
            FIRST_MOMENT,
            SECOND_MOMENT,
            FIRST_CORRECTED,
            SECOND_CORRECTED,
            STEP.by("-{learning_rate}*{first_corrected}/(sqrt({second_corrected}) + {epsilon})"),
        ),
        memory=2,
        rule=adam,
        variants=(
            Variant(
                name="keras",
                title="Keras, scikit-learn",
                summary="Adds ε before the correction, so that early steps feel it more.",
                rule=adam_early_epsilon,
                rule_latex=(
                    r"m \leftarrow \beta_1 m + (1 - \beta_1)\, g",
                    r"v \leftarrow \beta_2 v + (1 - \beta_2)\, g^2",
                    r"\eta_t = \eta\, \frac{\sqrt{1 - \beta_2^t}}{1 - \beta_1^t}",
                    r"w \leftarrow w - \frac{\eta_t\, m}{\sqrt{v} + \epsilon}",
                ),
                terms=(
                    GRADIENT,
                    FIRST_MOMENT,
                    SECOND_MOMENT,
                    Term("rate", r"\eta_t", "corrected rate").by(
                        "{learning_rate}*sqrt(1 - {beta2}**{t})/(1 - {beta1}**{t})"
                    ),
                    STEP.by("-{rate}*{first_moment}/(sqrt({second_moment}) + {epsilon})"),
                ),
                defaults={"epsilon": 1e-7},
            ),
        ),
    ),
)
