"""Stacking: where a layer's weights and biases lie together, one product does the work of both.

With a row of ones below the samples' features, x·W + b is one product with W and b as one matrix,
and the gradients of W and of b come out of one product too. A sum over samples and an addition of
a row, which NumPy does slowly for few features, are saved.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from numpy.lib.stride_tricks import as_strided
from numpy.typing import NDArray

from engine.autodiff.codegen.array_tape import VIEWS, ArrayEntry, ArrayTape

AnyArray = NDArray[Any]


@dataclass(frozen=True, eq=False)
class Stacking:
    """What can be stacked.

    Attributes:
        sums: For the place of each x·W + b the places of x and of W.
        products: The places of those products x·W, which need not be computed.
        signals: The places of what gets a row of ones: each x.
        gradients: For the place of a gradient of W or of b the places of x, of the upstream
            gradient, and of both gradients, W's first.
    """

    sums: Mapping[int, tuple[int, int]] = field(default_factory=dict)
    products: frozenset[int] = frozenset()
    signals: frozenset[int] = frozenset()
    gradients: Mapping[int, tuple[int, int, int, int]] = field(default_factory=dict)


def find_stacking(
    tape: ArrayTape,
    places: Sequence[int],
    inputs: Mapping[str, AnyArray],
    outputs: Mapping[int, AnyArray],
    *,
    only_inputs: bool,
) -> Stacking:
    """Find the layers whose weights and biases are neighbours in memory.

    Args:
        tape: The recorded computation.
        places: The entries that are computed.
        inputs: The arrays that are given for inputs, by name.
        outputs: The arrays that are given for results, by place.
        only_inputs: Whether only an input may get a row of ones: where arrays lie in rows, there
            is no room for one below what is computed.
    """
    entries = tape.entries
    uses = Counter(operand for place in places for operand in entries[place].operands)
    sums: dict[int, tuple[int, int]] = {}
    products = set()
    for place in places:
        found = _weighted_sum(tape, entries[place])
        if found is None:
            continue
        product, bias = found
        signal, weights = entries[product].operands
        given = [inputs.get(entries[item].detail) for item in (weights, bias)]
        has_room = _gets_home(entries[signal], inputs, only_inputs=only_inputs)
        if uses[product] == 1 and _are_neighbours(*given) and has_room:
            sums[place] = (signal, weights)
            products.add(product)
    signals = frozenset(signal for signal, _ in sums.values())
    gradients = _find_gradients(tape, places, signals, outputs)
    return Stacking(sums, frozenset(products), signals, gradients)


def stacked(weights: AnyArray, bias: AnyArray) -> AnyArray:
    """Return weights of shape (k, m) and biases of shape (m,) as one array (k + 1, m)."""
    shape = (weights.shape[0] + 1, weights.shape[1])
    return as_strided(weights, shape, weights.strides)


def _weighted_sum(tape: ArrayTape, entry: ArrayEntry) -> tuple[int, int] | None:
    """Return the places of x·W and of b where an entry is their sum."""
    if entry.function != "add":
        return None
    for product, bias in (entry.operands, entry.operands[::-1]):
        first, second = tape.entries[product], tape.entries[bias]
        if first.function != "matmul" or second.function != "input":
            continue
        signal, weights = (tape.entries[operand] for operand in first.operands)
        is_layer = weights.function == "input" and len(signal.shape) == len(weights.shape) == 2
        if is_layer and second.shape == weights.shape[1:]:
            return product, bias
    return None


def _gets_home(signal: ArrayEntry, inputs: Mapping[str, AnyArray], *, only_inputs: bool) -> bool:
    """Return whether an array gets a home of its own, with room for a row of ones."""
    if signal.function == "input":
        return signal.detail not in inputs
    return not only_inputs and signal.function not in {*VIEWS, "constant"}


def _are_neighbours(weights: AnyArray | None, bias: AnyArray | None) -> bool:
    if weights is None or bias is None:
        return False
    end = weights.ctypes.data + weights.nbytes
    return bool(weights.flags.c_contiguous and weights.size and bias.ctypes.data == end)


def _find_gradients(
    tape: ArrayTape,
    places: Sequence[int],
    signals: frozenset[int],
    outputs: Mapping[int, AnyArray],
) -> dict[int, tuple[int, int, int, int]]:
    entries = tape.entries
    sums = {
        entries[place].operands[0]: place
        for place in places
        if entries[place].function == "sum" and entries[place].detail == ((0,), False)
    }
    found: dict[int, tuple[int, int, int, int]] = {}
    for place in places:
        entry = entries[place]
        if entry.function != "matmul":
            continue
        turned, upstream = entry.operands
        by_bias = sums.get(upstream)
        if entries[turned].function != "transpose" or by_bias is None:
            continue
        signal = entries[turned].operands[0]
        homes = outputs.get(place), outputs.get(by_bias)
        if signal in signals and _are_neighbours(*homes):
            layer = (signal, upstream, place, by_bias)
            found |= {place: layer, by_bias: layer}
    return found
