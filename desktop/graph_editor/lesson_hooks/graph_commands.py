"""What can be done in the graph space by name: by the ways on which a learner does it too."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial

from desktop.graph_editor.lesson_hooks.graph_desk import GraphDesk
from desktop.graph_editor.lesson_hooks.nodes import named_node
from desktop.graph_editor.passes.walk import Walk
from desktop.graph_editor.tool_dock import INSPECTOR
from desktop.graph_editor.tools.catalog import TOOLS
from desktop.graph_editor.tools.exercise.exercise_panel import ExercisePanel
from desktop.graph_editor.tools.modes.panel import OFFERED, ModesPanel
from desktop.graph_editor.tools.nudge.panel import NudgePanel
from desktop.widgets.panels.given_words import given_array, given_number, given_whole
from desktop.widgets.panels.page_hooks import HookCommand
from engine.errors import GraphError
from engine.exercises.question import Kind
from engine.formula.typed_value import read_typed
from engine.graph.model import InputPort, NodeId
from engine.lessons.questions.exercise_questions import question_names
from engine.operations.catalog import OPERATIONS
from engine.quoting import quote
from engine.settings import one_of

ALL = "all"
MODES = {mode.name.lower(): mode for mode in OFFERED}
WALK_END = "end"
_MOST_WORDS = 20
_WORDS = ("word?",) * _MOST_WORDS


def graph_commands(desk: GraphDesk) -> Mapping[str, HookCommand]:
    """Return the commands by name."""

    def command(run: Callable[..., None], *kinds: str) -> HookCommand:
        return HookCommand(partial(run, desk), kinds)

    return {
        "set": command(_set, "word", "value"),
        "setting": command(_setting, "word", "word", "value"),
        "add": command(_add, "word", "word?"),
        "connect": command(_connect, "word", "word", "value?"),
        "formula": command(_formula, "word"),
        "select": command(_select, *_WORDS),
        "group": command(_group, *_WORDS),
        "ungroup": command(_ungroup, "word?"),
        "tool": command(show_tool, "word"),
        "mode": command(show_mode, "word"),
        "walk": command(walk_to, "word"),
        "exercise": command(begin_exercise, "word?"),
        "fill": command(_fill, "word", "word", "word"),
        "check": command(_check),
        "finish": command(_finish),
        "reveal": command(_reveal, "word"),
        "nudge": command(_nudge, "word", "value"),
        "undo": command(_undo),
    }


def show_tool(desk: GraphDesk, name: str) -> None:
    """Bring the inspector or a tool on show.

    Raises:
        EngineError: There is none of this name, or it would tell what is hidden.
    """
    action = desk.dock.actions_by_name[one_of(name, [INSPECTOR, *TOOLS])]
    if not action.isEnabled():
        raise GraphError(
            "tool_closed",
            f"The tool “{quote(name)}” would tell numbers that are hidden now.",
            name=name,
        )
    desk.dock.show_tool(name)


def show_mode(desk: GraphDesk, name: str) -> None:
    """Find gradients another way: reverse, forward or numerical.

    Raises:
        EngineError: There is no such way.
    """
    mode = MODES[one_of(name, MODES)]
    show_tool(desk, "modes")
    panel = desk.dock.panel("modes")
    assert isinstance(panel, ModesPanel)
    panel.show_mode(mode)


_PLACES: Mapping[str, Callable[[Walk], int]] = {
    "start": lambda walk: 0,
    "forward_end": lambda walk: walk.forward_count,
    WALK_END: lambda walk: walk.last,
    "next": lambda walk: walk.next_position,
    "back": lambda walk: walk.position - 1,
}


def check_place(place: str) -> None:
    """Check that a place in the walk is a position or has a name.

    Raises:
        EngineError: It has none.
    """
    if not place.strip().isdecimal():
        one_of(place, _PLACES)


def walk_to(desk: GraphDesk, place: str) -> None:
    """Walk to a place by name, or to a position; the nearest there is.

    Raises:
        EngineError: It is none.
    """
    check_place(place)
    desk.controls.go(_PLACES[place](desk.walk) if place in _PLACES else int(place))


def begin_exercise(desk: GraphDesk, kind: str = Kind.GRADIENTS.value) -> None:
    """Hide numbers of a kind and ask for them on the canvas.

    Raises:
        EngineError: There is no such kind, or nothing to ask.
    """
    kinds = {item.value: item for item in Kind}
    _exercise(desk).begin_with(kinds[one_of(kind, kinds)])


def _set(desk: GraphDesk, name: str, value: object) -> None:
    desk.document.set_value(named_node(desk.document.graph, name), given_array(name, value))


def _setting(desk: GraphDesk, name: str, setting: str, value: object) -> None:
    document = desk.document
    node = named_node(document.graph, name)
    number = given_number(setting, value)
    document.set_settings(node, {**document.graph.nodes[node].settings, setting: number})


def _add(desk: GraphDesk, operation: str, name: str = "") -> None:
    record = OPERATIONS.find(operation)
    node = desk.add_in_view(one_of(operation, OPERATIONS) if record is None else record.name)
    if name:
        desk.document.rename(node, name)


def _connect(desk: GraphDesk, source: str, into: str, number: object = None) -> None:
    """Wire a node into another one's input: the first free one, or that of a number from 1."""
    graph = desk.document.shown.graph
    node = _shown(desk, into)
    ends = graph.inputs_of(node)
    if number is None:
        index = next((place for place, end in enumerate(ends) if end is None), 0)
    else:
        index = given_whole(into, number) - 1
    if not 0 <= index < len(ends):
        raise GraphError(
            "no_such_input",
            f"“{quote(into)}” has {len(ends)} inputs and none of number {index + 1}.",
            name=quote(into),
            count=len(ends),
            number=index + 1,
        )
    desk.document.connect(_shown(desk, source), InputPort(node, index))


