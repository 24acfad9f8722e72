"""Drawings as text: what is written is read back equal, and anything else is refused whole."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from contextlib import suppress
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from engine.drawing import migrations
from engine.drawing.drawing import Drawing
from engine.drawing.serialization import from_json, to_json
from engine.errors import FileFormatError
from engine.graph.builder import GraphBuilder
from engine.graph.groups import group_nodes
from engine.graph.model import Graph
from tests.support.graphs import node, product_of_sum, scalar_graphs


@given(scalar_graphs(), st.text(max_size=20), st.data())
@settings(max_examples=60, deadline=None)
def test_reading_returns_what_was_written(graph: Graph, title: str, data: st.DataObject) -> None:
    coordinates = st.floats(-1e4, 1e4)
    positions = {
        node_id: (data.draw(coordinates), data.draw(coordinates)) for node_id in graph.nodes
    }
    drawing = Drawing(graph, positions, title, "what it shows")
    assert from_json(to_json(drawing)) == drawing


def _record() -> dict[str, Any]:
    record: dict[str, Any] = json.loads(to_json(Drawing(product_of_sum())))
    return record


@pytest.mark.parametrize(
    "text",
    ["", "{", "[]", "null", "3", '{"format": "other"}', "[" * 100_000, f"[{'9' * 5000}]"],
)
def test_what_is_not_a_drawing_is_refused(text: str) -> None:
    with pytest.raises(FileFormatError, match="not a Wiregrad graph"):
        from_json(text)


def test_a_newer_file_says_so() -> None:
    record = _record() | {"version": 999}
    with pytest.raises(FileFormatError, match="newer Wiregrad"):
        from_json(json.dumps(record))


@pytest.mark.parametrize(
    ("key", "value", "says"),
    [
        ("version", None, "no version"),
        ("nodes", None, "nodes should be a list, and is nothing"),
        ("nodes", [{"id": 1}], "at nodes › 1 the entry “operation” is missing"),
        ("nodes", [{"id": "a", "operation": "add"}], "id should be a whole .*, and is a text"),
        ("nodes", [{"id": 1, "operation": "add"}] * 2, "two nodes have the id 1"),
        ("nodes", [{"id": 1, "operation": "plux"}], "“plux” is not known"),
        ("nodes", [{"id": 1, "operation": "input", "value": 1}], "has no name"),
        ("nodes", [{"id": 1, "operation": "input", "name": "x", "value": [[[1]]]}], "finite"),
        ("nodes", [{"id": 1, "operation": "input", "name": "x", "value": []}], "finite"),
        ("nodes", [{"id": 1, "operation": "input", "name": "x", "value": "5"}], "finite"),
        ("nodes", [{"id": 1, "operation": "input", "name": "x", "value": True}], "finite"),
        ("nodes", [{"id": 1, "operation": "input", "name": "x", "value": 10**400}], "finite"),
        ("nodes", [{"id": 1, "operation": "add", "at": [1]}], "should hold 2 numbers, and holds 1"),
        ("nodes", [{"id": 1, "operation": "add", "at": [1, 1e999]}], "at › 2 should be a finite"),
        ("nodes", [{"id": 1, "operation": "add", "at": [1, -1e8]}], "farther than 10000000"),
        ("nodes", [{"id": 1, "operation": "add", "name": "a b"}], "is not a name"),
        ("nodes", [{"id": 1, "operation": "leaky_relu", "settings": {"slope": 9}}], "between"),
        ("wires", [{"from": 1, "to": 99, "port": 0}], "ends at no node"),
        ("wires", [{"from": 1, "to": 4, "port": 7}], "wired twice or not there"),
        (
            "wires",
            [{"from": 1, "to": 4, "port": 0.5}],
            "is a number with decimals",
        ),
        ("wires", [{"from": 5, "to": 5, "port": 0}], "close a circle"),
        ("title", None, "title should be a text, and is nothing"),
        ("title", "\ud800", "half a character"),
        ("target", 99, "not one of its nodes"),
    ],
)
def test_a_damaged_file_says_what_is_wrong(key: str, value: object, says: str) -> None:
    record = _record() | {key: value}
    if key == "nodes":
        record |= {"wires": [], "target": None}
    with pytest.raises(FileFormatError, match=says):
        from_json(json.dumps(record))


@given(st.data())
@settings(max_examples=200, deadline=None)
def test_a_file_with_one_entry_spoiled_is_read_or_refused_never_worse(data: st.DataObject) -> None:
    record = _record()
    spoil: st.SearchStrategy[object] = st.one_of(
        st.none(), st.integers(-3, 3), st.text(max_size=3), st.just([]), st.just({})
    )
    target: Any = record
    while isinstance(target, dict | list) and target:
        keys = list(target) if isinstance(target, dict) else list(range(len(target)))
        key = data.draw(st.sampled_from(keys))
        if not isinstance(target[key], dict | list) or data.draw(st.booleans()):
            target[key] = data.draw(spoil)
            break
        target = target[key]
    # Anything but a FileFormatError escapes and fails.
    with suppress(FileFormatError):
        from_json(json.dumps(record))


def test_settings_of_a_gate_are_kept() -> None:
    builder = GraphBuilder()
    graph = builder.build(builder.gate("leaky_relu", builder.source("input", -1, "x"), slope=0.2))
    assert from_json(to_json(Drawing(graph))).graph == graph


def test_cards_that_show_their_name_alone_are_kept_and_others_write_nothing_of_it() -> None:
    graph = product_of_sum()
    drawing = Drawing(graph, collapsed=frozenset({node(graph, "q"), node(graph, "x")}))
    text = to_json(drawing)
    assert text.count('"collapsed": true') == 2
    assert from_json(text) == drawing
    assert "collapsed" not in to_json(Drawing(graph))
    record = json.loads(text)
    for item in record["nodes"]:
        item["collapsed"] = False
    assert from_json(json.dumps(record)) == Drawing(graph)
    record["nodes"][0]["collapsed"] = "yes"
    with pytest.raises(FileFormatError) as caught:
        from_json(json.dumps(record))
    assert "nodes › 1 › collapsed" in caught.value.sentence


def test_an_older_file_is_brought_up_to_date_step_by_step(monkeypatch: pytest.MonkeyPatch) -> None:
    def name_it(record: Mapping[str, Any]) -> Mapping[str, Any]:
        return {**record, "title": f"{record['title']} renewed"}

    def naming(step: Callable[[Mapping[str, Any]], Mapping[str, Any]]) -> Any:
        return lambda old: name_it(step(old))

    renewed = {version: naming(step) for version, step in migrations.STEPS.items()}
    monkeypatch.setattr(migrations, "STEPS", renewed)
    old = to_json(Drawing(product_of_sum(), {}, "old"))
    assert '"version": 1' in old
    assert from_json(old).title == "old renewed renewed"


def test_a_joined_input_that_is_no_node_and_port_is_refused_with_its_place() -> None:
    builder = GraphBuilder()
    x = builder.source("input", 1.0, "x")
    first = builder.gate("tanh", x)
    second = builder.gate("add", x, first)
    graph, _ = group_nodes(builder.build(second), [first, second], "both")
    record = json.loads(to_json(Drawing(graph)))
    (group,) = record["groups"]
    group["joined"] = [[[first, 0], [second, 0, 1]]]
    with pytest.raises(FileFormatError) as caught:
        from_json(json.dumps(record))
    assert "groups › 1 › joined › 1 › 2 should be a list" in caught.value.sentence
