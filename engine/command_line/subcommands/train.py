"""The subcommand ``train``: the history of a network's training, and what came of it."""

from __future__ import annotations

from argparse import ArgumentParser, BooleanOptionalAction, Namespace
from collections.abc import Callable
from typing import Any

from engine.command_line.subcommand import Subcommand
from engine.command_line.subcommands.export import TARGETS
from engine.command_line.tables import chosen_steps, json_text, short_number, table
from engine.command_line.training_history import Entry, History, history_of
from engine.command_line.training_jobs import USUAL_EPOCHS, Job, check_work, data_job, file_job
from engine.command_line.training_report import result_lines, result_record
from engine.optimizers.catalog import OPTIMIZERS
from engine.quoting import sentence_case
from engine.training.datasets.catalog import ALL_DATA
from engine.training.initializers.catalog import INITIALIZERS
from engine.training.network.layer_graph import layer_graph

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


def _configure(parser: ArgumentParser) -> None:
    parser.add_argument("file", nargs="?", metavar="FILE", help="a training saved by the app")
    parser.add_argument(
        "--data", metavar="NAME|TABLE", help=f"a table in a file, or {', '.join(ALL_DATA)}"
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
    parser.add_argument("--epochs", metavar="N", help=f"by default {USUAL_EPOCHS}")
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
    job = data_job(arguments) if arguments.file is None else file_job(arguments)
    check_work(job.run, job.epochs)
    history = history_of(job)
    if export is not None:
        run, data, original = history.run, history.run.dataset, history.run.original_dataset
        graph = layer_graph(
            run.network, history.last.parameters, original.inputs, original.targets,
            data.scales, data.target_scales,
        )  # fmt: skip
        return export.write(graph, run.network.loss)
    return _as_json(job, history) if arguments.json else _as_text(job, history)


RECORDS = (
    Subcommand(
        "train",
        "Train a network and print its history.",
        _DESCRIPTION,
        _configure,
        _run,
    ),
)


def _as_json(job: Job, history: History) -> str:
    last, cause = history.last, history.cause
    record: dict[str, Any] = {
        "history": [item.shown for item in history.entries],
        "predictions": last.predictions,
        "solved_at": history.solved_at,
        "diverged": None if cause is None else cause.sentence,
    }
    if job.is_summed_up:
        record |= {
            "step": last.step,
            "notes": job.head,
            **result_record(history.run, last),
            "parameters": last.parameters,
        }
    return json_text(record)


def _as_text(job: Job, history: History) -> str:
    entries, run = history.entries, history.run
    columns: list[tuple[str, Callable[[Entry], str]]] = [
        ("epoch", lambda item: str(item.epoch)),
        ("loss", lambda item: short_number(item.loss)),
    ]
    is_regression = run.dataset.is_regression
    if not is_regression:
        columns.append(("accuracy", lambda item: f"{item.accuracy:.1%}"))
    if run.test_dataset is not None:
        columns.append(("test loss", lambda item: _of_test(item, 0, short_number)))
        if not is_regression:
            columns.append(("test accuracy", lambda item: _of_test(item, 1, "{:.1%}".format)))
    rows = [[title for title, _ in columns]]
    rows += [
        [cell(entries[index]) for _, cell in columns] for index in chosen_steps(len(entries) - 1)
    ]
    lines = [*job.head, *table(rows)]
    if history.solved_at is not None:
        lines.append(f"Every sample was right first after epoch {history.solved_at}.")
    if history.cause is not None:
        lines.append(f"{sentence_case(history.cause.sentence)}.")
    if job.is_summed_up:
        lines += result_lines(run, history.last)
    return "\n".join(lines)


def _of_test(entry: Entry, place: int, written: Callable[[float], str]) -> str:
    return "" if entry.test is None else written(entry.test[place])
