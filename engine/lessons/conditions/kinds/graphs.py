"""Conditions on the graph that is shown: what it computes, what leads where."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import numpy as np

from engine.arrays import as_array
from engine.autodiff.passes.plan import compile_plan
from engine.autodiff.passes.reverse import backward_pass, forward_pass
from engine.autodiff.paths.paths import count_paths
from engine.drawing.serialization import from_json
from engine.errors import EngineError
from engine.formula.parser import parse_formula
from engine.formula.printer import format_formula
from engine.formula.tokens import is_name
from engine.graph.model import Graph, NodeId
from engine.lessons.conditions.condition_kind import ConditionKind, Missing, TestPart
from engine.lessons.conditions.sides import is_equal
from engine.lessons.conditions.unmet import missing, shown
from engine.lessons.facts import Facts
from engine.lessons.formulas import number_value, used_names
from engine.lessons.graph_likeness import is_alike
from engine.lessons.lesson import Condition
from engine.lessons.sampled_function import SampledFunction, is_same_function
from engine.lessons.shown_graph import named_node, shown_graph
from engine.lessons.toml_table import Table
from engine.quoting import quote

ORDER = 1


def _read_computes(table: Table, key: str) -> Mapping[str, Any] | None:
    part = table.table(key)
    if part is None:
        return None
    part.check_keys(("node", "same_as", "variables"), "condition")
    same_as = _formula(part, "same_as")
    variables = part.texts("variables")
    if not same_as or not all(is_name(name) for name in variables):
        part.refuse_form('{ node = "f", same_as = "x*y", variables = ["x", "y"] }')
        return None
    return {"node": part.text("node"), "same_as": same_as, "variables": variables}


def _formula(table: Table, key: str) -> str:
    """Return the text of a formula of a graph, which may have statements."""
    text = table.text(key)
    if not text:
        return ""
    try:
        parse_formula(text)
    except EngineError as error:
        table.faults.pass_on(error, table.line(key))
        return ""
    return text


def _test_computes(condition: Condition, facts: Facts, _: TestPart) -> Missing:
    arguments = condition.arguments
    graph = shown_graph(facts)
    name = arguments["node"]
    node = named_node(graph, name) if name else graph.result
    variables = arguments["variables"] or used_names(arguments["same_as"])
    right = SampledFunction(
        parse_formula(arguments["same_as"], names=variables),
        variables,
        {
            name: as_array(number_value(name, facts))
            for name in used_names(arguments["same_as"])
            if name not in variables
        },
    )
    if _computes(graph, node, right):
        return ()
    return missing(
        "computes",
        f"the graph does not compute “{quote(arguments['same_as'])}” yet.",
        formula=arguments["same_as"],
    )


def _computes(graph: Graph, node: NodeId | None, right: SampledFunction) -> bool:
    plan = compile_plan(graph)
    if node is None or plan.shapes.get(node) != ():
        return False
    known = {
        graph.nodes[source].name: graph.nodes[source].value
        for source in graph.sources()
        if graph.nodes[source].name and graph.nodes[source].name not in right.variables
    }
    values = {name: value for name, value in known.items() if value is not None}
    return is_same_function(right, SampledFunction(graph, right.variables, values, node))


def _read_graph_like(table: Table, key: str) -> Mapping[str, Any] | None:
    if isinstance(table.values[key], str):
        formula = _formula(table, key)
        return {"formula": formula, "names": False} if formula else None
    part = table.table(key)
    if part is None:
        return None
    part.check_keys(("formula", "file", "names"), "condition")
    is_recorded = "file" in part and "formula" not in part
    formula = _recorded_formula(part) if is_recorded else _formula(part, "formula")
    if not formula:
        part.refuse_form('{ formula = "f = x*y", names = true }, or { file = "goal.json" }')
        return None
    named = {"file": part.text("file")} if is_recorded else {}
    return {"formula": formula, "names": part.truth("names", usual=False), **named}


def _recorded_formula(part: Table) -> str:
    """Return the formula of the graph in a file of the lesson, empty after a fault."""
    name = part.text("file")
    if part.files is None or not name:
        return ""
    try:
        return format_formula(from_json(part.files.text(name)).graph)
    except EngineError as error:
        part.faults.pass_on(error, part.line("file"))
        return ""


def _test_graph_like(condition: Condition, facts: Facts, _: TestPart) -> Missing:
    wanted = parse_formula(condition.arguments["formula"])
    found = shown_graph(facts)
    if is_alike(wanted, found, names=condition.arguments["names"]):
        return ()
    return missing(
        "graph_like",
        f"the graph is not yet that of “{quote(condition.arguments['formula'])}”.",
        formula=condition.arguments["formula"],
    )


def _read_connected(table: Table, key: str) -> Mapping[str, Any] | None:
    part = table.table(key)
    if part is None:
        return None
    part.check_keys(("from", "to"), "condition")
    return _ends(part, '{ from = "x", to = "f" }')


def _read_path(table: Table, key: str) -> Mapping[str, Any] | None:
    part = table.table(key)
    if part is None:
        return None
    part.check_keys(("from", "to", "count", "sum"), "condition")
    ends = _ends(part, '{ from = "x", to = "f", count = 2, sum = "y" }')
    if ends is None:
        return None
    asked = {name: part.formula(name) for name in ("count", "sum") if name in part}
    return {**ends, **{name: formula for name, formula in asked.items() if formula}}


def _ends(part: Table, wanted: str) -> dict[str, Any] | None:
    source, target = part.text("from"), part.text("to")
    if not source or not target:
        part.refuse_form(wanted)
        return None
    return {"from": source, "to": target}


def _test_connected(condition: Condition, facts: Facts, _: TestPart) -> Missing:
    source, target = condition.arguments["from"], condition.arguments["to"]
    graph = shown_graph(facts)
    if count_paths(graph, named_node(graph, source), named_node(graph, target)):
        return ()
    return missing(
        "connected",
        f"no way leads from “{quote(source)}” to “{quote(target)}” yet.",
        start=source,
        end=target,
    )


def _test_path(condition: Condition, facts: Facts, _: TestPart) -> Missing:
    arguments = condition.arguments
    graph = shown_graph(facts)
    source, target = (named_node(graph, arguments[end]) for end in ("from", "to"))
    found: Missing = ()
    count = count_paths(graph, source, target)
    wanted = number_value(arguments.get("count", str(max(count, 1))), facts)
    if not is_equal(float(count), wanted):
        found += missing(
            "path_count",
            f"{count} paths lead from “{quote(arguments['from'])}” to “{quote(arguments['to'])}”; "
            f"there are to be {shown(wanted)}.",
            start=arguments["from"],
            end=arguments["to"],
            found=count,
            wanted=shown(wanted),
        )
    if "sum" in arguments:
        found += _sum_missing(condition, graph, (source, target), facts)
    return found


def _sum_missing(
    condition: Condition, graph: Graph, ends: tuple[NodeId, NodeId], facts: Facts
) -> Missing:
    """Return what is missing where the paths' products together are not what they are to be."""
    source, target = ends
    plan = compile_plan(graph)
    values = forward_pass(plan)
    slopes = backward_pass(plan, values, target).nodes if target in values else {}
    total = slopes.get(source, np.zeros(()))
    found = float(total) if total.ndim == 0 else np.asarray(total)
    wanted = number_value(condition.arguments["sum"], facts)
    if is_equal(found, wanted):
        return ()
    return missing(
        "path_sum",
        f"over all paths from “{quote(condition.arguments['from'])}” to "
        f"“{quote(condition.arguments['to'])}” the products sum to {shown(found, wanted)}; it is "
        f"to be {shown(wanted, found)}.",
        start=condition.arguments["from"],
        end=condition.arguments["to"],
        found=shown(found, wanted),
        wanted=shown(wanted, found),
    )


def _path_formulas(condition: Condition) -> tuple[str, ...]:
    return tuple(
        condition.arguments[name] for name in ("count", "sum") if name in condition.arguments
    )


def _path_gradient(condition: Condition) -> tuple[str, ...]:
    """Return the gradient that the paths' products sum to, where their sum is asked for."""
    return (f"grad_{condition.arguments['from']}",) if "sum" in condition.arguments else ()


def _computes_formulas(condition: Condition) -> tuple[str, ...]:
    arguments = condition.arguments
    names = used_names(arguments["same_as"]) if arguments["variables"] else ()
    return tuple(name for name in names if name not in arguments["variables"])


RECORDS = (
    ConditionKind(
        name="graph_like",
        read=_read_graph_like,
        test=_test_graph_like,
    ),
    ConditionKind(
        name="computes", read=_read_computes, test=_test_computes, formulas=_computes_formulas
    ),
    ConditionKind(name="connected", read=_read_connected, test=_test_connected),
    ConditionKind(
        name="path",
        read=_read_path,
        test=_test_path,
        formulas=_path_formulas,
        tells=_path_gradient,
    ),
)
