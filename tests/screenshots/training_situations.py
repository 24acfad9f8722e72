"""The training's situations: XOR from start to end, larger data, numbers, dialogs, experiments."""

from __future__ import annotations

import tempfile
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit

from desktop.desk.settling import has_settled
from desktop.foundation.translation import current_language
from desktop.graph_editor.page import GraphPage
from desktop.training.network.layout import Connection, Unit
from desktop.training.own_data.table_dialog import TableDialog
from desktop.training.page import TrainingPage
from desktop.training.pictures.stage import HIDDEN, LANDSCAPE
from desktop.widgets.fields.segmented_switch import SegmentedSwitch
from tests.screenshots.hands import (
    choose,
    click,
    click_at,
    click_in_plot,
    double_click,
    type_number,
    type_text,
)
from tests.screenshots.stage import Stage

SPIRAL_EPOCHS = 180
# These weights find their way between the arms of the spiral.
_SPIRAL_SEED = "11"
_SAMPLE = (0.0, 1.0)
# Where a window is small only these weights have room for their numbers.
_WEIGHT = Connection(Unit(1, 2), Unit(2, 0))
# Clouds round the four corners of XOR, wide enough apart to be hit singly in a small window.
_DRAWN = {
    1: ((0.25, 0.75), (0.2, 1.25), (-0.25, 1.1), (0.8, -0.2), (1.25, 0.2), (0.75, 0.2)),
    0: ((-0.2, -0.2), (0.25, 0.2), (0.3, -0.25), (0.8, 0.8), (1.25, 1.2), (0.75, 1.25)),
}
# Rows without a name, a mark that may be read in two ways, dates, words, gaps, a cell that is none.
_TABLE = """# exported from the sports hall, 2024
;day;distance;group;pulse;reached
1;3/4/2024;1,200;beginners;142;no
2;3/5/2024;2,450;beginners;150;no
3;4/5/2024;3,100;advanced;;yes
4;4/6/2024;2,900;club;ill;no
5;5/6/2024;4,750;advanced;131;yes
6;6/7/2024;5,300;club;128;yes
7;7/8/2024;3,850;beginners;155;no
8;8/9/2024;6,100;club;122;yes
9;9/10/2024;4,200;advanced;139;yes
10;10/11/2024;1,950;beginners;148;no
"""
_IN_KOREAN = {
    "exported from the sports hall, 2024": "2024년 체력 측정 기록",
    "day;distance;group;pulse;reached": "측정일;거리;반;심박수;통과여부",
    "beginners": "초급",
    "advanced": "중급",
    "club": "동아리",
    "ill": "결석",
    "yes": "통과",
    "no": "미통과",
}
# The middle of a backward pass through three gates.
_BACKWARD_STEPS = 2


def show_under_way(stage: Stage) -> None:
    """Train a few epochs by hand."""
    _train_by_hand(stage, 20)


def show_solved(stage: Stage) -> None:
    """Train until the four corners are right."""
    _train(stage, _page(stage))


def show_hidden_space(stage: Stage) -> None:
    """Look at the plane that two hidden units bent until a line separates XOR."""
    page = _page(stage)
    type_text(page.setup_panel.network.layers_field.edit, "2-2-1")
    _train(stage, page)
    click(page.stage.segments.button(HIDDEN))


def show_landscape(stage: Stage) -> None:
    """Look at the path over the loss round the weights that were found."""
    page = _page(stage)
    _train(stage, page)
    click(page.stage.segments.button(LANDSCAPE))


def show_arithmetic(stage: Stage) -> None:
    """Choose a sample and a weight, and read how the weight is updated."""
    page = _train_by_hand(stage, 20)
    click_in_plot(stage, page.boundary_view.plot, *_SAMPLE)
    stage.settle()
    click_at(page.network_view, page.network_view.number_box(_WEIGHT).center().toPoint())
    assert page.selection.part == _WEIGHT


def show_number_question(stage: Stage) -> None:
    """Type a number with a comma over a weight in the drawing."""
    page = _page(stage)
    drawing = page.network_view
    double_click(drawing, drawing.number_box(_WEIGHT).center().toPoint())
    stage.settle()
    editor = QApplication.focusWidget()
    assert isinstance(editor, QLineEdit)
    editor.selectAll()
    QTest.keyClicks(editor, "1,000")
    QTest.keyClick(editor, Qt.Key.Key_Return)


def show_spiral(stage: Stage) -> None:
    """Train two hidden layers on the spiral with Adam, in batches of ten."""
    page = _page(stage)
    panel = page.setup_panel
    choose(panel.data.data_box, "spiral")
    choose(panel.data.batch_field.kind_box, "mini")
    type_text(panel.network.layers_field.edit, "2-8-8-1")
    choose(panel.training.optimizer_box, "adam")
    type_number(panel.training.form.field("learning_rate"), "0.03")
    type_number(panel.network.seed_field, _SPIRAL_SEED)
    panel.stop.set_expanded(True)
    click(panel.stop.boxes["epochs"])
    type_number(panel.stop.fields["epochs"], str(SPIRAL_EPOCHS))
    panel.stop.set_expanded(False)
    stage.press(Qt.Key.Key_Space)
    stage.wait_until(lambda: page.session.record.epoch >= SPIRAL_EPOCHS)