def _formula(desk: GraphDesk, text: str) -> None:
    desk.formula_bar.build_from(text)


def _select(desk: GraphDesk, *names: str) -> None:
    desk.scene.select([_shown(desk, name) for name in names])


def _group(desk: GraphDesk, *names: str) -> None:
    chosen = [_shown(desk, name) for name in names] or desk.scene.selected_nodes()
    gate = desk.document.group(chosen)
    if gate is not None:
        desk.scene.select([gate])


def _ungroup(desk: GraphDesk, name: str = "") -> None:
    chosen = [_shown(desk, name)] if name else desk.scene.selected_nodes()
    desk.document.ungroup(chosen)


def _undo(desk: GraphDesk) -> None:
    """Take the last edit back; nothing where there is none, as after a lesson was gone on with."""
    desk.document.history.undo()


def _fill(desk: GraphDesk, kind: str, name: str, number: str) -> None:
    """Answer in a box on the canvas: ``fill gradient x -4``."""
    panel = _exercise(desk)
    panel.typing.drop()
    asked = question_names(panel.run.exercise) if panel.run.can_answer else {}
    box = f"{kind} {name}"
    if box not in asked:
        raise GraphError("not_asked", f"Nothing is asked about “{quote(name)}”.", name=quote(name))
    panel.run.answer(asked[box], read_typed(number))


def _check(desk: GraphDesk) -> None:
    """Take what is being typed into a box, and mark what was answered."""
    panel = _exercise(desk)
    panel.typing.leave()
    if panel.run.waits_for_check:
        panel.run.check()


def _finish(desk: GraphDesk) -> None:
    """Ask nothing on the canvas any more."""
    _exercise(desk).forget()


def _reveal(desk: GraphDesk, name: str) -> None:
    panel = _exercise(desk)
    if not panel.run.can_answer:
        panel.begin_with(Kind(panel.kind.name))
    panel.typing.drop()
    if name == ALL:
        panel.run.reveal_all()
        return
    node = named_node(desk.document.graph, name)
    asked = [question for question in panel.run.exercise.questions if question.node == node]
    if not asked:
        raise GraphError("not_asked", f"Nothing is asked about “{quote(name)}”.", name=quote(name))
    for question in asked:
        panel.run.choose(question)
        panel.run.reveal()


def _nudge(desk: GraphDesk, name: str, change: object) -> None:
    node = named_node(desk.document.graph, name)
    by = given_number(name, change)
    show_tool(desk, "nudge")
    panel = desk.dock.panel("nudge")
    assert isinstance(panel, NudgePanel)
    if not panel.picker.choose(node):
        raise GraphError(
            "nothing_to_nudge", f"“{quote(name)}” is no input, so it cannot be nudged.", name=name
        )
    panel.set_change(by)


def _exercise(desk: GraphDesk) -> ExercisePanel:
    show_tool(desk, "exercise")
    panel = desk.dock.panel("exercise")
    assert isinstance(panel, ExercisePanel)
    return panel


def _shown(desk: GraphDesk, name: str) -> NodeId:
    """Return the node on the canvas that has a name, or the gate of the group that it is in."""
    document = desk.document
    for graph in (document.shown.graph, document.graph):
        if name in graph.names.values():
            node = named_node(graph, name)
            found = node if node in document.shown.graph.nodes else document.shown.shown_node(node)
            if found is not None:
                return found
    return named_node(document.shown.graph, name)
