"""What PyTorch's autograd answers for one operation at one place: value, and both modes."""

from __future__ import annotations

import importlib
import warnings
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np

from engine.arrays import Array
from engine.operations.operation import Operation
from tests.engine.reference.torch_functions import torch_functions


@dataclass(frozen=True)
class Answer:
    """An operation at one place.

    Attributes:
        operation: Its name.
        settings: All its settings.
        inputs: Its inputs.
        upstream: The gradient of its output.
        tangents: A direction for each input.
        value: Its output.
        downstream: For each input the gradient, or None where PyTorch has none that is finite.
        pushed: For each input the output's change in that direction, or None where PyTorch has no
            forward mode, or none that stays finite.
    """

    operation: str
    settings: Mapping[str, float]
    inputs: Sequence[Array]
    upstream: Array
    tangents: Sequence[Array]
    value: Array
    downstream: Sequence[Array | None]
    pushed: Sequence[Array | None]


def ask_torch(
    record: Operation, inputs: Sequence[Array], settings: Mapping[str, float], seed: int
) -> Answer:
    """Compute an answer with PyTorch, in double precision.

    Args:
        record: The operation.
        inputs: Its inputs.
        settings: All its settings.
        seed: Draws the upstream gradient and the directions.
    """
    torch = importlib.import_module("torch")
    function = torch_functions(torch)[record.name]
    tensors = [torch.tensor(value, dtype=torch.float64, requires_grad=True) for value in inputs]
    output = function(*tensors, **settings)
    rng = np.random.default_rng(seed)
    upstream = rng.normal(size=tuple(output.shape)).round(6)
    tangents = [rng.normal(size=np.shape(value)).round(6) for value in inputs]
    downstream = _downstream(torch, output, tensors, upstream)
    pushed = [
        None if gradient is None else _pushed(torch, function, tensors, index, tangents, settings)
        for index, gradient in enumerate(downstream)
    ]
    return Answer(
        record.name,
        dict(settings),
        list(inputs),
        np.asarray(upstream),
        [np.asarray(tangent) for tangent in tangents],
        output.detach().numpy(),
        downstream,
        pushed,
    )


def _downstream(
    torch: Any, output: Any, tensors: Sequence[Any], upstream: Any
) -> list[Array | None]:
    if not output.requires_grad:
        return [None] * len(tensors)
    gradients = torch.autograd.grad(output, tensors, torch.as_tensor(upstream), allow_unused=True)
    return [None if item is None else _finite(item) for item in gradients]


def _pushed(
    torch: Any,
    function: Any,
    tensors: Sequence[Any],
    index: int,
    tangents: Sequence[Any],
    settings: Mapping[str, float],
) -> Array | None:
    fixed = [tensor.detach() for tensor in tensors]

    def moved(value: Any) -> Any:
        return function(*fixed[:index], value, *fixed[index + 1 :], **settings)

    direction = torch.as_tensor(tangents[index])
    with warnings.catch_warnings():
        # Its forward mode is built, when first used, with a compiler that it has deprecated.
        warnings.simplefilter("ignore", DeprecationWarning)
        try:
            _, tangent = torch.func.jvp(moved, (fixed[index],), (direction,))
        except NotImplementedError:
            return None
    return _finite(tangent)


def _finite(tensor: Any) -> Array | None:
    array = np.asarray(tensor.detach().numpy())
    return array if np.isfinite(array).all() else None
