"""A table on the command line as what is trained on: read, planned, and what is said of it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import NamedTuple

from engine.command_line.subcommand import CommandLineError
from engine.quoting import listed, quote
from engine.regular_file import read_bytes
from engine.tables.decoding import decode
from engine.tables.limits import MOST_BYTES
from engine.tables.reading import read_table
from engine.tables.remarks import Remark, Weight
from engine.tables.table import Table
from engine.training.datasets.dataset import Dataset
from engine.training.datasets.table_data import make_dataset
from engine.training.datasets.table_plan import TablePlan, propose, with_targets


class TableChoice(NamedTuple):
    """What the command line says of a table.

    Attributes:
        targets: The names of the columns to be predicted; empty for the sensible one.
        inputs: The names of the inputs; empty for the sensible ones.
        takes_first: Whether the first rows are taken where there are too many.
        seed: What the random ones are drawn by.
    """

    targets: tuple[str, ...]
    inputs: tuple[str, ...]
    takes_first: bool
    seed: int


class ReadTable(NamedTuple):
    """A table's samples, and what is to be said about how they came about."""

    dataset: Dataset
    targets: tuple[str, ...]
    notes: tuple[str, ...]


def read_table_file(path: Path, choice: TableChoice) -> ReadTable:
    """Read a table and make samples of it.

    Raises:
        FileFormatError: It cannot be read, or nothing can be learnt from it so.
        CommandLineError: A column is named that is not there.
    """
    decoded = decode(read_bytes(path, MOST_BYTES))
    table = read_table(decoded.text)
    plan = _plan(table, choice)
    made = make_dataset(table, plan)
    dataset = made.required()
    remarks = (*decoded.remarks, *table.remarks, *made.remarks)
    return ReadTable(dataset, plan.targets, tuple(_told(remarks)))


def names_file(text: str) -> bool:
    """Return whether what stands behind ``--data`` names a file and not a data set."""
    return "." in text or "/" in text or "\\" in text or Path(text).is_file()


def split_names(text: str | None) -> tuple[str, ...]:
    """Return names that stand behind one another with commas between them."""
    names = () if text is None else tuple(name.strip() for name in text.split(","))
    return tuple(name for name in names if name)


def _plan(table: Table, choice: TableChoice) -> TablePlan:
    for name in (*choice.targets, *choice.inputs):
        _check_column(table, name)
    plan = propose(table, seed=choice.seed)
    if choice.targets:
        inputs: Sequence[str] | None = choice.inputs or None
        plan = with_targets(table, plan, choice.targets, inputs)
    if choice.inputs:
        ordered = tuple(name for name in table.names if name in choice.inputs)
        plan = replace(plan, inputs=ordered)
    return replace(plan, takes_first=choice.takes_first)


def _check_column(table: Table, name: str) -> None:
    if name not in table.names:
        raise CommandLineError(
            "no_such_column",
            f"The table has no column “{quote(name)}”; its columns are: {listed(table.names)}.",
            name=name,
            columns=listed(table.names),
        )


def _told(remarks: Sequence[Remark]) -> list[str]:
    """Return what is lost first, and then how the rest was understood."""
    warnings = [told.sentence for told in remarks if told.weight is not Weight.NOTE]
    notes = [told.sentence for told in remarks if told.weight is Weight.NOTE]
    return [*warnings, *notes]
