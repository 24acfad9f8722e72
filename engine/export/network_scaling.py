"""What the programs of a network standardize by, so that they take samples in their own units."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np

from engine.arrays import Array, as_array
from engine.export.program_text import indented
from engine.training.datasets.dataset import Dataset

MEANS, DEVIATIONS = "INPUT_MEANS", "INPUT_DEVIATIONS"
TARGET_MEANS, TARGET_DEVIATIONS = "TARGET_MEANS", "TARGET_DEVIATIONS"


def scale_lines(data: Dataset, array: Callable[[Array], str]) -> list[str]:
    """Return the lines that hold what inputs and targets are standardized by; none without.

    Args:
        data: The samples as the network takes them.
        array: Writes an array in the program's language.
    """
    lines: list[str] = []
    for scales, title, names in (
        (data.scales, "input", (MEANS, DEVIATIONS)),
        (data.target_scales, "target", (TARGET_MEANS, TARGET_DEVIATIONS)),
    ):
        if not scales:
            continue
        lines.append(
            f"# Each {title} is standardized by the samples to train on: "
            f"({title} - mean) / deviation."
        )
        numbers = (as_array(part) for part in np.transpose(scales))
        lines += [f"{name} = {array(part)}" for name, part in zip(names, numbers, strict=True)]
    return lines


def scaled_samples(data: Dataset, name: str) -> str:
    """Return what the network takes in place of its samples' inputs, by their name."""
    return f"({name} - {MEANS}) / {DEVIATIONS}" if data.scales else name


def scaled_targets(data: Dataset, name: str) -> str:
    """Return what the network compares with in place of its samples' targets, by their name."""
    return f"({name} - {TARGET_MEANS}) / {TARGET_DEVIATIONS}" if data.target_scales else name


def own_units_function(data: Dataset, inputs: str, arguments: str, called: str) -> str:
    """Return ``predict``, which takes and gives the samples' own units.

    Args:
        data: The samples as the network takes them.
        inputs: The name of its argument for the inputs.
        arguments: Its arguments, the inputs among them.
        called: What computes the prediction from standardized inputs, with the same arguments.
    """
    result = f"{called}({arguments})"
    if data.target_scales:
        result += f" * {TARGET_DEVIATIONS} + {TARGET_MEANS}"
    lines = [
        '"""Return the prediction for each row of samples, both in their own units."""',
        f"{inputs} = {scaled_samples(data, inputs)}",
        f"return {result}",
    ]
    return f"def predict({arguments}):\n{indented(lines)}\n"
