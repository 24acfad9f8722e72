"""What the command line trains: a training file, a table, or a data set of the program."""

from __future__ import annotations

from argparse import Namespace
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from engine.command_line.setting_arguments import number, parse_settings, whole_number
from engine.command_line.subcommand import CommandLineError
from engine.command_line.table_training import (
    TableChoice,
    names_file,
    read_table_file,
    split_names,
)
from engine.command_line.training_report import setup_lines
from engine.file_kinds import kind_of
from engine.operations.catalog import OPERATIONS
from engine.optimizers.catalog import OPTIMIZERS
from engine.quoting import quote
from engine.regular_file import read_text
from engine.training.compiled.retraining import retraining
from engine.training.datasets.catalog import ALL_DATA
from engine.training.initializers.catalog import INITIALIZERS
from engine.training.network.layers import parse_layers
from engine.training.run.loop import TrainingStep, train
from engine.training.run.record_reading import read_training
from engine.training.run.run import TrainingRun
from engine.training.run.setup import TrainingSetup
from engine.training.run.training_record import LARGEST_TRAINING_BYTES, TrainingRecord

MOST_EPOCHS = 100_000
USUAL_EPOCHS = 200
_MOST_SEED = 2**31
_MOST_WORK = 1_000_000_000_000
_STEP_WORK = 100_000


@dataclass(frozen=True, slots=True)
class Job:
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


def file_job(arguments: Namespace) -> Job:
    """Return the training that a file holds; it says everything but how long to go on.

    Raises:
        CommandLineError: An option stands beside it that it says itself.
        FileFormatError: It cannot be read, or is no training.
    """
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
    path = Path(arguments.file.strip())
    kind = kind_of(path)
    if kind is not None and kind.name == "table":
        raise CommandLineError(
            "table_as_file",
            f"“{quote(path.name)}” is a table and no training that was saved: give it to --data, "
            "and say by --target what is to be predicted.",
            name=path.name,
        )
    text = read_text(path, LARGEST_TRAINING_BYTES)
    *_, content = read_training(text)
    assert content is not None, "a reader's last record is the content"
    return _record_job(content, arguments.epochs)


def _record_job(content: TrainingRecord, epochs: str | None) -> Job:
    run = content.run
    head = (*setup_lines(run),)
    if epochs is None and content.position:
        count = -(-content.position // min(part.run.steps_per_epoch for part in content.parts))
        return Job(run, count, lambda: retraining(content), content.position, head)
    count = _epochs(epochs)
    return Job(run, count, lambda: retraining(content), head=head)


def data_job(arguments: Namespace) -> Job:
    """Return the training of a table or a data set, with the choices that were spoken.

    Raises:
        EngineError: They do not go together, or the table cannot be read.
    """
    name = (arguments.data or "xor").strip()
    notes: tuple[str, ...] = ()
    share = 0.0
    if arguments.test_share is not None:
        share = number(arguments.test_share, "--test-share")
    seed = whole_number(arguments.seed or "0", "--seed", 0, _MOST_SEED)
    data_seed = whole_number(arguments.data_seed or "0", "--data-seed", 0, _MOST_SEED)
    setup = TrainingSetup(TrainingRun(seed=seed, data_seed=data_seed))
    is_table = name not in ALL_DATA and names_file(name)
    if is_table:
        _refuse(arguments, ("data_set",), "is for data sets of the program, and --data is a table")
        choice = TableChoice(
            split_names(arguments.target),
            split_names(arguments.inputs),
            arguments.rows == "first",
            data_seed,
        )
        found = read_table_file(Path(name), choice)
        notes = found.notes
        setup = setup.with_table(found.dataset)
    else:
        record = ALL_DATA.require(name)
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
        return Job(run, epochs, lambda: retraining(record_of), head=head)
    is_told = run.dataset.is_regression or run.test_dataset is not None
    return Job(run, epochs, lambda: _plainly(run), is_summed_up=is_told)


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
    return whole_number(text or str(USUAL_EPOCHS), "--epochs", 1, MOST_EPOCHS)


def _plainly(run: TrainingRun) -> Iterator[tuple[TrainingRun, TrainingStep]]:
    """Yield the start and the end of each epoch, step by step."""
    return ((run, record) for record in train(run) if record.step % run.steps_per_epoch == 0)


def work_of(run: TrainingRun) -> int:
    """Return what an epoch costs: each weight is used some times for each sample."""
    weights = run.network.start.size
    return 6 * len(run.dataset) * weights + run.steps_per_epoch * _STEP_WORK


def check_work(run: TrainingRun, epochs: int) -> None:
    """Refuse a training that would take more than some ten minutes.

    Raises:
        CommandLineError: It would; the sentence says how many epochs would not.
    """
    most = max(_MOST_WORK // work_of(run), 1)
    if epochs > most:
        samples, weights = len(run.dataset), run.network.start.size
        raise CommandLineError(
            "training_too_long",
            f"--epochs is at most {most:,} for {samples:,} samples in {run.steps_per_epoch:,} "
            f"steps an epoch and {weights:,} weights, and {epochs:,} is more.",
            most=most,
            epochs=epochs,
        )
