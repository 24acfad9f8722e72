"""Rules that came after Adam: Nadam, AdamW and Lion."""

from __future__ import annotations

import numpy as np

from engine.arrays import Array
from engine.optimizers.adaptive import (
    FIRST_CORRECTED,
    FIRST_MOMENT,
    SECOND_CORRECTED,
    SECOND_MOMENT,
)
from engine.optimizers.common import GRADIENT, STEP, decay, epsilon, learning_rate
from engine.optimizers.optimizer import Optimizer, Settings, State, Term, Update, Variant
from engine.settings import Setting

# In the order in which they were invented, after the course's own.
ORDER = 1

# Dozat's schedule for the share that looks ahead: it starts at half of β₁ and rises to it.
_WARMING = 0.96


def nadam(
    point: Array, state: State, gradient: Array, settings: Settings, step_number: int
) -> Update:
    """Adam that looks ahead: w ← w − η·(β₁m̂ + (1−β₁)ĝ)/(√v̂ + ε), m̂ corrected for one step more."""
    share1, share2 = settings["beta1"], settings["beta2"]
    first = share1 * state[0] + (1.0 - share1) * gradient
    second = share2 * state[1] + (1.0 - share2) * (gradient * gradient)
    ahead = (
        share1 / (1.0 - share1 ** (step_number + 1)) * first
        + (1.0 - share1) / (1.0 - share1**step_number) * gradient
    )
    second_corrected = second / (1.0 - share2**step_number)
    step = -settings["learning_rate"] * ahead / (np.sqrt(second_corrected) + settings["epsilon"])
    terms = {
        "gradient": gradient,
        "first_moment": first,
        "second_moment": second,
        "ahead": ahead,
        "second_corrected": second_corrected,
        "step": step,
    }
    return Update(point + step, (first, second), terms)


def nadam_warming(
    point: Array, state: State, gradient: Array, settings: Settings, step_number: int
) -> Update:
    """Nadam whose share ahead warms up: μₜ = β₁(1 − 0.96^(tψ)/2), corrected by their product."""
    share1, share2 = settings["beta1"], settings["beta2"]
    warming = _WARMING ** settings["momentum_decay"]
    share = share1 * (1.0 - 0.5 * warming**step_number)
    next_share = share1 * (1.0 - 0.5 * warming ** (step_number + 1))
    first = share1 * state[0] + (1.0 - share1) * gradient
    second = share2 * state[1] + (1.0 - share2) * (gradient * gradient)
    product = state[2] * share
    ahead = next_share * first / (1.0 - product * next_share) + (1.0 - share) * gradient / (
        1.0 - product
    )
    second_corrected = second / (1.0 - share2**step_number)
    step = -settings["learning_rate"] * ahead / (np.sqrt(second_corrected) + settings["epsilon"])
    terms = {
        "gradient": gradient,
        "first_moment": first,
        "second_moment": second,
        "product": product,
        "ahead": ahead,
        "second_corrected": second_corrected,
        "step": step,
    }
    return Update(point + step, (first, second, product), terms)


def _decaying_adam(
    point: Array, state: State, gradient: Array, settings: Settings, step_number: int, pull: float
) -> Update:
    share1, share2 = settings["beta1"], settings["beta2"]
    first = share1 * state[0] + (1.0 - share1) * gradient
    second = share2 * state[1] + (1.0 - share2) * (gradient * gradient)
    first_corrected = first / (1.0 - share1**step_number)
    second_corrected = second / (1.0 - share2**step_number)
    shrinking = -pull * point
    root = np.sqrt(second_corrected) + settings["epsilon"]
    step = shrinking - settings["learning_rate"] * first_corrected / root
    terms = {
        "gradient": gradient,
        "first_moment": first,
        "second_moment": second,
        "first_corrected": first_corrected,
        "second_corrected": second_corrected,
        "shrinking": shrinking,
        "step": step,
    }
    return Update(point + step, (first, second), terms)


def adamw(
    point: Array, state: State, gradient: Array, settings: Settings, step_number: int
) -> Update:
    """Adam's step beside a decay that is not divided by the root: w ← w − ηλw − ηm̂/(√v̂+ε)."""
    pull = settings["learning_rate"] * settings["weight_decay"]
    return _decaying_adam(point, state, gradient, settings, step_number, pull)


def adamw_paper(
    point: Array, state: State, gradient: Array, settings: Settings, step_number: int
) -> Update:
    """AdamW whose decay does not depend on the rate: w ← w − λw − ηm̂/(√v̂+ε)."""
    return _decaying_adam(point, state, gradient, settings, step_number, settings["weight_decay"])


