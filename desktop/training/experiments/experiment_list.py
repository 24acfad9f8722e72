"""The list of all experiments: what each is called, and how its view is made."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from desktop.training.experiments.experiment import ExperimentView
from desktop.training.experiments.fact_names import (
    COMPARE_FACTS,
    GRADIENTS_FACTS,
    PERCEPTRON_FACTS,
    REGRESSION_FACTS,
    SEEDS_FACTS,
)
from desktop.training.experiments.run_log import ExperimentContext

TRAINER, COMPARE = "train", "compare"


@dataclass(frozen=True)
class Experiment:
    """One view of the training page.

    Attributes:
        name: Unique identifier.
        title: What its tab and its menu entry say.
        summary: What it shows, in one sentence.
        key: The shortcut that shows it.
        make: Makes its view; None for the training itself.
        facts: The names of what its view knows; they have no value before the view is made.
    """

    name: str
    title: str
    summary: str
    key: str
    make: Callable[[ExperimentContext, QWidget], ExperimentView] | None = None
    facts: tuple[str, ...] = ()


def list_experiments() -> tuple[Experiment, ...]:
    """Return the views in the order of their tabs, the training first."""
    translate = QCoreApplication.translate
    return (
        Experiment(
            TRAINER,
            translate("Experiments", "Train"),
            translate("Experiments", "Train one network and look at everything in it"),
            "Alt+1",
        ),
        Experiment(
            "seeds",
            translate("Experiments", "Many seeds"),
            translate(
                "Experiments",
                "Train the same network from many initial weights at once: how many converge, "
                "how soon, and what each has learned",
            ),
            "Alt+2",
            _make_seeds,
            SEEDS_FACTS,
        ),
        Experiment(
            COMPARE,
            translate("Experiments", "A and B"),
            translate(
                "Experiments",
                "Two runs side by side from the same start, and a table of all runs so far",
            ),
            "Alt+3",
            _make_compare,
            COMPARE_FACTS,
        ),
        Experiment(
            "perceptron",
            translate("Experiments", "Perceptron"),
            translate(
                "Experiments",
                "One neuron learns OR, AND or XOR by the perceptron rule, sample by sample",
            ),
            "Alt+4",
            _make_perceptron,
            PERCEPTRON_FACTS,
        ),
        Experiment(
            "regression",
            translate("Experiments", "Regression"),
            translate(
                "Experiments",
                "Fit a line to a few points and watch the cost go downhill",
            ),
            "Alt+5",
            _make_regression,
            REGRESSION_FACTS,
        ),
        Experiment(
            "gradients",
            translate("Experiments", "Vanishing gradients"),
            translate(
                "Experiments",
                "How large the gradient still is in each layer of a deep network",
            ),
            "Alt+6",
            _make_gradients,
            GRADIENTS_FACTS,
        ),
    )


# Each is imported when it is first shown, so that the page opens at once.


def _make_seeds(context: ExperimentContext, parent: QWidget) -> ExperimentView:
    from desktop.training.experiments.seeds.seeds_view import SeedsView

    return SeedsView(parent)


def _make_compare(context: ExperimentContext, parent: QWidget) -> ExperimentView:
    from desktop.training.experiments.compare.compare_view import CompareView

    return CompareView(context, parent)


def _make_perceptron(context: ExperimentContext, parent: QWidget) -> ExperimentView:
    from desktop.training.experiments.perceptron.perceptron_view import PerceptronView

    return PerceptronView(parent)


def _make_regression(context: ExperimentContext, parent: QWidget) -> ExperimentView:
    from desktop.training.experiments.regression.regression_view import RegressionView

    return RegressionView(parent)


def _make_gradients(context: ExperimentContext, parent: QWidget) -> ExperimentView:
    from desktop.training.experiments.gradients.gradients_view import GradientsView

    return GradientsView(parent)
