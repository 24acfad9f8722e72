"""Tables as people have them, each with what is to be understood of it and what is to be asked."""

from __future__ import annotations

import random
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from engine.tables.decoding import decode
from engine.tables.reading import read_table
from engine.training.datasets.table_data import PlannedData, make_dataset
from engine.training.datasets.table_plan import TablePlan, propose
from tests.support.sources import ROOT

FOLDER = ROOT / "tests" / "data" / "tables"
KOREAN = ("공부시간", "출석률", "합격여부")
ENGLISH = ("hours", "attendance", "passed")


@dataclass(frozen=True)
class Specimen:
    """One table.

    Attributes:
        name: What it is.
        data: The file's bytes.
        encoding: What its encoding is found to be.
        delimiter: What is found to stand between its cells.
        rows: How many rows are read.
        target: What is proposed as the target, several with spaces between.
        inputs: What is proposed as inputs, with the unit behind a number that has one.
        samples: How many samples the plan makes.
        classes: How many classes they have; 0 for a regression.
        asked: The codes of the questions.
        told: The codes of the remarks on reading and on the plan.
        left_out: The codes of the reasons why columns are left out, without ``table_column_``.
    """

    name: str
    data: bytes
    encoding: str = "utf-8"
    delimiter: str = ","
    rows: int = 40
    target: str = "passed"
    inputs: str = "hours attendance"
    samples: int = 40
    classes: int = 2
    asked: str = ""
    told: str = ""
    left_out: str = ""


@dataclass(frozen=True, eq=False)
class Understood:
    """What is made of a table, in the terms of a specimen, with the plan and the samples."""

    specimen: Specimen
    plan: TablePlan
    planned: PlannedData
    sentences: tuple[str, ...]


def understand(name: str, data: bytes) -> Understood:
    """Read a table and make of it what is proposed, without any choice."""
    decoded = decode(data)
    table = read_table(decoded.text)
    plan = propose(table)
    planned = make_dataset(table, plan)
    told = (*decoded.remarks, *table.remarks, *planned.remarks)
    reasons = [
        column.reason
        for column in table.columns
        if column.reason is not None and column.name not in plan.targets
    ]
    samples = planned.dataset
    specimen = Specimen(
        name=name,
        data=data,
        encoding=decoded.encoding,
        delimiter=table.taken.delimiter or "",
        rows=len(table),
        target=" ".join(plan.targets),
        inputs=" ".join(plan.inputs),
        samples=0 if samples is None else len(samples),
        classes=0 if samples is None or samples.is_regression else len(samples.class_names),
        asked=" ".join(asked.code.removeprefix("table_") for asked in table.questions),
        told=" ".join(remark.code.removeprefix("table_") for remark in told),
        left_out=" ".join(reason.code.removeprefix("table_column_") for reason in reasons),
    )
    sentences = [asked.sentence for asked in table.questions]
    sentences += [remark.sentence for remark in (*told, *reasons)]
    return Understood(specimen, plan, planned, tuple(sentences))


def study(count: int = 40) -> list[tuple[str, str, str]]:
    """Return hours, attendance in percent and whether somebody passed, as texts."""
    dice = random.Random(7)
    rows = []
    for _ in range(count):
        hours, attendance = round(dice.uniform(0, 10), 1), dice.randint(40, 100)
        passed = hours + attendance / 20 > 8.5
        rows.append((str(hours), str(attendance), "yes" if passed else "no"))
    return rows


def in_korean() -> list[tuple[str, ...]]:
    """Return the same with Korean classes."""
    return each(lambda _, row: (*row[:2], "합격" if row[2] == "yes" else "불합격"))


def each(change: Callable[[int, tuple[str, str, str]], tuple[str, ...]]) -> list[tuple[str, ...]]:
    """Return the rows of `study`, each changed by its number from 1."""
    return [change(number, row) for number, row in enumerate(study(), start=1)]


def made(
    count: int, make: Callable[[int, random.Random], tuple[str, ...]]
) -> list[tuple[str, ...]]:
    """Return so many rows, each made of its number from 1 and of dice, which are the same ones."""
    dice = random.Random(11)
    return [make(number, dice) for number in range(1, count + 1)]


def comma(number: str) -> str:
    """Return a number with a decimal comma."""
    return number.replace(".", ",")


def as_text(
    rows: Sequence[tuple[str, ...]],
    header: tuple[str, ...] = (),
    delimiter: str = ",",
    end: str = "\n",
) -> str:
    """Return rows as a text."""
    lines = [delimiter.join(cells) for cells in ([header, *rows] if header else rows)]
    return end.join(lines) + end