def lion(
    point: Array, state: State, gradient: Array, settings: Settings, step_number: int
) -> Update:
    """Step by a sign alone: c = β₁m + (1−β₁)g, w ← w − η(sign c + λw), m ← β₂m + (1−β₂)g."""
    share1, share2 = settings["beta1"], settings["beta2"]
    mixed = share1 * state[0] + (1.0 - share1) * gradient
    sign = np.sign(mixed)
    step = -settings["learning_rate"] * (sign + settings["weight_decay"] * point)
    first = share2 * state[0] + (1.0 - share2) * gradient
    terms = {
        "gradient": gradient,
        "mixed": mixed,
        "sign": sign,
        "first_moment": first,
        "step": step,
    }
    return Update(point + step, (first,), terms)


def _weight_decay(default: float) -> Setting:
    return Setting(
        name="weight_decay",
        title="weight decay",
        symbol=r"\lambda",
        default=default,
        minimum=0.0,
        maximum=1.0,
        logarithmic=True,
        summary="How strongly the parameters are drawn towards 0 beside each step.",
    )


def _adam_settings(rate: float) -> tuple[Setting, ...]:
    return (
        learning_rate(rate),
        decay("beta1", "first decay", r"\beta_1", 0.9, "Share of the past in the mean of g."),
        decay("beta2", "second decay", r"\beta_2", 0.999, "Share of the past in the mean of g²."),
        epsilon(1e-8),
    )


_MOMENTS = (
    r"m \leftarrow \beta_1 m + (1 - \beta_1)\, g",
    r"v \leftarrow \beta_2 v + (1 - \beta_2)\, g^2",
)
_SHRINKING = Term("shrinking", r"-\eta \lambda w", "decay").by(
    "-{learning_rate}*{weight_decay}*{point}"
)
_AHEAD = Term("ahead", r"\tilde m", "moment ahead")
_SHARE = "{beta1}*(1 - 0.96**({t}*{momentum_decay})/2)"
_NEXT_SHARE = "{beta1}*(1 - 0.96**(({t} + 1)*{momentum_decay})/2)"
_AHEAD_STEP = STEP.by("-{learning_rate}*{ahead}/(sqrt({second_corrected}) + {epsilon})")
_SHRINKING_STEP = STEP.by(
    "{shrinking} - {learning_rate}*{first_corrected}/(sqrt({second_corrected}) + {epsilon})"
)

