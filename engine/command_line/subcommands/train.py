"""The subcommand ``train``: the history of a network's training, and what came of it."""

from __future__ import annotations

import sys
from argparse import ArgumentParser, BooleanOptionalAction, Namespace
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from engine.command_line.setting_arguments import number as parse_number
from engine.command_line.setting_arguments import parse_settings, whole_number
from engine.command_line.subcommand import CommandLineError, Subcommand
from engine.command_line.subcommands.export import TARGETS
from engine.command_line.table_training import (
    TableChoice,
    names_file,
    read_table_file,
    split_names,
)
from engine.command_line.tables import chosen_steps, json_text, short_number, table
from engine.command_line.training_report import result_lines, result_record, setup_lines
from engine.errors import DivergenceError
from engine.operations.catalog import OPERATIONS
from engine.optimizers.catalog import OPTIMIZERS
from engine.quoting import sentence_case
from engine.regular_file import read_text
from engine.training.compiled.retraining import retraining
from engine.training.datasets.catalog import DATASETS
from engine.training.initializers.catalog import INITIALIZERS
from engine.training.network.layer_graph import layer_graph
from engine.training.network.layers import parse_layers
from engine.training.run.loop import TrainingStep, train
from engine.training.run.moment import moment_of
from engine.training.run.record_reading import read_training
from engine.training.run.run import TrainingRun
from engine.training.run.setup import TrainingSetup
from engine.training.run.training_record import LARGEST_TRAINING_BYTES, TrainingRecord

MOST_EPOCHS = 100_000
_USUAL_EPOCHS = 200
_MOST_WORK = 1_000_000_000_000
_STEP_WORK = 100_000
# A training that takes some seconds says now and then how far it is.
_SILENT_WORK = 10_000_000_000
_PROGRESS_LINES = 10

_DESCRIPTION = """\
Train a network and print loss and accuracy after each epoch; epoch 0 is the start.

The data are one of the program's own, or a table in a file. Of a table the columns are read as the
app reads them: the target is the last column that can be one, or the one named, words are coded as
0 and 1 or one-hot, rows with gaps are left out, and inputs, and targets that are numbers, are
standardized. With FILE a training that was saved by the app is trained again, bit for bit, up to
the step that it shows, or for --epochs in all.

examples:
  python -m engine train --data xor --layers 2-4-1 --activation tanh --seed 7 --epochs 200
  python -m engine train --data spiral --layers 2-8-8-1 --optimizer adam --batch 10 \\
      --set learning_rate=0.03 --epochs 100 --json
  python -m engine train --data xor --layers 2-4-1 --epochs 500 --export pytorch
  python -m engine train --data passed.csv --target passed --test-share 0.3
  python -m engine train --data houses.csv --target price,rent --inputs area,rooms --rows first
  python -m engine train lesson.training"""


@dataclass(frozen=True, slots=True)
class _Entry:
    """What is told of an epoch."""

    epoch: int
    loss: float
    accuracy: float
    is_solved: bool
    test: tuple[float, float] | None = None

    @property
    def shown(self) -> Mapping[str, float]:
        found = {"epoch": self.epoch, "loss": self.loss, "accuracy": self.accuracy}
        if self.test is not None:
            found |= {"test_loss": self.test[0], "test_accuracy": self.test[1]}
        return found


@dataclass(frozen=True, slots=True)
class _Job:
    """What is to be trained.

    Attributes:
        run: The run in force at the end, by which the work is judged.
        epochs: The epochs to make in all.
        records: Yields the start and the end of each epoch, with the run in force, without end.
        last_step: The step to end at; None for the end of the last epoch.
        head: What is said before the history.
        is_summed_up: Whether what came of it is told at the end.
    """

    run: TrainingRun
    epochs: int
    records: Callable[[], Iterator[tuple[TrainingRun, TrainingStep]]]
    last_step: int | None = None
    head: tuple[str, ...] = ()
    is_summed_up: bool = True


