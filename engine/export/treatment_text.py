"""What is done to a gradient or point around an update, as lines of a program."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from string import Template

from engine.optimizers.treatments import Treated

# For each treatment the line in NumPy's words and in PyTorch's; they use the settings by name.
LINES: Mapping[str, tuple[str, str]] = {
    "clip_norm": (
        "gradient = gradient * ($limit / np.maximum(np.sqrt(np.sum(gradient * gradient)), $limit))",
        "gradient = gradient * ($limit / torch.clamp(torch.sqrt(torch.sum(gradient * gradient)), "
        "min=$limit))",
    ),
    "clip_value": (
        "gradient = np.clip(gradient, -$limit, $limit)",
        "gradient = torch.clamp(gradient, -$limit, $limit)",
    ),
    "gradient_noise": (
        "gradient = gradient + ($variance / step ** $fading) ** 0.5 "
        "* np.random.default_rng((int($seed), step)).standard_normal(gradient.shape)",
        "gradient = gradient + ($variance / step ** $fading) ** 0.5 * torch.from_numpy("
        "np.random.default_rng((int($seed), step)).standard_normal(gradient.shape))",
    ),
    "weight_decay": ("gradient = gradient + $weight_decay * point",) * 2,
    "decoupled_weight_decay": ("point = point * (1.0 - learning_rate * $weight_decay)",) * 2,
}


def treatment_lines(treatments: Sequence[Treated], *, torch: bool) -> list[str]:
    """Return a line for each treatment, in order.

    Those of the point come last: those of the gradient look at the point before.
    """
    last = [item for item in treatments if _is_of_point(item)]
    first = [item for item in treatments if not _is_of_point(item)]
    return [
        Template(LINES[item.treatment.name][torch]).substitute(
            {name: repr(float(value)) for name, value in item.settings.items()}
        )
        for item in (*first, *last)
    ]


def _is_of_point(item: Treated) -> bool:
    return LINES[item.treatment.name][0].startswith("point")
