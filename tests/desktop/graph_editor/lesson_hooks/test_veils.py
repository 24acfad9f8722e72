"""While a lesson hides numbers none of them is told anywhere: each graph here is searched whole."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import numpy as np
import pytest
from pytestqt.qtbot import QtBot

from desktop.graph_editor.page import GraphPage
from engine.arrays import Array
from engine.exercises.veil import VALUES
from tests.desktop.graph_editor.lesson_hooks.conftest import TextFiles
from tests.support.settling import settle
from tests.support.told_numbers import everything_told, leaks

# In each the gates' values and the gradients are numbers that nothing else says.
GRAPHS: dict[str, dict[str, Any]] = {
    "products": {
        "formula": "q = x + y; r = q*z; f = r*r",
        "values": {"x": 3.2041, "y": 4.1118, "z": -1.3707},
    },
    "slopes": {
        "formula": "a = sin(x); b = exp(a); c = b/y; f = tanh(c)",
        "values": {"x": 0.7513, "y": 2.9071},
    },
    "arrays": {
        "formula": "h = W@x + b; p = softmax(h); f = sum(p*h)",
        "values": {
            "W": [[0.3119, -1.2708], [2.1913, 0.7307]], "x": [1.4142, -0.6171],
            "b": [0.2713, -0.3179],
        },
    },
    "no results": {
        "formula": "q = x*y; l = log(q); r = sqrt(q); p = q**y; e = exp(-x*30.3)*z; f = l*r*p*e",
        "values": {"x": -23.571, "y": 3.1036, "z": 1.7093},
    },
}  # fmt: skip


def hidden_numbers(page: GraphPage, kind: str) -> list[Array]:
    """Return what is hidden and is no number that may be seen all the same."""
    whole, graph = page.document.whole_evaluation, page.document.graph
    gradients = [*whole.gradients.nodes.values(), *whole.gradients.wires.values()]
    gradients += [
        np.asarray(gradient / whole.gradients.nodes[port.node])
        for port, gradient in whole.gradients.wires.items()
        if not gradient.ndim and np.isfinite(gradient) and whole.gradients.nodes[port.node]
    ]
    gates = [whole.values[node] for node in graph.gates() if node in whole.values]
    seen = [whole.values[node] for node in graph.sources()]
    seen += [] if kind == VALUES else gates
    known = {f"{abs(number):.3g}" for array in seen for number in np.ravel(array)}
    wanted = [*gradients, *gates] if kind == VALUES else gradients
    numbers = (number for array in wanted for number in np.ravel(array) if np.isfinite(number))
    return [np.asarray(number) for number in numbers if f"{abs(number):.3g}" not in known]


def leaked(page: GraphPage, qtbot: QtBot, folder: Path, kind: str) -> dict[str, dict[str, str]]:
    hidden = hidden_numbers(page, kind)
    assert hidden
    found = {}
    for place, texts in everything_told(page, qtbot, folder):
        if told := leaks(texts, hidden):
            found[place] = told
    return found


def test_what_is_not_hidden_is_found_by_this_search(
    page: GraphPage, qtbot: QtBot, tmp_path: Path
) -> None:
    page.hooks().open_state(GRAPHS["products"], TextFiles())
    found = leaked(page, qtbot, tmp_path, VALUES)
    # On the canvas, by hearing, in tooltips, in every telling tool, on the way, and handed out.
    places = {place.split()[0] for place in found}
    assert {"at", "node", "numbers", "tooltips", "tool", "step", "key", "export"} <= places
    assert {"copy_dot", "copy_picture", "export svg", "export dot"} <= set(found)
    tools = {place for place in found if place.startswith("tool")}
    assert tools >= {f"tool {name}" for name in ("paths", "nudge", "modes", "outline")}


@pytest.mark.long
@pytest.mark.parametrize(
    ("name", "kind"),
    [
        *((name, "values") for name in GRAPHS),
        *((name, "gradients") for name in ("products", "slopes", "arrays")),
    ],
)
def test_no_hidden_number_is_told_anywhere(
    page: GraphPage, qtbot: QtBot, tmp_path: Path, name: str, kind: str
) -> None:
    page.hooks().open_state(GRAPHS[name], TextFiles())
    page.hooks().set_hidden(frozenset({kind}))
    settle(qtbot, page)
    assert leaked(page, qtbot, tmp_path, kind) == {}


def test_no_graph_with_hidden_numbers_is_shown_in_another_space(
    page: GraphPage, qtbot: QtBot
) -> None:
    page.hooks().open_state({"formula": "f = x*y", "values": {"x": 2.0}}, TextFiles())
    page.hooks().set_hidden(frozenset({"values"}))
    with qtbot.assertNotEmitted(page.sent), qtbot.waitSignal(page.reported) as told:
        page.canvas_actions["send_to_optimizers"].trigger()
    assert "hidden now" in told.args[0]
    page.hooks().set_hidden(frozenset())
    with qtbot.waitSignal(page.sent):
        page.canvas_actions["send_to_optimizers"].trigger()