def _configure(parser: ArgumentParser) -> None:
    parser.add_argument("file", nargs="?", metavar="FILE", help="a training saved by the app")
    parser.add_argument(
        "--data", metavar="NAME|TABLE", help=f"a table in a file, or {', '.join(DATASETS)}"
    )
    parser.add_argument("--data-set", nargs="+", metavar="NAME=NUMBER", help="the data's settings")
    parser.add_argument("--target", metavar="NAME[,NAME]", help="the table's columns to predict")
    parser.add_argument("--inputs", metavar="NAME,…", help="the table's columns to predict from")
    parser.add_argument(
        "--rows",
        choices=("first", "random"),
        help="which rows of a very long table are taken; by default random",
    )
    parser.add_argument("--test-share", metavar="SHARE", help="kept for the test; by default none")
    parser.add_argument(
        "--standardize",
        action=BooleanOptionalAction,
        default=None,
        help="(x - mean) / deviation; by default on for tables and off for other data",
    )
    parser.add_argument("--layers", help="units in each layer; by default 2-4-1, as the data need")
    parser.add_argument("--activation", metavar="NAME", help="of hidden layers; by default tanh")
    parser.add_argument("--output", metavar="NAME", help="of the last layer")
    parser.add_argument("--loss", metavar="NAME", help="such as mean_squared_error")
    parser.add_argument("--init", metavar="NAME", help=", ".join(INITIALIZERS))
    parser.add_argument("--optimizer", metavar="NAME", help=", ".join(OPTIMIZERS))
    parser.add_argument("--set", nargs="+", metavar="NAME=NUMBER", help="the optimizer's settings")
    parser.add_argument("--batch", metavar="N", help="samples in a step; by default all")
    parser.add_argument("--seed", help="of the initial weights; by default 0")
    parser.add_argument("--data-seed", help="of drawn points, rows and test samples; by default 0")
    parser.add_argument("--epochs", metavar="N", help=f"by default {_USUAL_EPOCHS}")
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
    job = _file_job(arguments) if arguments.file is not None else _data_job(arguments)
    _check_work(job.run, job.epochs)
    history, run, last, cause = _history(job)
    if export is not None:
        data = run.dataset
        original = run.original_dataset
        graph = layer_graph(
            run.network,
            last.parameters,
            original.inputs,
            original.targets,
            data.scales,
            data.target_scales,
        )
        return export.write(graph, run.network.loss)
    if arguments.json:
        return _as_json(job, history, run, last, cause)
    return _as_text(job, history, run, last, cause)


RECORDS = (
    Subcommand(
        "train",
        "Train a network and print its history.",
        _DESCRIPTION,
        _configure,
        _run,
    ),
)


def _file_job(arguments: Namespace) -> _Job:
    """Return the training that a file holds; it says everything but how long to go on."""
    spoken = [
        f"--{name.replace('_', '-')}"
        for name, value in vars(arguments).items()
        if value is not None and name not in {"file", "epochs", "export", "json"}
    ]
    if spoken:
        raise CommandLineError(
            "file_says_all",
            f"A training file says itself how to train, so {spoken[0]} has no place beside it; "
            "--epochs says how long to go on.",
            option=spoken[0],
        )
    text = read_text(Path(arguments.file.strip()), LARGEST_TRAINING_BYTES)
    *_, content = read_training(text)
    assert content is not None, "a reader's last record is the content"
    return _record_job(content, arguments.epochs)


