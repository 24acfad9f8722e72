"""The network as a graph: its structure, its gradients and its flat parameters."""

from __future__ import annotations

import numpy as np
import pytest

from engine.autodiff.checks.gradient_check import check_gradients
from engine.autodiff.passes.plan import compile_plan
from engine.autodiff.passes.reverse import backward_pass, forward_pass
from engine.errors import OperationError, SettingError
from engine.graph.names import check_name
from engine.training.network.layers import format_layers, parse_layers
from engine.training.network.mlp import Network, build_mlp
from engine.training.network.passes import NetworkPasses

INPUTS = np.array([[0.0, 0.0], [0.0, 1.0], [1.0, 0.0], [1.0, 1.0], [0.3, -0.7]])
TARGETS = np.array([[0.0], [1.0], [1.0], [0.0], [1.0]])


def network(
    layers: tuple[int, ...] = (2, 4, 1),
    activation: str = "tanh",
    loss: str = "binary_cross_entropy",
    seed: int = 3,
) -> Network:
    return build_mlp(
        layers, inputs=INPUTS, targets=TARGETS, activation=activation, loss=loss, seed=seed
    )


def test_an_mlp_is_a_graph_of_products_sums_activations_and_a_loss() -> None:
    made = network()

    operations = [node.operation for node in made.graph.nodes.values() if not node.is_source]
    assert operations == [
        "matmul", "add", "tanh", "matmul", "add", "sigmoid", "binary_cross_entropy",
    ]  # fmt: skip
    names = {node.name for node in made.graph.nodes.values() if node.is_source}
    assert names == {"X", "t", "W1", "b1", "W2", "b2"}
    assert made.graph.result == made.loss
    assert not compile_plan(made.graph).problems


def test_every_node_has_a_name_that_formulas_can_use() -> None:
    made = network((2, 3, 3, 1)).graph
    for node_id, node in made.nodes.items():
        check_name(made, node_id, node.name)


@pytest.mark.parametrize("loss", ["binary_cross_entropy", "mean_squared_error"])
@pytest.mark.parametrize("activation", ["tanh", "sigmoid", "relu", "leaky_relu", "identity"])
def test_gradients_agree_with_finite_differences(activation: str, loss: str) -> None:
    made = network((2, 3, 2, 1), activation, loss)
    # Biases other than 0: the corner (0, 0) would else stand exactly in a ReLU's kink.
    graph = made.with_parameters(np.random.default_rng(1).normal(size=len(made.start)))

    checks = {check.node: check for check in check_gradients(compile_plan(graph), made.loss)}

    for node in made.parameter_nodes:
        assert checks[node].relative_error < 1e-6


@pytest.mark.parametrize("layers", [(2, 1), (2, 4, 1), (2, 3, 2, 1)])
def test_the_training_passes_compute_what_the_graph_computes(layers: tuple[int, ...]) -> None:
    made = network(layers, "leaky_relu")
    parameters = np.random.default_rng(0).normal(size=len(made.start))
    plan = compile_plan(made.with_parameters(parameters))
    values = forward_pass(plan)
    expected = backward_pass(plan, values, made.loss).nodes

    passes = NetworkPasses(made)
    passes.load(INPUTS, TARGETS)
    loss, gradient = passes.forward(parameters), passes.backward()

    assert loss == values[made.loss]
    assert np.array_equal(passes.prediction, values[made.prediction])
    whole = np.concatenate([expected[node].ravel() for node in made.parameter_nodes])
    assert np.array_equal(gradient, whole)


def test_the_flat_vector_comes_apart_into_layers_and_back() -> None:
    made = network((2, 3, 1))
    parameters = np.arange(13.0)

    first, second = made.unflatten(parameters)

    assert first.weights.tolist() == [[0, 1, 2], [3, 4, 5]]
    assert first.bias.tolist() == [6, 7, 8]
    assert second.weights.tolist() == [[9], [10], [11]]
    assert second.bias.tolist() == [12]
    graph = made.with_parameters(parameters)
    value = graph.nodes[made.layer_nodes[1].bias].value
    assert value is not None
    assert value.tolist() == [12]
    assert made.start.tolist() != parameters.tolist()


def test_a_graph_can_look_at_one_sample() -> None:
    made = network()

    graph = made.with_samples(made.start, INPUTS[1:2], TARGETS[1:2])

    values = forward_pass(compile_plan(graph))
    assert values[made.prediction].shape == (1, 1)


def test_the_loss_and_its_gradient_stay_finite_at_saturation() -> None:
    made = network()
    passes = NetworkPasses(made)
    passes.load(INPUTS, TARGETS)

    assert np.isfinite(passes.forward(np.full(17, 1e3)))
    assert np.isfinite(passes.backward()).all()


@pytest.mark.parametrize(
    ("text", "layers"),
    [
        ("2-4-1", (2, 4, 1)),
        (" 2 – 8 – 8 – 1 ", (2, 8, 8, 1)),
        ("2, 1", (2, 1)),
        ("2 3 1", (2, 3, 1)),
        ("2->4->1", (2, 4, 1)),
        ("2×3×1", (2, 3, 1)),
    ],
)
def test_layer_sizes_are_read_as_people_write_them(text: str, layers: tuple[int, ...]) -> None:
    assert parse_layers(text) == layers
    assert parse_layers(format_layers(layers)) == layers


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("2-0-1", "Layer 2 of 2-0-1 has 0 units; each layer needs 1 to 64."),
        ("2-100-1", "Layer 2 of 2-100-1 has 100 units; each layer needs 1 to 64."),
        ("2", "such as 2-1; 2 is one"),
        ("", "write whole numbers with dashes between them, such as 2-4-1"),
        ("two-one", "“two-one” are no layer sizes"),
        ("2-4.5-1", "“2-4.5-1” are no layer sizes"),
        ("2--1", "“2--1” are no layer sizes"),
        ("-".join(["2"] * 11), "at most 10 are possible here"),
    ],
)
def test_impossible_layers_are_refused_with_a_sentence(text: str, sentence: str) -> None:
    with pytest.raises(SettingError) as caught:
        parse_layers(text)
    assert sentence in caught.value.sentence


def test_operations_that_cannot_stand_in_a_layer_are_refused() -> None:
    with pytest.raises(OperationError, match="Matrix product cannot follow a layer"):
        network(activation="matmul")
    with pytest.raises(OperationError, match="Sum cannot follow a layer"):
        network(activation="sum")
    with pytest.raises(OperationError, match="Sum is no loss"):
        network(loss="sum")
    with pytest.raises(OperationError, match="is not known here"):
        network(activation="wiggle")
