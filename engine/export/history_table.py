"""The history of a training as a table of text."""

from __future__ import annotations

import math
from collections.abc import Sequence

from engine.training.run.moment import Moment

_COLUMNS = (
    "step", "epochs", "loss", "data_loss", "accuracy", "test_loss", "test_accuracy",
    "update_norm", "rate",
)  # fmt: skip


def history_csv(moments: Sequence[Moment]) -> str:
    """Return a line for each moment kept, numbers with all digits; what is not there is empty.

    Args:
        moments: At least one; all of one network.
    """
    layers = len(moments[0].gradient_norms)
    lines = [",".join([*_COLUMNS, *(f"gradient_norm_{layer + 1}" for layer in range(layers))])]
    for moment in moments:
        numbers = [*(getattr(moment, name) for name in _COLUMNS), *moment.gradient_norms]
        lines.append(",".join(_text(number) for number in numbers))
    return "\n".join([*lines, ""])


def _text(number: float) -> str:
    if math.isnan(number):
        return ""
    # The text of a number of NumPy's would begin with its type; .15g and the like lose digits.
    return repr(number if isinstance(number, int) else float(number))
