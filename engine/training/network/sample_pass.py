"""One sample on its way through a network: every value forward and every gradient back."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

import numpy as np

from engine.arrays import Array
from engine.autodiff.passes.plan import Plan, compile_plan
from engine.autodiff.passes.reverse import backward_pass, forward_pass
from engine.graph.model import NodeId
from engine.training.network.mlp import LayerParameters, Network
from engine.training.network.signals import KEPT


@dataclass(frozen=True, eq=False)
class SamplePass:
    """The numbers of one sample, layer by layer; gradients are of the sample's own loss.

    Attributes:
        loss: The loss of this sample alone, without penalties.
        target: Its targets, shape (outputs,).
        totals: x·W + b for each layer after the inputs, shape (units,).
        outputs: What each layer gives, the inputs first.
        output_gradients: The loss's gradient with respect to each layer's outputs, the inputs
            first. Where the loss takes the totals, the last layer's outputs stand beside the way
            of the gradient, and theirs is 0.
        total_gradients: The same with respect to each layer's totals.
        parameter_gradients: The same with respect to each layer's weights and biases.
    """

    loss: float
    target: Array
    totals: tuple[Array, ...]
    outputs: tuple[Array, ...]
    output_gradients: tuple[Array, ...]
    total_gradients: tuple[Array, ...]
    parameter_gradients: tuple[LayerParameters, ...]


def sample_pass(network: Network, parameters: Array, inputs: Array, target: Array) -> SamplePass:
    """Send one sample forward and its loss's gradient back, with no unit dropped out.

    Args:
        network: The network.
        parameters: Its flat parameter vector.
        inputs: The sample, shape (layers[0],).
        target: What it should give, shape (layers[-1],).
    """
    plan, nodes = _plan(network), network.layer_nodes
    replaced = {
        node: parameters[where].reshape(shape)
        for node, where, shape in zip(
            network.parameter_nodes, network.parameter_slices, network.parameter_shapes, strict=True
        )
    }
    replaced |= {network.input: inputs[None], network.target: target[None]}
    values = forward_pass(plan, replaced)
    found = backward_pass(plan, values, network.data_loss).nodes

    def gradient(node: NodeId) -> Array:
        return found[node] if node in found else np.zeros_like(values[node])

    return SamplePass(
        loss=float(values[network.data_loss]),
        target=target,
        totals=tuple(values[item.total][0] for item in nodes),
        outputs=(inputs, *(values[item.output][0] for item in nodes)),
        output_gradients=(
            gradient(network.input)[0],
            *(gradient(item.output)[0] for item in nodes),
        ),
        total_gradients=tuple(gradient(item.total)[0] for item in nodes),
        parameter_gradients=tuple(
            LayerParameters(gradient(item.weights), gradient(item.bias)) for item in nodes
        ),
    )


# A network is compared by identity, and never changed.
@lru_cache(maxsize=KEPT)
def _plan(network: Network) -> Plan:
    blank = (np.zeros((1, network.layers[place])) for place in (0, -1))
    return compile_plan(network.with_samples(network.start, *blank))
