"""What can be done with the tools of the graph space by name."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial

from desktop.graph_editor.lesson_hooks.graph_commands import show_mode, show_tool
from desktop.graph_editor.lesson_hooks.graph_desk import GraphDesk
from desktop.graph_editor.lesson_hooks.nodes import named_node
from desktop.graph_editor.tools.accumulate.panel import AccumulatePanel
from desktop.graph_editor.tools.modes.panel import ModesPanel
from desktop.graph_editor.tools.paths.panel import PathsPanel
from desktop.widgets.panels.given_words import given_number, given_whole
from desktop.widgets.panels.page_hooks import HookCommand
from engine.autodiff.checks.step_study import LARGEST_STEP, SMALLEST_STEP
from engine.autodiff.costs.costs import Mode
from engine.errors import GraphError
from engine.formula.values import format_number
from engine.quoting import quote

# More passes than anybody runs to see them add up.
MOST_PASSES = 1000


def tool_commands(desk: GraphDesk) -> Mapping[str, HookCommand]:
    """Return the commands by name."""

    def command(run: Callable[..., None], *kinds: str) -> HookCommand:
        return HookCommand(partial(run, desk), kinds)

    return {
        "moving": command(_moving, "word"),
        "h": command(_step, "value"),
        "backward": command(_backward, "value?"),
        "clear": command(_clear),
        "factor": command(_factor, "value?"),
    }


def _moving(desk: GraphDesk, name: str) -> None:
    """Push the derivative of an input forward."""
    node = named_node(desk.document.graph, name)
    show_mode(desk, Mode.FORWARD.name.lower())
    panel = _modes(desk)
    if not panel.forward.picker.choose(node):
        raise GraphError(
            "nothing_to_push",
            f"“{quote(name)}” is no input, so no derivative is pushed forward from it.",
            name=quote(name),
        )
    panel.show_mode(Mode.FORWARD)


def _step(desk: GraphDesk, value: object) -> None:
    """Check numerically with a step h."""
    step = given_number("h", value)
    if not SMALLEST_STEP <= step <= LARGEST_STEP:
        raise GraphError(
            "no_such_h",
            f"h is to lie between {format_number(SMALLEST_STEP)} and "
            f"{format_number(LARGEST_STEP)}; it is {format_number(step)}.",
            smallest=format_number(SMALLEST_STEP),
            largest=format_number(LARGEST_STEP),
            step=format_number(step),
        )
    panel = _modes(desk)
    panel.numerical.set_step(step)
    panel.show_mode(Mode.NUMERICAL)


def _backward(desk: GraphDesk, times: object = 1.0) -> None:
    """Run the backward pass, and add its gradients to those that are stored."""
    count = given_whole("backward", times)
    if not 0 <= count <= MOST_PASSES:
        raise GraphError(
            "too_many_passes",
            f"backward can run at most {MOST_PASSES} times, and not {count}.",
            most=MOST_PASSES,
            count=count,
        )
    panel = _accumulate(desk)
    for _ in range(count):
        panel.backward_button.click()


def _clear(desk: GraphDesk) -> None:
    """Forget the stored gradients."""
    _accumulate(desk).clear_button.click()


def _factor(desk: GraphDesk, step: object = None) -> None:
    """Factor the sum over paths, to the end or to a step."""
    show_tool(desk, "paths")
    panel = desk.dock.panel("paths")
    assert isinstance(panel, PathsPanel)
    view = panel.factoring
    view.go(view.last if step is None else given_whole("factor", step))


def _modes(desk: GraphDesk) -> ModesPanel:
    show_tool(desk, "modes")
    panel = desk.dock.panel("modes")
    assert isinstance(panel, ModesPanel)
    return panel


def _accumulate(desk: GraphDesk) -> AccumulatePanel:
    show_tool(desk, "accumulate")
    panel = desk.dock.panel("accumulate")
    assert isinstance(panel, AccumulatePanel)
    return panel
