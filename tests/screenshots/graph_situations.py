"""The graph space's situations: the course's examples, its tools, and an exercise."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit

from desktop.graph_editor.files.drawing_files import examples
from desktop.graph_editor.page import GraphPage
from desktop.graph_editor.tools.exercise.exercise_panel import ExercisePanel
from engine.graph.model import NodeId
from tests.screenshots.stage import Stage

# Far enough into A2's backward pass to have gradients on both sides of the card.
BACKWARD_STEPS = 5
# On A5 these leave out a branch, and take the value for the gradient.
_SLIPS = ("3", "2", "1")
_TERMS = 30
_WRAPPED = 6
_SIGMOID_TAIL = ("negate", "exp", "add", "reciprocal")


def show_a1_backward(stage: Stage) -> None:
    """Step A1 back through its multiplication, as the first start's first lesson."""
    page = _page(stage)
    stage.press(Qt.Key.Key_Home, page.view)
    for _ in range(page.walk.forward_count + 1):
        stage.press(Qt.Key.Key_Right, page.view)


def show_a2_backward(stage: Stage) -> None:
    """Open A2 and step into the middle of its backward pass."""
    page = _example(stage, "a2")
    stage.press(Qt.Key.Key_Home, page.view)
    for _ in range(page.walk.forward_count + BACKWARD_STEPS):
        stage.press(Qt.Key.Key_Right, page.view)
    assert not page.walk.is_live


def show_group(stage: Stage) -> None:
    """Group the sigmoid tail of A2."""
    page = _example(stage, "a2")
    page.scene.select(_sigmoid_tail(page))
    page.canvas_actions["group"].trigger()
    page.view.zoom_to_fit()


def show_group_entered(stage: Stage) -> None:
    """Group the sigmoid tail of A2 and go inside."""
    show_group(stage)
    page = stage.page
    assert isinstance(page, GraphPage)
    page.canvas_actions["enter_group"].trigger()


def show_paths(stage: Stage) -> None:
    """List the paths of A5 and light one."""
    page = _tool(stage, "a5", "paths")
    stage.wait_until(page.is_settled)


def show_factoring(stage: Stage) -> None:
    """List the nine paths of the course's example of factoring."""
    page = _tool(stage, "a5b", "paths")
    stage.wait_until(page.is_settled)


def show_forward_mode(stage: Stage) -> None:
    """Ask A2 in every mode."""
    _tool(stage, "a2", "modes")


def show_jacobian(stage: Stage) -> None:
    """Show the Jacobian of a gate of A4."""
    _tool(stage, "a4", "jacobian")


def show_nudge(stage: Stage) -> None:
    """Nudge an input of A2."""
    _tool(stage, "a2", "nudge")


def show_accumulate(stage: Stage) -> None:
    """Let gradients pile up in A9."""
    _tool(stage, "a9", "accumulate")


def show_exercise(stage: Stage) -> None:
    """Answer the gradients of A5 with two slips."""
    page = _tool(stage, "a5", "exercise")
    panel = page.dock.panel("exercise")
    assert isinstance(panel, ExercisePanel)
    QTest.mouseClick(panel.start_button, Qt.MouseButton.LeftButton)
    stage.settle()
    for answer in _SLIPS:
        editor = panel.typing.editor
        if not editor.isVisible():
            stage.press(Qt.Key.Key_Tab, page.view)
        editor.selectAll()
        QTest.keyClicks(editor, answer)
        QTest.keyClick(editor, Qt.Key.Key_Tab)
        stage.settle()


def show_outline(stage: Stage) -> None:
    """Find the maxima of an SVM loss in the list of all its nodes."""
    page = _tool(stage, "a10b", "outline")
    panel = page.dock.panel("outline")
    assert panel is not None
    field = panel.findChild(QLineEdit)
    assert field is not None
    QTest.keyClicks(field, "max")
    stage.settle()


