"""What the programs of a network have in common: its parts by name, and its next step."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace

import numpy as np

from engine.arrays import Array
from engine.export.identifiers import identifiers
from engine.export.network_scaling import own_units_function, scale_lines
from engine.export.program_text import Listing, docstring_text, literal, make_listing
from engine.graph.model import NodeId
from engine.quoting import listed, quote
from engine.training.datasets.dataset import Dataset
from engine.training.network.layers import format_layers
from engine.training.network.mlp import Network
from engine.training.run.loop import Loop, TrainingStep, step_masks
from engine.training.run.run import TrainingRun


@dataclass(frozen=True, eq=False)
class NetworkText:
    """A run at a record, ready to be written.

    Attributes:
        run: The run.
        record: Where the next step begins, with the memory of the run's optimizer.
        parameters: Each parameter's name and value, in the order of the flat vector.
        inputs: The name of the samples' inputs.
        targets: The name of their targets.
        masks: With dropout, each mask of the next step by name.
        rows: The samples of the next step, or None for all.
    """

    run: TrainingRun
    record: TrainingStep
    parameters: Mapping[str, Array]
    inputs: str
    targets: str
    masks: Mapping[str, Array]
    rows: tuple[int, ...] | None

    @property
    def title(self) -> str:
        """What the program is of, in a sentence."""
        return docstring_text(
            f"A {format_layers(self.run.layers)} network after {self.record.step} steps of "
            f"{self.run.rule.title}, and its next step."
        )

    @property
    def loss(self) -> Listing:
        """What is minimized, as a function of samples and parameters."""
        return make_listing(self.run.network.graph, self.run.network.loss)

    @property
    def prediction(self) -> Listing:
        """The prediction of the network at work, in which nothing is dropped."""
        network = _at_work(self.run)
        return make_listing(network.graph, network.prediction)

    @property
    def settings(self) -> Mapping[str, float]:
        """The optimizer's settings in the next step, the learning rate after the schedules."""
        descent, record = self.run.descent, self.record
        rate = descent.rate(record.optimizer_step + 1, record.history)
        return {**descent.settings, "learning_rate": rate}

    def lists(self, array: Callable[[Array], str]) -> list[str]:
        """Return the lines of the samples, the masks and the parameters, as arrays."""
        data = self.run.original_dataset
        lines = [*_sample_lines(data)]
        lines += [
            f"{self.inputs} = {array(data.inputs)}",
            f"{self.targets} = {array(data.targets)}",
        ]
        lines += scale_lines(self.run.dataset, array)
        if self.masks:
            lines.append("# What the next step multiplies the hidden outputs by: 0 drops one.")
            lines += [f"{name} = {array(value)}" for name, value in self.masks.items()]
        rows = "slice(None)" if self.rows is None else repr(list(self.rows))
        lines += ["# Those that the next step takes.", f"ROWS = {rows}"]
        lines.append("# The weights and biases.")
        lines += [f"{name} = {array(value)}" for name, value in self.parameters.items()]
        lines.append(f"PARAMETERS = ({', '.join(self.parameters)},)")
        return lines

    @property
    def predictor(self) -> str:
        """What the function that predicts from what the network takes is called."""
        return "predict_standardized" if self.run.dataset.scales else "predict"

    def own_units(self, arguments: str) -> list[str]:
        """Return the function that predicts in the samples' own units; none where it is the same.

        Args:
            arguments: The arguments of the network's prediction.
        """
        if not self.run.dataset.scales:
            return []
        return [own_units_function(self.run.dataset, self.inputs, arguments, self.predictor)]

    def step_lines(self, array: Callable[[Array], str], memories: tuple[str, ...]) -> list[str]:
        """Return the lines that set the step's numbers and the optimizer's memory."""
        return [
            f"step = {self.record.optimizer_step + 1}",
            *(f"{name} = {value!r}" for name, value in self.settings.items()),
            *(
                f"{name} = {array(value)}"
                for name, value in zip(memories, self.record.optimizer_state, strict=True)
            ),
        ]

    def arguments(self, listing: Listing, named: Mapping[str, str]) -> str:
        """Return what a function of the network is called with.

        Args:
            listing: What the function computes.
            named: What to write for a name; the parameters are written as parts.
        """
        return ", ".join(f"{name}={named[name]}" for name, _, _ in listing.inputs())


def make_network_text(run: TrainingRun, record: TrainingStep) -> NetworkText:
    """Name a network's parts as its graph does."""
    network = run.network
    loop = Loop(run)
    start = loop.adopted(record)
    names = identifiers(network.graph)
    rows = loop.rows(start)
    whole = len(rows) == len(run.dataset) and bool(np.all(rows == np.arange(len(rows))))
    masks = step_masks(run, start.step, len(rows))
    return NetworkText(
        run,
        start,
        {
            names[node]: value
            for node, value in zip(
                network.parameter_nodes, _values(network, record.parameters), strict=True
            )
        },
        names[network.input],
        names[network.target],
        {names[node]: mask for node, mask in zip(network.masks, masks, strict=True)},
        None if whole else tuple(int(row) for row in rows),
    )


def array_literal(value: Array) -> str:
    """Write an array as NumPy reads it."""
    return f"np.array({literal(value)})"


def tensor_literal(value: Array) -> str:
    """Write an array as PyTorch reads it."""
    return f"torch.tensor({literal(value)}, dtype=torch.float64)"


def _values(network: Network, parameters: Array) -> list[Array]:
    nodes: dict[NodeId, Array] = {
        node: parameters[where].reshape(shape)
        for node, where, shape in zip(
            network.parameter_nodes, network.parameter_slices, network.parameter_shapes, strict=True
        )
    }
    return list(nodes.values())


def _sample_lines(data: Dataset) -> list[str]:
    """Say what the samples are, on lines of which none can end before its words do."""
    file = f", of the file {quote(data.title)}" if data.title else ""
    lines = [f"# The samples to train on{file}."]
    for title, names in (
        ("Inputs", data.input_names),
        ("Targets", data.target_names),
        ("Classes", data.class_names),
    ):
        if names:
            lines.append(f"# {title}: {listed(names)}.")
    return lines


def _at_work(run: TrainingRun) -> Network:
    return replace(run, dropout=0.0).network
