"""What is the case in the graph space, by name."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping
from functools import partial

from desktop.graph_editor.lesson_hooks.graph_desk import GraphDesk
from desktop.graph_editor.lesson_hooks.nodes import spoken_names
from desktop.graph_editor.lesson_hooks.tool_facts import tool_facts
from desktop.graph_editor.tools.accumulate.panel import AccumulatePanel
from desktop.graph_editor.tools.exercise.exercise_panel import ExercisePanel
from desktop.graph_editor.tools.modes.panel import ModesPanel
from desktop.graph_editor.tools.paths.panel import PathsPanel
from engine.arrays import Array
from engine.autodiff.costs.costs import Mode
from engine.exercises.progress import Score
from engine.formula.printer import format_formula
from engine.graph.model import NodeId
from engine.lessons.facts import Fact, Facts, LazyFacts
from engine.lessons.questions.exercise_questions import canvas_answer
from engine.operations.catalog import OPERATIONS

START, FORWARD, BACKWARD, ALL = "start", "forward", "backward", "all"


def graph_facts(desk: GraphDesk) -> Facts:
    """Return the facts of the page as it stands; hidden numbers are facts all the same.

    Of each node there are ``value_N`` and ``grad_N``; while gradients are accumulated, the latter
    is what is stored. ``tried_moving`` tells how many inputs were pushed in forward mode,
    ``tried_h`` how many steps the numerical check has had.
    """
    sources: dict[str, Callable[[], Fact]] = {}
    for node, name in desk.document.graph.names.items():
        sources[f"value_{name}"] = partial(_value, desk, node)
        sources[f"grad_{name}"] = partial(_gradient, desk, node)
    gates = _gates(desk)
    sources |= {f"gates_{name}": partial(float, gates[name]) for name in OPERATIONS}
    sources |= {
        "result": lambda: _result(desk),
        "formula": lambda: format_formula(desk.document.graph),
        "gates": lambda: float(sum(gates.values())),
        "wires": lambda: float(len(desk.document.shown.graph.wires)),
        "groups": lambda: float(len(desk.document.graph.groups)),
        "walk": lambda: float(desk.walk.position),
        "walk_last": lambda: float(desk.walk.last),
        "walk_forward": lambda: float(desk.walk.forward_count),
        "phase": lambda: _phase(desk),
        "walked": lambda: _walked(desk, 0),
        "walked_back": lambda: _walked(desk, desk.walk.forward_count),
        "tool": lambda: desk.dock.current,
        "mode": lambda: mode_name(desk),
        "moving": lambda: _moving(desk),
        "h": lambda: _step(desk),
        "passes": lambda: _passes(desk),
        "selected": lambda: _selected(desk),
        "paths": lambda: _paths(desk),
        "exercise_right": lambda: _of_score(desk, lambda score: score.right),
        "exercise_first": lambda: _of_score(desk, lambda score: score.first),
        "exercise_total": lambda: _of_score(desk, lambda score: score.total),
        "exercise_boxes": lambda: _boxes(desk),
    }
    return LazyFacts(sources | dict(tool_facts(desk)))


def as_fact(number: Array | None) -> Fact:
    """Return a number as a float, an array as it is."""
    if number is None:
        return None
    return float(number) if number.ndim == 0 else number


def mode_name(desk: GraphDesk) -> str:
    """Return which way gradients are found on the canvas: reverse, forward or numerical."""
    panel = desk.dock.panel("modes")
    if not isinstance(panel, ModesPanel) or desk.dock.current != "modes":
        return Mode.REVERSE.name.lower()
    return panel.mode.name.lower()


def _value(desk: GraphDesk, node: NodeId) -> Fact:
    return as_fact(desk.document.whole_evaluation.values.get(node))


def _gradient(desk: GraphDesk, node: NodeId) -> Fact:
    kept = _accumulated(desk)
    if kept is not None:
        return as_fact(kept.get(node))
    return as_fact(desk.document.whole_evaluation.gradients.nodes.get(node))


def _accumulated(desk: GraphDesk) -> Mapping[NodeId, Array] | None:
    panel = desk.dock.panel("accumulate")
    if isinstance(panel, AccumulatePanel) and desk.dock.current == "accumulate":
        return panel.kept.nodes
    return None


def _result(desk: GraphDesk) -> Fact:
    result = desk.document.graph.result
    return None if result is None else _value(desk, result)


def _gates(desk: GraphDesk) -> Counter[str]:
    graph = desk.document.graph
    nodes = (graph.nodes[node] for node in graph.gates())
    return Counter(node.operation for node in nodes if not node.is_dot)


def _phase(desk: GraphDesk) -> str:
    walk = desk.walk
    if walk.is_live:
        return ALL
    if walk.position == 0:
        return START
    return FORWARD if walk.position <= walk.forward_count else BACKWARD


def _walked(desk: GraphDesk, first: int) -> Fact:
    """Return the gates to which the walk has come in one pass, by name, in its order.

    Args:
        desk: The parts of the page.
        first: Where the pass begins among the stops.
    """
    walk, names = desk.walk, desk.document.graph.names
    end = min(walk.position, walk.forward_count) if first == 0 else walk.position
    return tuple(names[stop.node] for stop in walk.stops[first:end] if stop.node in names)


def _moving(desk: GraphDesk) -> Fact:
    seed = desk.walk.seed
    return None if seed is None else desk.document.graph.names.get(seed.source)


def _step(desk: GraphDesk) -> Fact:
    panel = desk.dock.panel("modes")
    return panel.numerical.step if isinstance(panel, ModesPanel) else None


def _passes(desk: GraphDesk) -> Fact:
    panel = desk.dock.panel("accumulate")
    return float(panel.kept.passes) if isinstance(panel, AccumulatePanel) else None


def _selected(desk: GraphDesk) -> tuple[str, ...]:
    return spoken_names(desk.document.shown.graph, desk.scene.selected_nodes())


def _paths(desk: GraphDesk) -> Fact:
    panel = desk.dock.panel("paths")
    if not isinstance(panel, PathsPanel) or desk.dock.current != "paths" or panel.answer is None:
        return None
    return float(panel.answer.count)


def _of_score(desk: GraphDesk, part: Callable[[Score], int]) -> Fact:
    panel = desk.dock.panel("exercise")
    if not isinstance(panel, ExercisePanel):
        return None
    score = panel.run.score if panel.run.is_running else panel.last_score
    return None if score is None else float(part(score))


def _boxes(desk: GraphDesk) -> Fact:
    """Return what stands in the boxes on the canvas, as an answer to a question about them."""
    panel = desk.dock.panel("exercise")
    if not isinstance(panel, ExercisePanel) or not panel.run.is_running:
        return None
    return canvas_answer(panel.run.exercise, panel.run.progress)
