"""A network's weights as a file of NumPy's and as a table of text."""

from __future__ import annotations

import io

import numpy as np

from engine.arrays import Array
from engine.training.network.mlp import Network
from engine.training.network.neuron_graph import parameter_names
from engine.training.network.weight_tables import COLUMNS


def weights_npz(network: Network, parameters: Array) -> bytes:
    """Return the weights and biases as a file that ``numpy.load`` reads: W1, b1, W2 and so on.

    Args:
        network: The network.
        parameters: Its flat parameter vector.
    """
    arrays: dict[str, Array] = {}
    for number, layer in enumerate(network.unflatten(parameters), start=1):
        arrays |= {f"W{number}": layer.weights, f"b{number}": layer.bias}
    file = io.BytesIO()
    np.savez(file, allow_pickle=False, **arrays)
    return file.getvalue()


def weights_csv(network: Network, parameters: Array) -> str:
    """Return a line for each weight and bias: its name, layer, row and column, and number.

    The numbers have all digits: reading them gives the same bits. A bias has no row.
    """
    lines = [",".join(COLUMNS)]
    names = iter(parameter_names(network.layers))
    for number, layer in enumerate(network.unflatten(parameters), start=1):
        for (row, column), value in np.ndenumerate(layer.weights):
            lines.append(f"{next(names)},{number},{row + 1},{column + 1},{float(value)!r}")
        for column, value in enumerate(layer.bias, start=1):
            lines.append(f"{next(names)},{number},,{column},{float(value)!r}")
    return "\n".join([*lines, ""])