def _record_job(content: TrainingRecord, epochs: str | None) -> _Job:
    run = content.run
    head = (*setup_lines(run),)
    if epochs is None and content.position:
        count = -(-content.position // min(part.run.steps_per_epoch for part in content.parts))
        return _Job(run, count, lambda: retraining(content), content.position, head)
    count = _epochs(epochs)
    return _Job(run, count, lambda: retraining(content), head=head)


def _data_job(arguments: Namespace) -> _Job:
    name, notes = (arguments.data or "xor").strip(), ()
    share = 0.0
    if arguments.test_share is not None:
        share = parse_number(arguments.test_share, "--test-share")
    seeds = {
        "seed": whole_number(arguments.seed or "0", "--seed", 0, 2**31),
        "data_seed": whole_number(arguments.data_seed or "0", "--data-seed", 0, 2**31),
    }
    setup = TrainingSetup(TrainingRun(**seeds))
    is_table = name not in DATASETS and names_file(name)
    if is_table:
        _refuse(arguments, ("data_set",), "is for data sets of the program, and --data is a table")
        choice = TableChoice(
            split_names(arguments.target),
            split_names(arguments.inputs),
            arguments.rows == "first",
            seeds["data_seed"],
        )
        found = read_table_file(Path(name), choice)
        notes = found.notes
        setup = setup.with_table(found.dataset)
    else:
        record = DATASETS.require(name)
        _refuse(arguments, ("target", "inputs", "rows"), "is for tables, and --data is none")
        setup = setup.with_data(record.name)
        setup = setup.changed(data_settings=parse_settings(arguments.data_set or []))
    if share or arguments.test_share is not None:
        setup = setup.changed(test_share=share)
    if arguments.standardize is not None:
        setup = setup.with_standardize(arguments.standardize)
    run = _chosen(setup, arguments).run
    epochs = _epochs(arguments.epochs)
    if is_table:
        record_of = TrainingRecord.of(TrainingSetup(run))
        head = (*notes, *setup_lines(run))
        return _Job(run, epochs, lambda: retraining(record_of), head=head)
    is_told = run.dataset.is_regression or run.test_dataset is not None
    return _Job(run, epochs, lambda: _plainly(run), is_summed_up=is_told)


def _refuse(arguments: Namespace, names: tuple[str, ...], why: str) -> None:
    for name in names:
        if getattr(arguments, name) is not None:
            option = f"--{name.replace('_', '-')}"
            raise CommandLineError("option_out_of_place", f"{option} {why}.", option=option)


def _chosen(setup: TrainingSetup, arguments: Namespace) -> TrainingSetup:
    """Return a setup with the choices of the network and of its training that were spoken."""
    changes: dict[str, Any] = {}
    if arguments.layers is not None:
        changes |= {"layers": parse_layers(arguments.layers.strip()), "activations": ()}
    for option, name, records in (
        ("activation", "activation", OPERATIONS),
        ("output", "output", OPERATIONS),
        ("loss", "loss", OPERATIONS),
        ("init", "initializer", INITIALIZERS),
    ):
        spoken = getattr(arguments, option)
        if spoken is not None:
            changes[name] = records.require(spoken.strip()).name
    if arguments.batch is not None:
        changes["batch_size"] = whole_number(arguments.batch, "--batch", 1, MOST_EPOCHS)
    setup = setup.changed(**changes)
    if arguments.optimizer is not None:
        setup = setup.with_optimizer(OPTIMIZERS.require(arguments.optimizer.strip()).name)
    settings = parse_settings(arguments.set or [])
    if not settings:
        return setup
    return setup.changed(optimizer_settings={**setup.run.optimizer_settings, **settings})


def _epochs(text: str | None) -> int:
    return whole_number(text or str(_USUAL_EPOCHS), "--epochs", 1, MOST_EPOCHS)


def _plainly(run: TrainingRun) -> Iterator[tuple[TrainingRun, TrainingStep]]:
    """Yield the start and the end of each epoch, step by step."""
    return ((run, record) for record in train(run) if record.step % run.steps_per_epoch == 0)


def _work(run: TrainingRun) -> int:
    """Return what an epoch costs: each weight is used some times for each sample."""
    weights = run.network.start.size
    return 6 * len(run.dataset) * weights + run.steps_per_epoch * _STEP_WORK


def _check_work(run: TrainingRun, epochs: int) -> None:
    """Refuse a training that would take more than some ten minutes.

    Raises:
        CommandLineError: It would; the sentence says how many epochs would not.
    """
    most = max(_MOST_WORK // _work(run), 1)
    if epochs > most:
        samples, weights = len(run.dataset), run.network.start.size
        raise CommandLineError(
            "training_too_long",
            f"--epochs is at most {most:,} for {samples:,} samples in {run.steps_per_epoch:,} "
            f"steps an epoch and {weights:,} weights, and {epochs:,} is more.",
            most=most,
            epochs=epochs,
        )


def _history(
    job: _Job,
) -> tuple[list[_Entry], TrainingRun, TrainingStep, DivergenceError | None]:
    """Return the numbers at the start and after each epoch, and why it ended early, if it did.

    Of a record with all weights and predictions only the last one is kept: a hundred thousand of
    them would fill the memory.

    Raises:
        DivergenceError: There is not even a start.
    """
    entries: list[_Entry] = []
    last: tuple[TrainingRun, TrainingStep] | None = None
    every = max(1, job.epochs // _PROGRESS_LINES) if _is_long(job) else 0
    try:
        for run, record in job.records():
            if last is not None and record.epoch > last[1].epoch and every:
                _tell_progress(record, job.epochs, every)
            last = run, record
            entries.append(_entry(run, record))
            if _is_over(job, record):
                break
    except DivergenceError as error:
        if last is None:
            raise
        return entries, *last, error
    assert last is not None
    return entries, *last, None


def _is_over(job: _Job, record: TrainingStep) -> bool:
    if job.last_step is not None:
        return record.step >= job.last_step
    return record.epoch >= job.epochs


def _is_long(job: _Job) -> bool:
    return _work(job.run) * job.epochs > _SILENT_WORK


def _tell_progress(record: TrainingStep, epochs: int, every: int) -> None:
    """Say how far a long training is, beside what is printed at its end."""
    if record.epoch % every == 0 and record.epoch < epochs:
        sys.stderr.write(
            f"epoch {record.epoch:,} of {epochs:,}: loss {short_number(record.loss)}\n"
        )
        sys.stderr.flush()


def _entry(run: TrainingRun, record: TrainingStep) -> _Entry:
    test = None
    if run.test_dataset is not None:
        moment = moment_of(run, record)
        test = moment.test_loss, moment.test_accuracy
    return _Entry(record.epoch, record.loss, record.accuracy, record.is_solved, test)


def _as_json(
    job: _Job,
    history: list[_Entry],
    run: TrainingRun,
    last: TrainingStep,
    cause: DivergenceError | None,
) -> str:
    record: dict[str, Any] = {
        "history": [item.shown for item in history],
        "predictions": last.predictions,
        "solved_at": _solved_at(history),
        "diverged": None if cause is None else cause.sentence,
    }
    if job.is_summed_up:
        record |= {
            "step": last.step,
            "notes": job.head,
            **result_record(run, last),
            "parameters": last.parameters,
        }
    return json_text(record)


def _solved_at(history: list[_Entry]) -> int | None:
    return next((item.epoch for item in history if item.is_solved), None)


def _as_text(
    job: _Job,
    history: list[_Entry],
    run: TrainingRun,
    last: TrainingStep,
    cause: DivergenceError | None,
) -> str:
    shown = [history[index] for index in chosen_steps(len(history) - 1)]
    columns: list[tuple[str, Callable[[_Entry], str]]] = [
        ("epoch", lambda item: str(item.epoch)),
        ("loss", lambda item: short_number(item.loss)),
    ]
    is_regression = run.dataset.is_regression
    if not is_regression:
        columns.append(("accuracy", lambda item: f"{item.accuracy:.1%}"))
    if run.test_dataset is not None:
        columns.append(("test loss", lambda item: short_number(item.test[0]) if item.test else ""))
        if not is_regression:
            columns.append(
                ("test accuracy", lambda item: f"{item.test[1]:.1%}" if item.test else "")
            )
    rows = [
        [title for title, _ in columns],
        *([cell(item) for _, cell in columns] for item in shown),
    ]
    lines = [*job.head, *table(rows)]
    solved = _solved_at(history)
    if solved is not None:
        lines.append(f"Every sample was right first after epoch {solved}.")
    if cause is not None:
        lines.append(f"{sentence_case(cause.sentence)}.")
    if job.is_summed_up:
        lines += result_lines(run, last)
    return "\n".join(lines)
