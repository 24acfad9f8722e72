"""What the view of signals through a deep network is set to, and what was computed for it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from engine.formula.own_functions import own_operation_anew
from engine.training.analysis.signal_statistics import LayerSignals, stepwise_statistics

MOST_DEPTH, MOST_WIDTH, MOST_SEED = 50, 300, 9999
SAMPLES = 200


@dataclass(frozen=True)
class SignalsSetup:
    """A deep network at its start.

    Attributes:
        activation: Operation that each layer ends with, or a function that was typed in.
        initializer: Rule for the weights and biases.
        depth: How many layers.
        width: Units of each.
        seed: Seed of inputs, weights and gradients.
        formula: The text of the function that was typed in, or ''.
    """

    activation: str = "tanh"
    initializer: str = "xavier"
    depth: int = 10
    width: int = 100
    seed: int = 0
    formula: str = ""


@dataclass(frozen=True, eq=False)
class SignalsResult:
    """The signals of each layer, with the setup they belong to."""

    setup: SignalsSetup
    layers: tuple[LayerSignals, ...]

    @property
    def gradient_ratio(self) -> float:
        """The spread of the gradient at the first layer, as a share of that at the last.

        It is no number where no gradient sets out.
        """
        first, last = self.layers[0].gradients.deviation, self.layers[-1].gradients.deviation
        return first / last if last else float("nan")


def compute_signals(setup: SignalsSetup) -> Iterator[SignalsResult | None]:
    """Compute the signals; what comes before the last record only lets go of the thread."""
    for layers in stepwise_statistics(
        own_operation_anew(setup.activation, setup.formula) if setup.formula else setup.activation,
        setup.initializer,
        depth=setup.depth,
        width=setup.width,
        samples=SAMPLES,
        seed=setup.seed,
    ):
        yield None if layers is None else SignalsResult(setup, layers)
