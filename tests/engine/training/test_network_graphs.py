"""A network as a graph by layers, by neurons, and of two numbers: the same loss and gradients."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest

from engine.arrays import Array
from engine.autodiff.passes.evaluation import evaluate
from engine.errors import GraphError
from engine.graph.folding import fold
from engine.surfaces.function import compile_graph
from engine.training.analysis.loss_plane import losses_at
from engine.training.compiled.fast_steps import FastTrainer
from engine.training.datasets.catalog import ALL_DATA
from engine.training.datasets.dataset import Dataset, View
from engine.training.network.layer_graph import layer_graph
from engine.training.network.neuron_graph import can_write_neurons, neuron_graph
from engine.training.network.pair_graph import pair_graph
from engine.training.network.passes import NetworkPasses
from engine.training.run.loop import TrainingStep
from engine.training.run.run import TrainingRun

PROBABILITIES = ("mean_squared_error", "binary_cross_entropy")
SCORES = ("binary_cross_entropy_with_logits", "hinge")
VARIANTS: tuple[dict[str, Any], ...] = (
    {},
    {"l1": 0.02, "l2": 0.01},
    {"dropout": 0.2},
    {"layers": (2, 3, 3, 1), "activations": ("relu", "tanh")},
    {"layers": (2, 1)},
)


def runs() -> list[TrainingRun]:
    """Return a run of each data set, each loss and each kind of network."""
    found = [
        TrainingRun(data=name, loss=loss, **variant)
        for name in ("xor", "spiral")
        for loss in (*PROBABILITIES, *SCORES)
        for variant in VARIANTS
    ]
    found += [TrainingRun(data=name) for name, recipe in ALL_DATA.items() if not numbers(recipe)]
    for name, recipe in ALL_DATA.items():
        if numbers(recipe):
            width = recipe.make(np.random.default_rng(0), {}).inputs.shape[1]
            found.append(
                TrainingRun(
                    data=name, layers=(width, 3, 1), output="identity", loss="mean_squared_error",
                    optimizer_settings={"learning_rate": 1e-6},
                )
            )  # fmt: skip
    return found


def numbers(recipe: Any) -> bool:
    return bool(recipe.make(np.random.default_rng(0), {}).is_regression)


def three_classes() -> TrainingRun:
    rng = np.random.default_rng(3)
    data = Dataset(
        rng.standard_normal((9, 2)), np.eye(3)[rng.integers(0, 3, 9)], View(-3, 3, -3, 3)
    )
    return TrainingRun(
        samples=data, layers=(2, 4, 3), output="softmax", loss="softmax_cross_entropy"
    )


def trained(run: TrainingRun, steps: int = 7) -> TrainingStep:
    trainer = FastTrainer(run, accelerated=False)
    return trainer.advance(trainer.first(), steps)


def training_gradient(run: TrainingRun, parameters: Array) -> tuple[float, Array]:
    """Return the loss and the gradient as the training loop has them."""
    passes = NetworkPasses(run.network)
    passes.load(run.dataset.inputs, run.dataset.targets)
    return passes.forward(parameters), passes.backward()


@pytest.mark.parametrize("number", range(len(runs()) + 1))
def test_a_graph_by_layers_has_the_trainings_loss_and_gradients_to_the_last_bit(
    number: int,
) -> None:
    run = [*runs(), three_classes()][number]
    record = trained(run)
    loss, gradient = training_gradient(run, record.parameters)

    graph = layer_graph(run.network, record.parameters, run.dataset.inputs, run.dataset.targets)

    found = evaluate(graph)
    gradients = [found.gradients.nodes[node].ravel() for node in run.network.parameter_nodes]
    assert float(found.values[run.network.loss]) == record.loss == loss
    assert np.array_equal(np.concatenate(gradients), gradient)


@pytest.mark.parametrize("number", range(len(runs()) + 1))
def test_a_graph_by_neurons_has_them_to_rounding(number: int) -> None:
    run = [*runs(), three_classes()][number]
    record = trained(run)
    loss, gradient = training_gradient(run, record.parameters)

    made = neuron_graph(run.network, record.parameters, run.dataset.inputs, run.dataset.targets)

    found = evaluate(made.graph)
    gradients = np.array([found.gradients.nodes[node] for node in made.parameters])
    assert float(found.values[made.loss]) == pytest.approx(loss, rel=1e-14)
    # Where samples cancel each other the sum of their parts is what rounding is measured by.
    assert gradients == pytest.approx(gradient, rel=1e-12, abs=1e-15)
    assert not fold(made.graph).problems


@pytest.mark.parametrize("number", range(len(runs()) + 1))
@pytest.mark.parametrize("rows", [slice(1, 2), slice(0, 3)])
def test_a_sample_and_a_batch_by_layers_have_them_to_the_last_bit(number: int, rows: slice) -> None:
    run = [*runs(), three_classes()][number]
    record = trained(run)
    inputs, targets = run.dataset.inputs[rows], run.dataset.targets[rows]
    passes = NetworkPasses(run.network)
    passes.load(inputs, targets)
    loss, gradient = passes.forward(record.parameters), passes.backward()

    found = evaluate(layer_graph(run.network, record.parameters, inputs, targets))

    gradients = [found.gradients.nodes[node].ravel() for node in run.network.parameter_nodes]
    assert float(found.values[run.network.loss]) == loss
    assert np.array_equal(np.concatenate(gradients), gradient)


@pytest.mark.parametrize("number", range(len(runs()) + 1))
@pytest.mark.parametrize("rows", [slice(1, 2), slice(0, 3)])
def test_a_sample_and_a_batch_by_neurons_have_them_to_rounding(number: int, rows: slice) -> None:
    run = [*runs(), three_classes()][number]
    record = trained(run)
    inputs, targets = run.dataset.inputs[rows], run.dataset.targets[rows]
    passes = NetworkPasses(run.network)
    passes.load(inputs, targets)
    loss, gradient = passes.forward(record.parameters), passes.backward()

    made = neuron_graph(run.network, record.parameters, inputs, targets)

    found = evaluate(made.graph)
    gradients = np.array([found.gradients.nodes[node] for node in made.parameters])
    assert float(found.values[made.loss]) == pytest.approx(loss, rel=1e-14)
    assert gradients == pytest.approx(gradient, rel=1e-12, abs=1e-15)


@pytest.mark.parametrize("run", [TrainingRun(loss="mean_squared_error"), three_classes()])
def test_one_sample_makes_a_graph_of_that_samples_loss(run: TrainingRun) -> None:
    record = trained(run)
    inputs, targets = run.dataset.inputs[1:2], run.dataset.targets[1:2]
    passes = NetworkPasses(run.network)
    passes.load(inputs, targets)
    loss, gradient = passes.forward(record.parameters), passes.backward()

    by_layers = evaluate(layer_graph(run.network, record.parameters, inputs, targets))
    made = neuron_graph(run.network, record.parameters, inputs, targets)
    by_neurons = evaluate(made.graph)

    found = [by_layers.gradients.nodes[node].ravel() for node in run.network.parameter_nodes]
    assert float(by_layers.values[run.network.loss]) == loss
    assert np.array_equal(np.concatenate(found), gradient)
    assert float(by_neurons.values[made.loss]) == pytest.approx(loss, rel=1e-14)
    names = {node.name for node in made.graph.nodes.values()}
    assert {"x1", "x2", "t", "w_x1h1", "b_h4", "L"} <= names


def test_folded_a_layer_and_a_neuron_are_one_gate_each() -> None:
    run = TrainingRun()
    data, start = run.dataset, run.network.start
    by_layers = fold(layer_graph(run.network, start, data.inputs, data.targets))
    by_neurons = fold(neuron_graph(run.network, start, data.inputs, data.targets).graph)

    gates = [node.operation for node in by_layers.graph.nodes.values() if not node.is_source]
    assert gates == ["layer1", "layer2", "binary_cross_entropy"]
    gates = [node.operation for node in by_neurons.graph.nodes.values() if not node.is_source]
    assert gates == ["h1", "h2", "h3", "h4", "p", "binary_cross_entropy"]


def test_penalties_become_one_gate() -> None:
    run = TrainingRun(l1=0.1, l2=0.1)
    data, start = run.dataset, run.network.start
    for graph in (
        layer_graph(run.network, start, data.inputs, data.targets),
        neuron_graph(run.network, start, data.inputs, data.targets).graph,
    ):
        assert "penalties" in {node.operation for node in fold(graph).graph.nodes.values()}


def test_units_of_several_layers_have_names_of_their_own() -> None:
    for layers in ((2, 3, 3, 1), (2, 11, 1), (2, 3, 11, 1)):
        run = TrainingRun(layers=layers)
        graph = neuron_graph(
            run.network, run.network.start, run.dataset.inputs, run.dataset.targets
        ).graph
        names = [node.name for node in graph.nodes.values() if node.name]
        assert len(set(names)) == len(names)
        groups = [group.name for group in graph.groups.values()]
        assert len(set(groups)) == sum(layers[1:])


def test_a_large_network_is_not_written_number_by_number() -> None:
    run = TrainingRun(layers=(2, 64, 64, 1))
    assert not can_write_neurons(run.layers)
    with pytest.raises(GraphError, match=r"has 4417 weights.* Open it by layers\."):
        neuron_graph(run.network, run.network.start, run.dataset.inputs, run.dataset.targets)


@pytest.mark.parametrize(
    "run", [TrainingRun(), TrainingRun(layers=(2, 3, 3, 1), l2=0.1, dropout=0.1), three_classes()]
)
@pytest.mark.parametrize("pair", [(0, 3), (1, -1), (-1, -2)])
def test_two_numbers_make_the_surface_that_the_others_leave(
    run: TrainingRun, pair: tuple[int, int]
) -> None:
    record = trained(run)
    first, second = (place % len(record.parameters) for place in pair)
    graph = pair_graph(
        run.network, record.parameters, run.dataset.inputs, run.dataset.targets,
        {first: "W1", second: "b"},
    )  # fmt: skip

    assert sorted(
        node.name for node in graph.nodes.values() if node.operation in {"input", "parameter"}
    ) == ["W1", "b"]
    nodes = [graph.named("W1"), graph.named("b")]
    assert None not in nodes
    surface = compile_graph(graph, [node for node in nodes if node is not None])
    at = record.parameters[[first, second]]
    assert float(surface.value(*at)) == pytest.approx(record.loss, rel=1e-15)
    _, gradient = training_gradient(run, record.parameters)
    assert np.array(surface.gradient(*at)) == pytest.approx(gradient[[first, second]], rel=1e-12)
    x = np.linspace(-2, 2, 5)
    points = np.repeat(record.parameters[:, None], 5, axis=1)
    points[first], points[second] = x, x - 1
    assert surface.value(x, x - 1) == pytest.approx(losses_at(run, points), rel=1e-12)


@pytest.mark.parametrize("pair", [{}, {0: "a"}, {0: "a", 17: "b"}])
def test_it_takes_two_of_the_networks_numbers(pair: dict[int, str]) -> None:
    run = TrainingRun()
    data = run.dataset
    with pytest.raises(GraphError, match="two different numbers of the 17 of this network"):
        pair_graph(run.network, run.network.start, data.inputs, data.targets, pair)