def show_table(stage: Stage) -> None:
    """Choose what to learn from a table that is not as clean as those of a book."""
    _open_table(stage, _page(stage))


def show_table_used(stage: Stage) -> None:
    """Train on a table, which everything is called by."""
    page = _page(stage)
    click(_open_table(stage, page).use_button)
    _train_epochs(stage, page, 20)


def _open_table(stage: Stage, page: TrainingPage) -> TableDialog:
    with tempfile.TemporaryDirectory(prefix="wiregrad-") as folder:
        text, name = _TABLE, "sports.csv"
        if current_language() == "ko":
            name = "체력측정.csv"
            for words, korean in _IN_KOREAN.items():
                text = text.replace(words, korean)
        path = Path(folder) / name
        path.write_text(text, encoding="utf-8")
        page.tables.open(path)
        dialog = page.tables.dialog
        assert dialog is not None
        stage.wait_until(lambda: has_settled(dialog))
    return dialog


def show_drawn_points(stage: Stage) -> None:
    """Draw points of two classes among the corners and train on them."""
    page = _page(stage)
    click(page.setup_panel.data.draw_button)
    for label, places in _DRAWN.items():
        click(page.drawing.bar.class_buttons[label])
        for place in places:
            click_in_plot(stage, page.boundary_view.plot, *place)
    _train(stage, page)


def show_open_graph(stage: Stage) -> None:
    """Open the network as a graph and step into the middle of its backward pass."""
    page = _train_by_hand(stage, 20)
    click(page.run_bar.graph_button)
    stage.wait_until(lambda: stage.page is not page)
    stage.settle()
    graph = stage.page
    assert isinstance(graph, GraphPage)
    stage.press(Qt.Key.Key_Home, graph.view)
    for _ in range(graph.walk.forward_count + _BACKWARD_STEPS):
        stage.press(Qt.Key.Key_Right, graph.view)


def show_stuck(stage: Stage) -> None:
    """Start two ReLUs that never fire, and read why nothing is learnt."""
    page = _page(stage)
    type_text(page.setup_panel.network.layers_field.edit, "2-2-1")
    choose(page.setup_panel.network.activation_box, "relu")
    _train_epochs(stage, page, 20)
    assert page.results_panel.problems.isVisible()


def show_seeds(stage: Stage) -> None:
    """Train two hidden units from 24 seeds, of which some get stuck."""
    page = _page(stage)
    type_text(page.setup_panel.network.layers_field.edit, "2-2-1")
    click(page.views.tabs.button("seeds"))


def show_compare(stage: Stage) -> None:
    """Train twice, and set SGD against Adam over the list of what was trained."""
    page = _page(stage)
    _train(stage, page)
    type_number(page.setup_panel.network.seed_field, "8")
    _train(stage, page)
    click(page.views.tabs.button("compare"))


def show_perceptron(stage: Stage) -> None:
    """Let the perceptron go round on XOR, up to the end."""
    page = _experiment(stage, "perceptron")
    choice = page.views.view("perceptron").findChild(SegmentedSwitch)
    assert isinstance(choice, SegmentedSwitch)
    click(choice.button("xor"))
    stage.press(Qt.Key.Key_End)


def show_regression(stage: Stage) -> None:
    """Follow D2 to its end."""
    _experiment(stage, "regression")
    stage.press(Qt.Key.Key_End)


def _page(stage: Stage) -> TrainingPage:
    stage.start_anew("training", stage.window.width(), stage.window.height())
    page = stage.page
    assert isinstance(page, TrainingPage)
    return page


def _train(stage: Stage, page: TrainingPage) -> None:
    page.setFocus()
    stage.press(Qt.Key.Key_Space)
    stage.wait_until(lambda: page.session.record.is_settled() and not page.session.is_playing)


def _train_by_hand(stage: Stage, epochs: int) -> TrainingPage:
    page = _page(stage)
    _train_epochs(stage, page, epochs)
    return page


def _train_epochs(stage: Stage, page: TrainingPage, epochs: int) -> None:
    for epoch in range(1, epochs + 1):
        stage.press(Qt.Key.Key_E)
        stage.wait_until(lambda epoch=epoch: page.session.record.epoch >= epoch)  # type: ignore[misc]


def _experiment(stage: Stage, name: str) -> TrainingPage:
    page = _page(stage)
    click(page.views.tabs.button(name))
    stage.wait_until(page.is_settled)
    return page


def _experiment_situation(name: str) -> Callable[[Stage], None]:
    def show(stage: Stage) -> None:
        _experiment(stage, name)

    return show


SITUATIONS: dict[str, Callable[[Stage], None]] = {
    "training-under-way": show_under_way,
    "training-solved": show_solved,
    "training-hidden-space": show_hidden_space,
    "training-landscape": show_landscape,
    "training-arithmetic": show_arithmetic,
    "training-number-question": show_number_question,
    "training-spiral": show_spiral,
    "training-table": show_table,
    "training-table-used": show_table_used,
    "training-drawn-points": show_drawn_points,
    "training-open-graph": show_open_graph,
    "training-stuck": show_stuck,
    "training-seeds": show_seeds,
    "training-compare": show_compare,
    "training-perceptron": show_perceptron,
    "training-regression": show_regression,
    "training-gradients": _experiment_situation("gradients"),
}