RECORDS = (
    Optimizer(
        name="nadam",
        is_scale_free=True,
        title="Nadam",
        settings=_adam_settings(0.01),
        summary="Adam with Nesterov's look ahead: the newest gradient counts twice.",
        convention=(
            "Optax applies the same rule. PyTorch lets the share ahead rise from half of β₁ to "
            "β₁, as the paper proposes."
        ),
        reference="Dozat, Incorporating Nesterov momentum into Adam, 2016",
        rule_latex=(
            *_MOMENTS,
            r"\tilde m = \frac{\beta_1 m}{1 - \beta_1^{t+1}} + "
            r"\frac{(1 - \beta_1)\, g}{1 - \beta_1^t} \quad \hat v = \frac{v}{1 - \beta_2^t}",
            r"w \leftarrow w - \frac{\eta\, \tilde m}{\sqrt{\hat v} + \epsilon}",
        ),
        terms=(
            GRADIENT,
            FIRST_MOMENT,
            SECOND_MOMENT,
            _AHEAD.by(
                "{beta1}/(1 - {beta1}**({t} + 1))*{first_moment}"
                " + (1 - {beta1})/(1 - {beta1}**{t})*{gradient}"
            ),
            SECOND_CORRECTED,
            _AHEAD_STEP,
        ),
        memory=2,
        rule=nadam,
        variants=(
            Variant(
                name="pytorch",
                title="PyTorch",
                summary="The share ahead warms up, quicker with a larger ψ.",
                rule=nadam_warming,
                rule_latex=(
                    *_MOMENTS,
                    r"\mu_t = \beta_1 \left(1 - \frac{0.96^{t \psi}}{2}\right)"
                    r"\quad M \leftarrow M \mu_t",
                    r"\tilde m = \frac{\mu_{t+1}\, m}{1 - M \mu_{t+1}} + "
                    r"\frac{(1 - \mu_t)\, g}{1 - M} \quad \hat v = \frac{v}{1 - \beta_2^t}",
                    r"w \leftarrow w - \frac{\eta\, \tilde m}{\sqrt{\hat v} + \epsilon}",
                ),
                terms=(
                    GRADIENT,
                    FIRST_MOMENT,
                    SECOND_MOMENT,
                    Term("product", "M", "product of the shares").by(f"{{old product}}*{_SHARE}"),
                    _AHEAD.by(
                        f"{_NEXT_SHARE}*{{first_moment}}/(1 - {{product}}*{_NEXT_SHARE})"
                        f" + (1 - {_SHARE})*{{gradient}}/(1 - {{product}})"
                    ),
                    SECOND_CORRECTED,
                    _AHEAD_STEP,
                ),
                more_settings=(
                    Setting(
                        name="momentum_decay",
                        title="warming",
                        symbol=r"\psi",
                        default=0.004,
                        minimum=0.0,
                        maximum=1.0,
                        logarithmic=True,
                        summary="How quickly the share ahead rises.",
                    ),
                ),
                memory_start=(0.0, 0.0, 1.0),
            ),
        ),
    ),
    Optimizer(
        name="adamw",
        is_scale_free=True,
        title="AdamW",
        settings=(*_adam_settings(0.01), _weight_decay(0.01)),
        summary="Adam with a weight decay that its scaling does not touch.",
        convention=(
            "PyTorch, Optax and Keras apply the same rule: the decay is scaled by η. The paper "
            "keeps it apart from η."
        ),
        reference="Loshchilov and Hutter, Decoupled weight decay regularization, 2017",
        rule_latex=(
            *_MOMENTS,
            r"\hat m = \frac{m}{1 - \beta_1^t} \quad \hat v = \frac{v}{1 - \beta_2^t}",
            r"w \leftarrow w - \eta \lambda w - \frac{\eta\, \hat m}{\sqrt{\hat v} + \epsilon}",
        ),
        terms=(
            GRADIENT,
            FIRST_MOMENT,
            SECOND_MOMENT,
            FIRST_CORRECTED,
            SECOND_CORRECTED,
            _SHRINKING,
            _SHRINKING_STEP,
        ),
        memory=2,
        rule=adamw,
        variants=(
            Variant(
                name="paper",
                title="Loshchilov and Hutter",
                summary="The decay does not depend on the rate, so it must be far smaller.",
                rule=adamw_paper,
                rule_latex=(
                    *_MOMENTS,
                    r"\hat m = \frac{m}{1 - \beta_1^t} \quad \hat v = \frac{v}{1 - \beta_2^t}",
                    r"w \leftarrow w - \lambda w - \frac{\eta\, \hat m}{\sqrt{\hat v} + \epsilon}",
                ),
                terms=(
                    GRADIENT,
                    FIRST_MOMENT,
                    SECOND_MOMENT,
                    FIRST_CORRECTED,
                    SECOND_CORRECTED,
                    Term("shrinking", r"-\lambda w", "decay").by("-{weight_decay}*{point}"),
                    _SHRINKING_STEP,
                ),
                defaults={"weight_decay": 1e-4},
            ),
        ),
    ),
    Optimizer(
        name="lion",
        is_scale_free=True,
        title="Lion",
        settings=(
            learning_rate(0.001),
            decay("beta1", "first decay", r"\beta_1", 0.9, "Share of the past in the step."),
            decay("beta2", "second decay", r"\beta_2", 0.99, "Share of the past in the memory."),
            _weight_decay(0.0),
        ),
        summary="Uses nothing but signs: every coordinate moves by the same amount each step.",
        convention="Optax applies the same rule, with a weight decay of 0.001; PyTorch has none.",
        reference="Chen et al., Symbolic discovery of optimization algorithms, 2023, algorithm 2",
        rule_latex=(
            r"c = \beta_1 m + (1 - \beta_1)\, g",
            r"w \leftarrow w - \eta\, (\mathrm{sign}(c) + \lambda w)",
            r"m \leftarrow \beta_2 m + (1 - \beta_2)\, g",
        ),
        terms=(
            GRADIENT,
            Term("mixed", "c", "mixed direction").by(
                "{beta1}*{old first_moment} + (1 - {beta1})*{gradient}"
            ),
            Term("sign", r"\mathrm{sign}(c)", "its sign"),
            FIRST_MOMENT.by("{beta2}*{old first_moment} + (1 - {beta2})*{gradient}"),
            STEP.by("-{learning_rate}*({sign} + {weight_decay}*{point})"),
        ),
        memory=1,
        rule=lion,
    ),
)
