"""The subcommand ``train``: the history of a network's training."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import islice

from engine.command_line.setting_arguments import parse_settings, whole_number
from engine.command_line.subcommand import CommandLineError, Subcommand
from engine.command_line.subcommands.export import TARGETS
from engine.command_line.tables import chosen_steps, json_text, short_number, table
from engine.errors import DivergenceError
from engine.operations.catalog import OPERATIONS
from engine.optimizers.catalog import OPTIMIZERS
from engine.quoting import sentence_case
from engine.training.datasets.catalog import DATASETS
from engine.training.initializers.catalog import INITIALIZERS
from engine.training.network.layers import parse_layers
from engine.training.run.loop import TrainingStep, train
from engine.training.run.run import TrainingRun

MOST_EPOCHS = 100_000
_MOST_WORK = 1_000_000_000_000
_STEP_WORK = 100_000

_DESCRIPTION = """\
Train a network and print loss and accuracy after each epoch; epoch 0 is the start.

examples:
  python -m engine train --data xor --layers 2-4-1 --activation tanh --seed 7 --epochs 200
  python -m engine train --data spiral --layers 2-8-8-1 --optimizer adam --batch 10 \\
      --set learning_rate=0.03 --epochs 100 --json
  python -m engine train --data xor --layers 2-4-1 --epochs 500 --export pytorch"""


@dataclass(frozen=True, slots=True)
class _Entry:
    """What is told of an epoch."""

    epoch: int
    loss: float
    accuracy: float
    is_solved: bool

    @property
    def shown(self) -> Mapping[str, float]:
        return {"epoch": self.epoch, "loss": self.loss, "accuracy": self.accuracy}


def _configure(parser: ArgumentParser) -> None:
    parser.add_argument("--data", default="xor", metavar="NAME", help=", ".join(DATASETS))
    parser.add_argument(
        "--data-set", nargs="+", default=[], metavar="NAME=NUMBER", help="the data's settings"
    )
    parser.add_argument("--layers", default="2-4-1", help="units in each layer, such as 2-4-1")
    parser.add_argument("--activation", default="tanh", metavar="NAME", help="of hidden layers")
    parser.add_argument("--output", default="sigmoid", metavar="NAME", help="of the last layer")
    parser.add_argument(
        "--loss",
        default="binary_cross_entropy",
        metavar="NAME",
        help="binary_cross_entropy or mean_squared_error",
    )
    parser.add_argument("--init", default="xavier", metavar="NAME", help=", ".join(INITIALIZERS))
    parser.add_argument("--optimizer", default="sgd", metavar="NAME", help=", ".join(OPTIMIZERS))
    parser.add_argument(
        "--set", nargs="+", default=[], metavar="NAME=NUMBER", help="the optimizer's settings"
    )
    parser.add_argument("--batch", metavar="N", help="samples in a step; by default all")
    parser.add_argument("--seed", default="0", help="of the initial weights")
    parser.add_argument("--data-seed", default="0", help="of drawn points")
    parser.add_argument("--epochs", default="200", metavar="N", help="by default 200")
    parser.add_argument(
        "--export",
        metavar="FORM",
        help=f"print the trained network instead: {', '.join(TARGETS)}",
    )
    parser.add_argument(
        "--json", action="store_true", help='print {"history": [{"epoch": …, "loss": …, …}], …}'
    )


def _run(arguments: Namespace) -> str:
    export = None if arguments.export is None else TARGETS.require(arguments.export.strip())
    epochs = whole_number(arguments.epochs, "--epochs", 1, MOST_EPOCHS)
    run = _training_run(arguments)
    _check_work(run, epochs)
    history, last, cause = _history(run, epochs)
    if export is not None:
        network = run.network
        return export.write(network.with_parameters(last.parameters), network.loss)
    if arguments.json:
        return _as_json(history, last, cause)
    return _as_text(history, cause)


RECORDS = (
    Subcommand(
        "train",
        "Train a network and print its history.",
        _DESCRIPTION,
        _configure,
        _run,
    ),
)


def _training_run(arguments: Namespace) -> TrainingRun:
    run = TrainingRun(
        data=DATASETS.require(arguments.data.strip()).name,
        data_settings=parse_settings(arguments.data_set),
        data_seed=whole_number(arguments.data_seed, "--data-seed", 0, 2**31),
        layers=parse_layers(arguments.layers.strip()),
        activation=OPERATIONS.require(arguments.activation.strip()).name,
        output=OPERATIONS.require(arguments.output.strip()).name,
        loss=OPERATIONS.require(arguments.loss.strip()).name,
        initializer=INITIALIZERS.require(arguments.init.strip()).name,
        seed=whole_number(arguments.seed, "--seed", 0, 2**31),
        batch_size=None
        if arguments.batch is None
        else whole_number(arguments.batch, "--batch", 1, MOST_EPOCHS),
    )
    usual = run.with_optimizer(OPTIMIZERS.require(arguments.optimizer.strip()).name)
    return usual.with_optimizer(
        usual.optimizer, {**usual.optimizer_settings, **parse_settings(arguments.set)}
    )


def _check_work(run: TrainingRun, epochs: int) -> None:
    """Refuse a training that would take more than some ten minutes.

    Raises:
        CommandLineError: It would; the sentence says how many epochs would not.
    """
    samples, steps = len(run.dataset.inputs), run.steps_per_epoch
    weights = run.network.start.size
    # Each weight is used some times for each sample, and a step costs something by itself.
    work = 6 * samples * weights + steps * _STEP_WORK
    most = max(_MOST_WORK // work, 1)
    if epochs > most:
        raise CommandLineError(
            "training_too_long",
            f"--epochs is at most {most:,} for {samples:,} samples in {steps:,} steps an epoch and "
            f"{weights:,} weights, and {epochs:,} is more.",
            most=most,
            epochs=epochs,
        )


def _history(
    run: TrainingRun, epochs: int
) -> tuple[list[_Entry], TrainingStep, DivergenceError | None]:
    """Return the numbers at the start and after each epoch, and why it ended early, if it did.

    Of a record with all weights and predictions only the last one is kept: a hundred thousand of
    them would fill the memory.

    Raises:
        DivergenceError: There is not even a start.
    """
    entries: list[_Entry] = []
    last: TrainingStep | None = None
    try:
        for record in islice(_epochs(run), epochs + 1):
            last = record
            entries.append(_Entry(record.epoch, record.loss, record.accuracy, record.is_solved))
    except DivergenceError as error:
        if last is None:
            raise
        return entries, last, error
    assert last is not None
    return entries, last, None


def _epochs(run: TrainingRun) -> Iterator[TrainingStep]:
    return (record for record in train(run) if record.step % run.steps_per_epoch == 0)


def _as_json(history: list[_Entry], last: TrainingStep, cause: DivergenceError | None) -> str:
    record = {
        "history": [item.shown for item in history],
        "predictions": last.predictions,
        "solved_at": _solved_at(history),
        "diverged": None if cause is None else cause.sentence,
    }
    return json_text(record)


def _solved_at(history: list[_Entry]) -> int | None:
    return next((item.epoch for item in history if item.is_solved), None)


def _as_text(history: list[_Entry], cause: DivergenceError | None) -> str:
    rows = [
        (
            str(history[index].epoch),
            short_number(history[index].loss),
            f"{history[index].accuracy:.1%}",
        )
        for index in chosen_steps(len(history) - 1)
    ]
    lines = table([("epoch", "loss", "accuracy"), *rows])
    solved = _solved_at(history)
    if solved is not None:
        lines.append(f"Every sample was right first after epoch {solved}.")
    if cause is not None:
        lines.append(f"{sentence_case(cause.sentence)}.")
    return "\n".join(lines)
