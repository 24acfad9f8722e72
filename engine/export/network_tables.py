"""A network's weights as a file of NumPy's and as a table of text."""

from __future__ import annotations

import io

import numpy as np

from engine.arrays import Array, as_array
from engine.training.datasets.dataset import Dataset
from engine.training.network.mlp import Network
from engine.training.network.neuron_graph import parameter_names
from engine.training.network.weight_tables import COLUMNS, SCALES


def weights_npz(network: Network, parameters: Array, data: Dataset | None = None) -> bytes:
    """Return the weights and biases as a file that ``numpy.load`` reads: W1, b1, W2 and so on.

    Args:
        network: The network.
        parameters: Its flat parameter vector.
        data: What it trains on; where that is standardized, means and deviations are added.
    """
    arrays = _scales(data)
    for number, layer in enumerate(network.unflatten(parameters), start=1):
        arrays |= {f"W{number}": layer.weights, f"b{number}": layer.bias}
    file = io.BytesIO()
    np.savez(file, allow_pickle=False, **arrays)
    return file.getvalue()


def weights_csv(network: Network, parameters: Array, data: Dataset | None = None) -> str:
    """Return a line for each weight and bias: its name, layer, row and column, and number.

    The numbers have all digits: reading them gives the same bits. A bias has no row, and what an
    input or a target is standardized by has no layer either.

    Args:
        network: The network.
        parameters: Its flat parameter vector.
        data: What it trains on; where that is standardized, means and deviations are added.
    """
    lines = [",".join(COLUMNS)]
    names = iter(parameter_names(network.layers))
    for number, layer in enumerate(network.unflatten(parameters), start=1):
        for (row, column), value in np.ndenumerate(layer.weights):
            lines.append(f"{next(names)},{number},{row + 1},{column + 1},{float(value)!r}")
        for column, value in enumerate(layer.bias, start=1):
            lines.append(f"{next(names)},{number},,{column},{float(value)!r}")
    for name, array in _scales(data).items():
        lines += [f"{name},,,{column},{value!r}" for column, value in enumerate(array.tolist(), 1)]
    return "\n".join([*lines, ""])


def _scales(data: Dataset | None) -> dict[str, Array]:
    """Return what data is standardized by, under the names in `SCALES`; nothing where it is not."""
    if data is None:
        return {}
    arrays = [
        as_array([scale[part] for scale in scales])
        for scales in (data.scales, data.target_scales)
        for part in range(2)
    ]
    return {name: array for name, array in zip(SCALES, arrays, strict=True) if len(array)}
