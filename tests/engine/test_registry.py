"""The tables: names and aliases lead to one record each, and sources compute nothing."""

from __future__ import annotations

import pytest

from engine.operations.catalog import OPERATIONS
from engine.optimizers.optimizer import Optimizer
from engine.registry import Aliases, Registry


def test_no_two_records_answer_to_one_name() -> None:
    with pytest.raises(ValueError, match="'add' names 'add' and 'add'"):
        Registry([OPERATIONS["add"], OPERATIONS["add"]])


def test_a_table_takes_records_of_one_kind() -> None:
    with pytest.raises(TypeError, match="is not a Optimizer"):
        Registry.discover("engine.operations", Optimizer)


def test_a_record_is_held_for_a_while_and_what_follows_the_table_follows() -> None:
    sigmoid, tanh = OPERATIONS["sigmoid"], OPERATIONS["tanh"]
    table = Registry([sigmoid])
    named_t = table.part(lambda record: record.name.startswith("t"))
    counted: list[int] = []

    @table.derived
    def count() -> int:
        counted.append(len(table))
        return len(table)

    assert (count(), count(), list(named_t)) == (1, 1, [])
    with table.holding(tanh):
        assert (count(), count(), list(named_t)) == (2, 2, ["tanh"])
        assert table.find("tanh") is tanh
        with pytest.raises(ValueError, match="'tanh' names 'tanh' and 'tanh'"), table.holding(tanh):
            pass
        assert list(table) == ["sigmoid", "tanh"]
    assert (count(), list(named_t), table.find("tanh")) == (1, [], None)
    assert counted == [1, 2, 1]


def test_aliases_from_elsewhere_come_and_go() -> None:
    aliases: list[Aliases] = [{"sigmoid": ("시그모이드",)}]
    table = Registry([OPERATIONS["sigmoid"], OPERATIONS["tanh"]], lambda: aliases[0])
    assert table.aliases_of(OPERATIONS["sigmoid"]) == ("σ", "logistic", "시그모이드")
    assert table.find("시그모이드") is OPERATIONS["sigmoid"]
    aliases[0] = {}
    assert table.find("시그모이드") is None
    aliases[0] = {"tanh": ("σ",)}
    with pytest.raises(ValueError, match="'σ' names 'sigmoid' and 'tanh'"):
        table.find("σ")
    aliases[0] = {"sigmod": ("s",)}
    with pytest.raises(ValueError, match="'sigmod', which is not known"):
        table.find("s")


def test_a_source_neither_computes_a_value_nor_infers_a_shape() -> None:
    source = OPERATIONS["input"]
    with pytest.raises(TypeError, match="computes none"):
        source.forward()
    with pytest.raises(TypeError, match="shape of its value"):
        source.shape()
