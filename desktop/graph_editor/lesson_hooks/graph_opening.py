"""What a lesson opens in the graph space, and what of it is written down again."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from desktop.graph_editor.files.drawing_files import examples
from desktop.graph_editor.lesson_hooks.graph_commands import MODES, WALK_END, check_place, walk_to
from desktop.graph_editor.lesson_hooks.graph_desk import GraphDesk
from desktop.graph_editor.lesson_hooks.graph_facts import mode_name
from desktop.graph_editor.lesson_hooks.nodes import named_node
from desktop.graph_editor.scene.arranged_drawing import arranged_drawing
from desktop.graph_editor.tool_dock import INSPECTOR
from desktop.graph_editor.tools.catalog import TOOLS
from desktop.graph_editor.tools.exercise.exercise_panel import ExercisePanel
from desktop.graph_editor.tools.modes.panel import ModesPanel
from desktop.widgets.panels.given_words import (
    check_keys,
    given_array,
    given_table,
    given_text,
)
from engine.autodiff.passes.evaluation import evaluate
from engine.drawing.drawing import Drawing
from engine.drawing.drawing_size import check_drawable
from engine.drawing.edits import with_graph
from engine.drawing.serialization import from_json, to_json
from engine.errors import EngineError, ShapeError
from engine.formula.constants import constant_of
from engine.formula.parser import parse_formula
from engine.formula.printer import format_formula
from engine.graph.edits import set_value
from engine.graph.model import Graph
from engine.lessons.files import LessonFiles
from engine.settings import one_of

_CONTENTS = ("example", "file", "formula", "drawing")
KEYS = (*_CONTENTS, "values", "tool", "mode", "walk")
_FIRST_EXAMPLE = "a1"
_REVERSE = "reverse"
_MODES_TOOL = "modes"


def open_graph(desk: GraphDesk, state: Mapping[str, Any], files: LessonFiles) -> None:
    """Show a drawing with its numbers, a tool, a mode and a place in the walk.

    Everything is read before anything is shown.

    Args:
        desk: The parts of the page.
        state: One of ``example``, ``file``, ``formula`` and ``drawing`` (the text of a file), and
            ``values`` by the names of inputs, ``tool``, ``mode``, ``walk``.
        files: The files of the lesson.

    Raises:
        EngineError: It names something that is not there, or a value that cannot be.
    """
    check_keys(state, KEYS)
    drawing = _with_values(check_drawable(_drawing(state, files)), state.get("values", {}))
    mode = one_of(state.get("mode", _REVERSE), MODES)
    tool = one_of(
        state.get("tool", _MODES_TOOL if "mode" in state else INSPECTOR),
        (INSPECTOR, *TOOLS),
    )
    place = str(state.get("walk", WALK_END))
    check_place(place)
    desk.document.load(drawing, None, is_agreed=True)
    desk.formula_bar.drop_draft()
    exercise = desk.dock.panel("exercise")
    if isinstance(exercise, ExercisePanel):
        exercise.forget()
    desk.scene.select([])
    desk.show_opened()
    # Who opens says afterwards what is hidden: a tool that tells something of it may be shown now.
    desk.dock.show_tool(tool)
    modes = desk.dock.panel(_MODES_TOOL)
    if isinstance(modes, ModesPanel):
        modes.show_mode(MODES[mode])
    walk_to(desk, place)


def graph_state(desk: GraphDesk) -> dict[str, Any]:
    """Return what `open_graph` needs to show the same; only what TOML can hold.

    A graph that its formula tells whole is told by that, any other as the text of its file.
    """
    drawing = desk.document.drawing
    state = _formula_state(drawing) or {"drawing": to_json(drawing)}
    if desk.dock.current != INSPECTOR:
        state["tool"] = desk.dock.current
    if desk.dock.current == _MODES_TOOL:
        state["mode"] = mode_name(desk)
    if not desk.walk.is_live:
        state["walk"] = str(desk.walk.position)
    return state


def _drawing(state: Mapping[str, Any], files: LessonFiles) -> Drawing:
    if "formula" in state:
        names = [str(name) for name in given_table("values", state.get("values", {}))]
        formula = given_text("formula", state["formula"])
        return arranged_drawing(parse_formula(formula, names=names))
    if "file" in state:
        return from_json(files.text(given_text("file", state["file"])))
    if "drawing" in state:
        return from_json(given_text("drawing", state["drawing"]))
    shipped = {example.name: example.drawing for example in examples()}
    return shipped[one_of(state.get("example", _FIRST_EXAMPLE), shipped)]


def _with_values(drawing: Drawing, values: object) -> Drawing:
    given = given_table("values", values)
    graph = drawing.graph
    for name, value in given.items():
        graph = set_value(graph, named_node(graph, name), given_array(name, value))
    if given:
        _check_shapes(graph)
    return with_graph(drawing, graph)


def _check_shapes(graph: Graph) -> None:
    for problem in evaluate(graph).problems.values():
        if isinstance(problem, ShapeError):
            raise problem


def _formula_state(drawing: Drawing) -> dict[str, Any] | None:
    """Return formula and values where they tell the whole graph, else None."""
    graph = drawing.graph
    is_plain = not (graph.groups or drawing.frames or drawing.collapsed)
    text = format_formula(graph)
    if not is_plain or not text:
        return None
    values = {
        graph.nodes[node].name: graph.nodes[node].value.tolist()  # type: ignore[union-attr]
        for node in graph.sources()
        if graph.nodes[node].name and constant_of(graph.nodes[node]) is None
    }
    try:
        again = _with_values(Drawing(parse_formula(text, names=values)), values).graph
    except EngineError:
        return None
    if format_formula(again) != text or len(again) != len(graph):
        return None
    return {"formula": text, "values": values}
