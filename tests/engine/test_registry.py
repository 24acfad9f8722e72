"""The tables: names and aliases lead to one record each, and sources compute nothing."""

from __future__ import annotations

import pytest

from engine.operations.catalog import OPERATIONS
from engine.optimizers.optimizer import Optimizer
from engine.registry import Registry


def test_no_two_records_answer_to_one_name() -> None:
    with pytest.raises(ValueError, match="'add' names 'add' and 'add'"):
        Registry([OPERATIONS["add"], OPERATIONS["add"]])


def test_a_table_takes_records_of_one_kind() -> None:
    with pytest.raises(TypeError, match="is not a Optimizer"):
        Registry.discover("engine.operations", Optimizer)


def test_a_source_neither_computes_a_value_nor_infers_a_shape() -> None:
    source = OPERATIONS["input"]
    with pytest.raises(TypeError, match="computes none"):
        source.forward()
    with pytest.raises(TypeError, match="shape of its value"):
        source.shape()
