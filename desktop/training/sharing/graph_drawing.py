"""The network as the graph it is: its present weights, looking at samples."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from PySide6.QtCore import QCoreApplication

from desktop.foundation.translation import filled
from engine.arrays import Array
from engine.drawing.drawing import Drawing
from engine.graph.model import Graph
from engine.quoting import listed
from engine.training.network.layer_graph import layer_graph
from engine.training.network.layers import format_layers
from engine.training.network.neuron_graph import (
    can_write_neurons,
    neuron_graph,
    parameter_names,
    unit_names,
)
from engine.training.network.pair_graph import pair_graph
from engine.training.run.loop import Loop, TrainingStep
from engine.training.run.run import TrainingRun

# What may be looked at: the samples of the next step, or the one chosen.
Samples = tuple[Array, Array]


@dataclass(frozen=True, slots=True)
class GraphChoice:
    """How a network becomes a graph.

    Attributes:
        by_neuron: Whether every weight is a node and every neuron a gate, instead of matrices and
            layers.
        of_sample: Whether it looks at the chosen sample alone, instead of the next step's batch.
    """

    by_neuron: bool = False
    of_sample: bool = False

    def possible(self, run: TrainingRun) -> GraphChoice:
        """Return the same choice, by layers where a network is too large for the other."""
        return replace(self, by_neuron=self.by_neuron and can_write_neurons(run.layers))


def batch_of(run: TrainingRun, record: TrainingStep) -> Samples:
    """Return the samples that the step after a record takes, in their own units."""
    data, rows = run.original_dataset, Loop(run).rows(record)
    return data.inputs[rows], data.targets[rows]


def graph_drawing(
    run: TrainingRun,
    record: TrainingStep,
    choice: GraphChoice | None = None,
    sample: Samples | None = None,
) -> Drawing:
    """Return the network at a record as a drawing, to be arranged by whoever shows it.

    Args:
        run: The run.
        record: Its present record.
        choice: How it is written; by layers and with the batch by default.
        sample: The chosen sample's inputs and targets, vectors in their own units; the first one
            where none is.
    """
    choice = (choice or GraphChoice()).possible(run)
    inputs, targets = batch_of(run, record)
    if choice.of_sample:
        first = run.original_dataset
        chosen = sample or (first.inputs[0], first.targets[0])
        inputs, targets = chosen[0][None], chosen[1][None]
    graph = _graph(run, record, choice, inputs, targets)
    translate = QCoreApplication.translate
    title = translate("GraphDrawing", "Network {0} at epoch {1}")
    description = (
        translate("GraphDrawing", "The weights at this epoch, looking at one sample.")
        if len(inputs) == 1
        else filled(
            translate("GraphDrawing", "The weights at this epoch, looking at {0} samples."),
            len(inputs),
        )
    )
    told = " ".join((description, *_data_sentences(run)))
    return _drawing(graph, filled(title, format_layers(run.layers), record.epoch), told)


def _data_sentences(run: TrainingRun) -> Iterator[str]:
    """Yield what is to be known of the samples: the columns' names, and what is done to them."""
    translate, names = QCoreApplication.translate, run.dataset.input_names
    if names:
        titles = zip(unit_names(run.layers, 0), names, strict=False)
        yield filled(
            translate("GraphDrawing", "Inputs: {0}."),
            listed([f"{unit} = {name}" for unit, name in titles]),
        )
    if run.standardize:
        yield translate(
            "GraphDrawing",
            "It takes the samples in their own units and standardizes them itself.",
        )


def pair_drawing(run: TrainingRun, record: TrainingStep, pair: Sequence[int]) -> Drawing:
    """Return the loss over two numbers of the network, all others held fixed.

    Args:
        run: The run.
        record: Its present record.
        pair: The places of the two in the flat parameter vector.

    Raises:
        GraphError: They are not two different ones.
    """
    names = parameter_names(run.layers)
    graph = pair_graph(
        run.network, record.parameters, run.dataset.inputs, run.dataset.targets,
        {place: names[place] for place in pair},
    )  # fmt: skip
    translate = QCoreApplication.translate
    title = translate("GraphDrawing", "Loss of {0} over {1} and {2}")
    description = translate(
        "GraphDrawing", "All other weights are held fixed as they were at epoch {0}."
    )
    first, second = (names[place] for place in pair)
    return _drawing(
        graph,
        filled(title, format_layers(run.layers), first, second),
        filled(description, record.epoch),
    )


def _graph(
    run: TrainingRun, record: TrainingStep, choice: GraphChoice, inputs: Array, targets: Array
) -> Graph:
    known = run.dataset
    scales = known.scales, known.target_scales
    if choice.by_neuron:
        return neuron_graph(run.network, record.parameters, inputs, targets, *scales).graph
    return layer_graph(run.network, record.parameters, inputs, targets, *scales)


def _drawing(graph: Graph, title: str, description: str) -> Drawing:
    return Drawing(graph, dict.fromkeys(graph.nodes, (0.0, 0.0)), title, description)
