"""Damaged, hostile and senseless tables are read or refused in a sentence, and nothing worse."""

from __future__ import annotations

import random

from hypothesis import given
from hypothesis import strategies as st

from engine.errors import EngineError
from engine.tables.choices import DELIMITERS, TableChoices
from engine.tables.decoding import decode
from engine.tables.reading import read_table
from engine.training.datasets.table_data import make_dataset
from engine.training.datasets.table_plan import TablePlan
from tests.hostile.files import mutated, special
from tests.hostile.readers import LONGEST_SENTENCE, check_refusal
from tests.support.table_corpus import understand
from tests.support.table_specimens import SPECIMENS

_GOOD = [specimen for specimen in SPECIMENS if len(specimen.data) < 5_000]
_COUNT = 150
# What is found where tables were put together by hand or by a program that knew no better.
_PIECES = (
    *'",;\t| \n\r#%=', "\r\n", '""', "1", "0.5", "1,5", "1.200,5", "-", "NA", "가", "나", "a",
    "3/4/2024", "2024-01-01", "5%", "₩1,000", "nan", "inf", "1e999", "\x00", "\ufeff", "\u2028",
    "sep=;", "\ud7ff", "１", "𝕏", "٣", "\u202e",
)  # fmt: skip


def _read(data: bytes) -> None:
    # Anything but a refusal escapes and fails.
    try:
        found = understand("", data)
    except EngineError as error:
        check_refusal(error)
        return
    for sentence in found.sentences:
        assert sentence.isprintable()
        assert len(sentence) <= LONGEST_SENTENCE
    data_set = found.planned.dataset
    assert (data_set is None) == bool(found.planned.faults)


def test_damaged_tables_are_read_or_refused() -> None:
    for seed in range(_COUNT):
        _read(mutated(_GOOD[seed % len(_GOOD)].data, seed))


def test_hostile_tables_are_read_or_refused() -> None:
    for _, content in special(SPECIMENS[1].data):
        _read(content)


@given(st.lists(st.sampled_from(_PIECES), max_size=60).map("".join))
def test_any_text_is_a_table_or_is_refused(text: str) -> None:
    _read(text.encode())


@given(st.binary(max_size=200))
def test_any_bytes_are_a_table_or_are_refused(data: bytes) -> None:
    _read(data)


def test_any_choices_fit_any_table() -> None:
    dice = random.Random(3)
    for _ in range(_COUNT):
        specimen = dice.choice(_GOOD)
        text = decode(specimen.data).text
        choices = TableChoices(
            delimiter=dice.choice([None, *DELIMITERS]),
            has_header=dice.choice([None, True, False]),
            decimal=dice.choice([None, ".", ","]),
            day_first=dice.choice([None, True, False]),
            comment=dice.choice([None, "", "#", "%"]),
        )
        try:
            table = read_table(text, choices)
        except EngineError as error:
            check_refusal(error)
            continue
        names = table.names
        plan = TablePlan(
            targets=tuple(dice.sample(names, dice.randint(0, min(2, len(names))))),
            inputs=tuple(dice.sample(names, dice.randint(0, min(4, len(names))))),
            is_regression=dice.random() < 0.5,
            as_words=tuple(dice.sample(names, dice.randint(0, min(2, len(names))))),
            most_rows=dice.choice([1, 5, 20_000]),
            takes_first=dice.random() < 0.5,
            kept_classes=dice.choice([0, 2, 5]),
        )
        planned = make_dataset(table, plan)
        assert (planned.dataset is None) == bool(planned.faults)
