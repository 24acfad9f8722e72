"""What the symbols of one card mean: numbers of the engine's passes, and how vectors are written.

It knows nothing of how a card is made: values and gradients come from the passes, local gradients
from pushing 1 through one input.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any

import numpy as np

from engine.autodiff.passes.evaluation import Evaluation
from engine.explanation.latex_text import latex_text
from engine.explanation.symbols import node_symbol
from engine.graph.model import InputPort, NodeId
from engine.operations.operation import Role
from engine.settings import complete
from tests.engine.explanation.written_arithmetic import UnreadableError, as_column

_GRADIENT = re.compile(r"(?:∂(\w+)/∂(\w+)|∇_(\w+) (\w+))(?: \|_(.+))?")


class Meaning(Mapping[str, Any]):
    """What the symbols of one card mean."""

    def __init__(self, evaluation: Evaluation, node: NodeId) -> None:
        self._evaluation, self._node = evaluation, node
        self.defined: dict[str, Any] = {}
        graph = self._graph = evaluation.plan.graph
        self._nodes = {
            latex_text(node_symbol(graph, key)): key for key in graph.nodes if key in graph.names
        }
        shown = graph.nodes[node]
        own = latex_text(node_symbol(graph, node))
        self._settings = {
            latex_text(item.symbol) + mark: value
            for mark in ("", f"_({own})")
            for item, value in zip(
                shown.record.settings,
                complete(shown.record.settings, shown.settings).values(),
                strict=True,
            )
        }
        # A mean over samples, of which a matrix has one in each row.
        is_by_sample = shown.record.counts_samples
        self._compares = shown.record.role is Role.LOSS and not is_by_sample
        inputs = [evaluation.values[end] for end in graph.inputs_of(node) if end is not None]
        self._lying = self._letters_that_lie([value.ndim for value in inputs])
        whole = np.broadcast(*inputs).size if self._compares else 0
        first = inputs[0] if inputs else np.ones(1)
        self.shape = as_column(first).shape if first.ndim else ()
        self._count = first.size // first.shape[-1] if is_by_sample else whole or first.size

    def _letters_that_lie(self, axes: list[int]) -> set[str]:
        """Return what lies down: vectors before a matrix, beside its rows, and transposed."""
        letters = [self._letter(end) for end in self._graph.inputs_of(self._node)]
        shown = self._graph.nodes[self._node]
        if shown.operation == "matmul" and axes[0] == 1:
            return {letters[0], self._letter(self._node)} - set(letters[1:])
        if shown.operation == "transpose" and axes[0] == 1:
            return {self._letter(self._node)}
        is_beside = shown.record.derivatives is not None or self._compares
        if not is_beside or 2 not in axes:
            return set()
        return {letter for letter, count in zip(letters, axes, strict=True) if count == 1}

    def _letter(self, node: NodeId | None) -> str:
        assert node is not None
        return latex_text(node_symbol(self._graph, node))

    def value(self, left: str) -> Any:
        return self[left]

    def __iter__(self) -> Iterator[str]:
        return iter(self._nodes)

    def __len__(self) -> int:
        return len(self._nodes)

    def __contains__(self, key: object) -> bool:
        try:
            self[str(key)]
        except (UnreadableError, KeyError):
            return False
        return True

    def __getitem__(self, key: str) -> Any:
        found = _GRADIENT.fullmatch(key)
        if found is not None:
            return self._gradient(found)
        if key in self._nodes:
            return self._written(self._evaluation.values[self._nodes[key]], key)
        count = {"N" if "n" in self._nodes else "n": self._count}
        for known in (self._settings, count, {"π": np.pi}, self.defined):
            if key in known:
                return known[key]
        raise UnreadableError(f"{key} means nothing")

    def _mark(self, found: re.Match[str]) -> tuple[NodeId, str] | None:
        """Return the gate and the port that a mark names."""
        mark = found[5]
        if mark is None:
            return None
        first, _, second = mark.strip("()").partition(", ")
        if first in self._nodes and (second or first not in self._ports(self._node)):
            return self._nodes[first], second
        return self._node, first

    def _ports(self, node: NodeId) -> tuple[str, ...]:
        return self._graph.nodes[node].record.inputs

    def _gradient(self, found: re.Match[str]) -> Any:
        letter = found[2] or found[3]
        above, below = self._nodes[found[1] or found[4]], self._nodes[letter]
        gradients, mark = self._evaluation.gradients, self._mark(found)
        if above != self._graph.result:
            gate, port = (above, "") if mark is None else (above, mark[1])
            return self._local(gate, below, port)
        if mark is None:
            return self._written(gradients.nodes[below], letter)
        shares = [gradients.wires[it] for it in self._wires(mark[0], below, mark[1])]
        return self._written(sum(shares[1:], start=shares[0]), letter)

    def _wires(self, gate: NodeId, source: NodeId, port: str) -> list[InputPort]:
        return [
            InputPort(gate, index)
            for index, end in enumerate(self._graph.inputs_of(gate))
            if end is not None
            and self._letter(end) == self._letter(source)
            and port in {"", self._ports(gate)[index]}
        ]

    def _local(self, gate: NodeId, source: NodeId, port: str) -> Any:
        """Push 1 through one input: forward mode knows nothing of what cards are made of."""
        (wire,) = self._wires(gate, source, port)
        node, values = self._graph.nodes[gate], self._evaluation.values
        settings = complete(node.record.settings, node.settings)
        ends = [values[end] for end in self._graph.inputs_of(gate) if end is not None]
        push = node.record.jvps[wire.index]
        if node.record.derivatives is None and values[gate].ndim == 0:
            # The gradient of a number: how it changes with each element.
            units = np.eye(ends[wire.index].size).reshape(-1, *ends[wire.index].shape)
            slopes = [push(unit, values[gate], *ends, **settings) for unit in units]
            return self._written(np.reshape(slopes, ends[wire.index].shape))
        local = push(np.ones_like(ends[wire.index]), values[gate], *ends, **settings)
        return self._written(np.broadcast_to(local, values[gate].shape))

    def _written(self, array: Any, letter: str = "") -> Any:
        column = as_column(array)
        return column.T if letter in self._lying and np.ndim(array) == 1 else column