def show_map(stage: Stage) -> None:
    """Stand close to one end of a graph of some hundred gates, whose whole the map shows."""
    page = _page(stage)
    field = page.formula_bar.field
    field.selectAll()
    terms = " + ".join(f"tanh(w_{number}*x_{number} + b_{number})" for number in range(_TERMS))
    field.setText(f"f = {terms}")
    QTest.keyClick(field, Qt.Key.Key_Return)
    stage.settle()
    stage.press(Qt.Key.Key_Home, page.view)
    for _ in range(4):
        stage.press(Qt.Key.Key_Plus, page.view)
    stage.settle()


def show_formula_question(stage: Stage) -> None:
    """Type a product as books write it, which may be a name too."""
    _draft(stage, "wx + b")


def show_formula_completion(stage: Stage) -> None:
    """Begin the name of a function, while the formula is shown typeset."""
    _draft(stage, "1/(1 + exp(-x)) + ta")


def show_formula_fault(stage: Stage) -> None:
    """Misspell a function in a formula of several lines."""
    terms = " + ".join(f"tanh(w_{number}*x_{number} + b_{number})" for number in range(_WRAPPED))
    _draft(stage, f"f = {terms} + sgmoid(z)")


def show_number_question(stage: Stage) -> None:
    """Type a number with a comma into a card."""
    page = _page(stage)
    node = page.document.graph.named("x")
    assert node is not None
    item = page.scene.items_shown.nodes[node]
    spot = page.view.mapFromScene(item.pos() + item.face.value_zone.center())
    QTest.mouseClick(page.view.viewport(), Qt.MouseButton.LeftButton, pos=spot)
    editor = page.view.editor
    editor.selectAll()
    QTest.keyClicks(editor, "1,000")
    QTest.keyClick(editor, Qt.Key.Key_Return)
    stage.settle()
    assert editor.question is not None


def _draft(stage: Stage, text: str) -> None:
    """Type a formula, without building it."""
    field = _page(stage).formula_bar.field
    field.setFocus()
    field.selectAll()
    QTest.keyClicks(field, text)
    stage.settle()


def _example_situation(name: str) -> Callable[[Stage], None]:
    def show(stage: Stage) -> None:
        _example(stage, name)

    return show


def _page(stage: Stage) -> GraphPage:
    stage.start_anew("graph", stage.window.width(), stage.window.height())
    page = stage.page
    assert isinstance(page, GraphPage)
    return page


def _example(stage: Stage, name: str) -> GraphPage:
    page = _page(stage)
    page.examples.show_example(name)
    stage.settle()
    return page


def _tool(stage: Stage, example: str, name: str) -> GraphPage:
    page = _example(stage, example)
    page.dock.actions_by_name[name].trigger()
    stage.settle()
    return page


def _sigmoid_tail(page: GraphPage) -> set[NodeId]:
    """Return the gates after the weighted sum, with the constant that is added."""
    graph = page.document.graph
    order = [node for node in graph.nodes if graph.nodes[node].operation in _SIGMOID_TAIL]
    tail = set(order[-4:])
    constants = {
        source
        for port, source in graph.wires.items()
        if port.node in tail and graph.nodes[source].operation == "constant"
    }
    return tail | constants


EXAMPLES = {
    f"graph-example-{example.name}": _example_situation(example.name) for example in examples()
}
SITUATIONS: dict[str, Callable[[Stage], None]] = {
    "graph-a1-backward": show_a1_backward,
    "graph-a2-backward": show_a2_backward,
    "graph-group": show_group,
    "graph-group-entered": show_group_entered,
    "graph-paths": show_paths,
    "graph-factoring": show_factoring,
    "graph-modes": show_forward_mode,
    "graph-jacobian": show_jacobian,
    "graph-nudge": show_nudge,
    "graph-accumulate": show_accumulate,
    "graph-exercise": show_exercise,
    "graph-outline": show_outline,
    "graph-map": show_map,
    "graph-formula-question": show_formula_question,
    "graph-formula-completion": show_formula_completion,
    "graph-formula-fault": show_formula_fault,
    "graph-number-question": show_number_question,
}
