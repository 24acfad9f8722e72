"""Why depth needs curved activations: linear layers, however many, are one linear layer."""

from __future__ import annotations

import numpy as np

from engine.arrays import Array
from engine.errors import SettingError
from engine.operations.catalog import OPERATIONS
from engine.operations.operation import Role
from engine.training.network.mlp import LayerParameters, Network


def collapse_linear(network: Network, parameters: Array) -> LayerParameters:
    """Return the one layer that gives the same totals as all of a linear network's layers.

    ((x·W₁ + b₁)·W₂ + b₂)·W₃ + b₃ is x·W + b with W = W₁·W₂·W₃ and b = (b₁·W₂ + b₂)·W₃ + b₃. The
    output's own activation may follow and is not part of it. (Goodfellow, Bengio and Courville,
    Deep Learning, 2016, section 6.4.1.)

    Raises:
        SettingError: A hidden layer is not linear.
    """
    for number, name in enumerate(network.activations, start=1):
        if OPERATIONS[name].role is not Role.PASSAGE:
            raise SettingError(
                "layer_not_linear",
                f"Hidden layer {number} has the activation {name}: only layers with the identity "
                "collapse into one.",
                layer=number,
                name=name,
            )
    first, *rest = network.unflatten(parameters)
    weights, bias = np.array(first.weights), np.array(first.bias)
    for layer in rest:
        bias = bias @ layer.weights + layer.bias
        weights = weights @ layer.weights
    return LayerParameters(weights, bias)
