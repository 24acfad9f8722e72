"""What ticking a column does to the plan: it becomes an input, a target, or is left out."""

from __future__ import annotations

from dataclasses import replace

from desktop.training.own_data.table_columns import INPUT, TARGET
from engine.tables.column import ColumnKind
from engine.tables.table import Table
from engine.training.datasets.table_plan import TablePlan, with_input, with_targets


def with_role(table: Table, plan: TablePlan, name: str, role: str) -> TablePlan:
    """Return a plan in which a column has another role.

    Of numbers to be met there may be several, so that one more is added; a column of classes takes
    the place of the target so far.

    Args:
        table: The table.
        plan: The plan so far.
        name: The column's name.
        role: What it is to be: "input", "target" or "out".
    """
    if role == TARGET:
        adds = plan.is_regression and table.column(name).kind is not ColumnKind.WORD
        wanted = {*plan.targets, name} if adds else {name}
        return with_targets(table, plan, [other for other in table.names if other in wanted])
    if name in plan.targets:
        others = tuple(other for other in plan.targets if other != name)
        plan = with_targets(table, plan, others) if others else replace(plan, targets=())
    return with_input(table, plan, name, is_taken=role == INPUT)


def with_words(plan: TablePlan, name: str, *, as_words: bool) -> TablePlan:
    """Return a plan in which a column's numbers are names, or numbers again."""
    names = tuple(other for other in plan.as_words if other != name)
    return replace(plan, as_words=(*names, name) if as_words else names)


def with_gap_words(plan: TablePlan, name: str, *, are_words: bool) -> TablePlan:
    """Return a plan in which a column's gaps are a word of their own, or cost their rows."""
    names = tuple(other for other in plan.gap_words if other != name)
    return replace(plan, gap_words=(*names, name) if are_words else names)
