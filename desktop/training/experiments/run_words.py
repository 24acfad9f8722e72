"""A run in words: what a table and a heading say of its settings."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from desktop.foundation.translation import filled, translate_engine
from desktop.training.experiments.experiment import text_of
from desktop.widgets.fields.number_text import format_number
from engine.operations.catalog import OPERATIONS
from engine.quoting import quote
from engine.training.initializers.catalog import INITIALIZERS
from engine.training.network.layers import format_layers
from engine.training.run.run import TrainingRun


def data_words(run: TrainingRun) -> str:
    """Return the title of a run's data; those of a file are called as it is, in every language."""
    title = "" if run.samples is None else run.samples.title
    return quote(title) or translate_engine(run.recipe.title)


def network_words(run: TrainingRun) -> str:
    """Return a run's layers and what its hidden units do, such as “2-4-1 tanh”."""
    names = dict.fromkeys(run.activations or (run.activation,))
    titles = "/".join(translate_engine(OPERATIONS[name].title) for name in names)
    layers = format_layers(run.layers)
    return f"{layers} {titles}" if len(run.layers) > 2 else layers


def start_words(run: TrainingRun) -> str:
    """Return how a run's first weights are drawn, with the seed."""
    title = translate_engine(INITIALIZERS[run.initializer].title)
    seed = filled(QCoreApplication.translate("RunWords", "seed {0}"), run.seed)
    return f"{title}, {seed}"


def loss_words(run: TrainingRun) -> str:
    """Return the title of a run's loss, with its penalties."""
    title = translate_engine(OPERATIONS[run.loss].title)
    penalties = [
        f"{name} {format_number(value, 3)}"
        for name, value in (("L1", run.l1), ("L2", run.l2))
        if value
    ]
    return ", ".join([title, *penalties])


def optimizer_words(run: TrainingRun) -> str:
    """Return the title of a run's optimizer with its rate, and the batch if there is one."""
    rate = format_number(run.optimizer_settings["learning_rate"], 3)
    text = f"{translate_engine(run.rule.title)} {rate}"
    if run.batch_size is None:
        return text
    batch = filled(QCoreApplication.translate("RunWords", "batch {0}"), run.batch_size)
    return f"{text}, {batch}"


def run_words(run: TrainingRun) -> str:
    """Return everything that tells one run from another, but for its start."""
    return text_of([data_words(run), network_words(run), loss_words(run), optimizer_words(run)])
