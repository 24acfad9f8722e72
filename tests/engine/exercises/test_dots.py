"""Exercises over reroute dots: nothing is asked at a dot, and it tells nothing."""

from __future__ import annotations

from engine.exercises.exercise import make_exercise
from engine.exercises.question import Kind, Quantity
from engine.formula.parser import parse_formula
from engine.graph.model import Graph, InputPort, NodeId


def rerouted() -> tuple[Graph, dict[str, NodeId]]:
    """Return f = r·r with r a dot after another one after q = w + y, w a dot after x."""
    graph = parse_formula("w = reroute(x); q = w + y; d = reroute(q); r = reroute(d); f = r*r")
    return graph, {node.name: key for key, node in graph.nodes.items()}


def test_dots_are_not_asked_about() -> None:
    graph, nodes = rerouted()
    exercise = make_exercise(graph, Kind.BOTH)
    values = [item.node for item in exercise.questions if item.quantity is Quantity.VALUE]
    assert values == [nodes["q"], nodes["f"]]
    ports = [item.port for item in exercise.questions if item.port is not None]
    assert InputPort(nodes["r"], 0) not in ports
    assert InputPort(nodes["f"], 0) in ports


def test_dots_hide_what_they_lead_on() -> None:
    graph, nodes = rerouted()
    exercise = make_exercise(graph, Kind.BOTH)
    veil = exercise.veil(exercise.questions)
    assert {nodes["q"], nodes["d"], nodes["r"]} <= veil.values
    gradients = make_exercise(graph, Kind.GRADIENTS)
    veil = gradients.veil(gradients.questions)
    assert {InputPort(nodes["r"], 0), InputPort(nodes["d"], 0)} <= veil.wires
    assert {nodes["q"], nodes["d"], nodes["r"]} <= veil.nodes
    asked = make_exercise(graph, Kind.VALUES)
    assert nodes["r"] in asked.veil(asked.questions).values
    assert nodes["w"] not in asked.veil(asked.questions).values
