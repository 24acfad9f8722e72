"""A network's passes over one flat parameter vector, for the training loop."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from engine.arrays import Array
from engine.autodiff.codegen.program import Program, Slots
from engine.autodiff.passes.plan import compile_plan
from engine.training.network.activations import layer_function
from engine.training.network.losses import use_of
from engine.training.network.mlp import Network


class NetworkPasses:
    """Computes loss, prediction and gradient at any parameters, on any samples.

    It keeps the values of the last forward pass, which the backward pass needs; use one object
    in one place.
    """

    def __init__(self, network: Network) -> None:
        """Lower the network's graph to a program that asks for the parameters' gradients only."""
        nodes = network.parameter_nodes
        self._network = network
        self._program = Program(
            compile_plan(network.graph),
            network.loss,
            changing=(network.input, network.target, *network.masks, *nodes),
            asked=nodes,
        )
        self._parameters = list(
            zip(network.parameter_slices, network.parameter_shapes, strict=True)
        )
        takes_scores = use_of(network.loss_name).takes_scores
        self._finish = layer_function(network.output) if takes_scores else None
        self._samples: tuple[Array, ...] = ()
        self._values: Slots = {}

    def load(self, inputs: Array, targets: Array, masks: Sequence[Array] = ()) -> None:
        """Look at other samples: inputs (n, layers[0]) and targets (n, layers[-1]).

        Args:
            inputs: Samples in rows.
            targets: Their targets.
            masks: With dropout, what each hidden layer's outputs are multiplied by, shape
                (n, units); none for a network at work, where nothing is dropped.
        """
        if self._network.masks and not masks:
            masks = [np.ones((len(inputs), units)) for units in self._network.layers[1:-1]]
        self._samples = (inputs, targets, *masks)

    def forward(self, parameters: Array) -> float:
        """Compute the loss at a flat parameter vector, on the samples loaded."""
        parts = [parameters[where].reshape(shape) for where, shape in self._parameters]
        self._values = self._program.forward(*self._samples, *parts)
        return float(self._program.value(self._values))

    @property
    def prediction(self) -> Array:
        """The predictions of the last forward pass, shape (n, layers[-1])."""
        if self._finish is None:
            return self._program.value(self._values, self._network.prediction)
        # The loss takes the totals, so the pass towards it stopped there.
        totals = self._program.value(self._values, self._network.layer_nodes[-1].total)
        with np.errstate(all="ignore"):
            return self._finish(totals)

    @property
    def data_loss(self) -> float:
        """The loss of the last forward pass without the penalties."""
        return float(self._program.value(self._values, self._network.data_loss))

    def backward(self) -> Array:
        """Compute the loss's gradient at the last forward pass's parameters, as a flat vector."""
        return np.concatenate(
            [gradient.ravel() for gradient in self._program.backward(self._values)]
        )
