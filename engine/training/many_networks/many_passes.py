"""The passes of many networks at once, compiled from the network's graph."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass

import numpy as np

from engine.arrays import Array
from engine.autodiff.codegen.array_code import ArrayCode, write_arrays
from engine.autodiff.codegen.lanes import Lanes, flat_shape
from engine.autodiff.codegen.lowering import Lowered, lower
from engine.autodiff.passes.plan import compile_plan
from engine.graph.model import NodeId
from engine.training.network.mlp import Network
from engine.written_functions import make_function

# Where an operand is repeated, NumPy copies operands into a buffer of this many numbers, unless
# the networks alone fill it: then it works on them where they are, in half the time.
_BUFFER = 256


@contextmanager
def running_many() -> Iterator[None]:
    """Run passes of many networks: without warnings, and with a small buffer.

    Both cost as much as a small product, so this belongs around as many runs as there are.
    """
    with np.errstate(all="ignore"):
        # Leaving ``errstate`` takes this back as well.
        np.setbufsize(_BUFFER)
        yield


@dataclass(frozen=True, eq=False)
class _Code:
    """Compiled passes for one number of samples.

    Attributes:
        run: Computes the outputs.
        code: What it consists of.
    """

    run: Callable[[], None]
    code: ArrayCode


class ManyPasses:
    """Computes predictions, losses and gradients of many networks of one kind.

    It keeps its arrays, and each pass overwrites what the last one of its kind returned; use one
    object in one place, within ``running_many``.
    """

    def __init__(
        self,
        network: Network,
        parameters: Array,
        gradient: Array | None = None,
        *,
        seed: float = 1.0,
        shares_samples: bool = True,
    ) -> None:
        """Prepare for some networks; ``load`` must follow.

        Args:
            network: What they have in common.
            parameters: Their flat vectors in columns, shape (parameters, networks), contiguous;
                every pass reads them here.
            gradient: Where the gradients go, of the same shape; by default a new array.
            seed: The gradient of what is minimized with respect to itself.
            shares_samples: Whether all networks look at the same samples.
        """
        self.gradient = np.zeros_like(parameters) if gradient is None else gradient
        self._network, self._parameters, self._seed = network, parameters, seed
        self._nets = parameters.shape[1]
        self._shares_samples = shares_samples
        self._plan = compile_plan(network.graph)
        # By the number of samples, and whether gradients are wanted.
        self._codes: dict[tuple[int, bool], _Code] = {}
        self._loaded: tuple[Array, ...] = ()
        self._worst = np.zeros(self._nets)

    def load(self, inputs: Array, targets: Array, masks: Sequence[Array] = ()) -> None:
        """Look at other samples.

        Args:
            inputs: Shape (n, features) where all share them, else (n, features, networks).
            targets: Shape (n, outputs), or (n, outputs, networks).
            masks: With dropout, what each hidden layer's outputs are multiplied by, shape
                (n, units, networks); none for networks at work, where nothing is dropped.
        """
        if self._network.masks and not masks:
            units = self._network.layers[1:-1]
            masks = [np.ones((len(inputs), count, self._nets)) for count in units]
        self._loaded = (inputs, targets, *masks)
        for (samples, _), code in self._codes.items():
            if samples == len(inputs):
                self._fill(code)

    def losses(self) -> Array:
        """Compute what each network minimizes, shape (networks,), and the errors."""
        return self._run(with_gradients=False)

    def gradients(self) -> Array:
        """Compute every network's gradient, times the seed, and the errors.

        Returns:
            ``gradient``, shape (parameters, networks).
        """
        self._run(with_gradients=True)
        return self.gradient

    @property
    def worst_errors(self) -> Array:
        """Each network's largest distance of a prediction from its target in the last pass."""
        return self._worst

    def _run(self, *, with_gradients: bool) -> Array:
        """Run both passes or the forward one; return the first result after the errors."""
        key = len(self._loaded[0]), with_gradients
        found = self._codes.get(key)
        if found is None:
            found = self._codes[key] = self._compile(*key)
            self._fill(found)
        found.run()
        self._worst = found.code.outputs[0]
        return found.code.outputs[1]

    def _fill(self, found: _Code) -> None:
        for number, array in enumerate(self._loaded):
            home = found.code.inputs[f"x{number}"]
            is_same_for_all = array.size != home.size
            values = np.repeat(array[:, :, None], self._nets, 2) if is_same_for_all else array
            home[...] = values.reshape(home.shape)

    def _compile(self, samples: int, with_gradients: bool) -> _Code:
        lowered = self._lower(samples)
        tape, names = lowered.tape, [value.entry.detail for value in lowered.inputs]
        predicted = lowered.values[self._network.prediction]
        error = tape.elementwise("subtract", predicted, lowered.inputs[1])
        worst = tape.largest(tape.elementwise("absolute", error))
        others = lowered.gradients if with_gradients else (lowered.value,)
        lanes = Lanes(tape, self._nets, names[:1] if self._shares_samples else ())
        wanted = lanes.record([worst, *others])
        homes: dict[int, Array] = {}
        if with_gradients:
            wanted[1:] = map(lanes.flat, wanted[1:])
            homes = dict(enumerate(self._parts(self.gradient), start=1))
        parts = self._parts(self._parameters)
        given = dict(zip(names[-len(parts) :], parts, strict=True))
        code = write_arrays(lanes.tape, wanted, given, outputs=homes)
        return _Code(make_function("many_passes", (), code.lines, code.names), code)

    def _lower(self, samples: int) -> Lowered:
        network, layers = self._network, self._network.layers
        widths = (layers[0], layers[-1], *layers[1:-1])
        data: list[NodeId] = [network.input, network.target, *network.masks]
        shapes = {node: (samples, width) for node, width in zip(data, widths, strict=False)}
        nodes = network.parameter_nodes
        return lower(
            self._plan,
            network.loss,
            (*data, *nodes),
            nodes,
            shapes=shapes,
            shown=[network.prediction],
            seed=self._seed,
            quick=True,
        )

    def _parts(self, vectors: Array) -> list[Array]:
        """Return each parameter of all networks as the compiled passes read and write it."""
        network = self._network
        return [
            vectors[where].reshape(flat_shape(shape, self._nets))
            for where, shape in zip(network.parameter_slices, network.parameter_shapes, strict=True)
        ]
