"""The Training page: choices make runs, errors are told, pictures follow, keys work."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QComboBox, QLabel, QLineEdit, QSlider
from pytestqt.qtbot import QtBot

from desktop.foundation.settings import Settings
from desktop.training.page import TrainingPage
from desktop.training.setup_panel.setup_panel import SetupPanel
from engine.training.run.loop import train
from tests.support.settling import settle


@pytest.fixture
def page(qtbot: QtBot, tmp_path: Path) -> Iterator[TrainingPage]:
    made = TrainingPage(Settings(str(tmp_path / "settings.ini")))
    qtbot.addWidget(made)
    made.resize(1280, 674)
    made.show()
    settle(qtbot, made)
    yield made
    made.shutdown()


def choose(box: QComboBox, name: str) -> None:
    """Choose an entry as a user does: by the keys, until it is the one."""
    box.setFocus()
    QTest.keyClick(box, Qt.Key.Key_Home)
    for _ in range(box.count()):
        if box.currentData() == name:
            return
        QTest.keyClick(box, Qt.Key.Key_Down)
    raise AssertionError(f"{name} is not offered")


def type_into(edit: QLineEdit, text: str) -> None:
    edit.setFocus()
    edit.selectAll()
    QTest.keyClicks(edit, text)
    QTest.keyClick(edit, Qt.Key.Key_Return)


def test_it_begins_with_xor_two_four_one_tanh_cross_entropy_and_sgd_at_one(
    page: TrainingPage,
) -> None:
    panel = page.setup_panel
    assert panel.data.data_box.currentText() == "XOR"
    assert panel.network.layers_field.edit.text() == "2-4-1"
    assert panel.network.activation_box.name == "tanh"
    assert panel.network.initializer_box.name == "xavier"
    assert panel.training.loss_box.name == "binary_cross_entropy"
    assert panel.training.optimizer_box.name == "sgd"
    assert panel.training.form.values() == {"learning_rate": 1.0}
    assert [row[:3] for row in page.results_panel.truth_table.rows] == [
        ["0", "0", "0"], ["0", "1", "1"], ["1", "0", "1"], ["1", "1", "0"],
    ]  # fmt: skip


def test_the_shown_numbers_are_the_engines(qtbot: QtBot, page: TrainingPage) -> None:
    QTest.mouseClick(page.run_bar.buttons[page.run_bar.step_action], Qt.MouseButton.LeftButton)
    settle(qtbot, page)
    steps = train(page.session.run)
    _, record = next(steps), next(steps)

    table = dict(page.results_panel.summary_table.rows)
    assert table["step"] == "1"
    assert table["loss"] == f"{record.loss:.4g}"
    shown = [row[3] for row in page.results_panel.truth_table.rows]
    assert shown == [f"{value:.3f}" for value in record.predictions[:, 0]]
    _, losses = page.curves_view.loss_plot.curve_data("loss")
    assert losses.tolist() == pytest.approx([record.start_loss, record.loss])
    _, norms = page.curves_view.gradient_plot.curve_data("layer 1")
    assert norms[-1] == pytest.approx(record.gradient_norms[1])


def test_the_map_shows_the_network_of_the_present_record(qtbot: QtBot, page: TrainingPage) -> None:
    from engine.training.analysis.decision_boundary import probability_map

    first = page.boundary_view.map
    QTest.keyClick(page, Qt.Key.Key_E)
    settle(qtbot, page)

    run, record = page.session.run, page.session.record
    expected = probability_map(
        run.network, record.parameters, run.dataset.view, width=90, height=90
    )
    assert page.boundary_view.map is not None
    assert first is not None
    assert np.array_equal(page.boundary_view.map, expected)
    assert not np.array_equal(first, expected)


def test_the_keys_train_step_and_reset(qtbot: QtBot, page: TrainingPage) -> None:
    page.setFocus()
    QTest.keyClick(page, Qt.Key.Key_Right)
    QTest.keyClick(page, Qt.Key.Key_Right)
    settle(qtbot, page)
    assert page.session.record.step == 2

    QTest.keyClick(page, Qt.Key.Key_Left)
    settle(qtbot, page)
    assert page.session.record.step == 1

    QTest.keyClick(page, Qt.Key.Key_Space)
    assert page.session.is_playing
    assert page.run_bar.train_button.text() == "Pause"
    qtbot.waitUntil(lambda: page.session.record.step > 3)
    QTest.keyClick(page, Qt.Key.Key_Space)
    assert page.run_bar.train_button.text() == "Train"

    QTest.keyClick(page, Qt.Key.Key_Home)
    settle(qtbot, page)
    assert page.session.record.step == 0
    assert not page.run_bar.buttons[page.run_bar.back_action].isEnabled()

    seed = page.session.run.seed
    QTest.keyClick(page, Qt.Key.Key_N)
    assert page.session.run.seed != seed
    assert page.setup_panel.network.seed_field.value == page.session.run.seed


def test_other_layers_make_another_network_and_say_so(qtbot: QtBot, page: TrainingPage) -> None:
    QTest.keyClick(page, Qt.Key.Key_Right)
    settle(qtbot, page)
    with qtbot.waitSignal(page.reported) as told:
        type_into(page.setup_panel.network.layers_field.edit, "2-3-3-1")

    assert told.args is not None
    assert told.args[0] == "This makes another network: training starts again at epoch 0."
    assert page.session.run.layers == (2, 3, 3, 1)
    assert page.session.record.step == 0
    layout = page.network_view.layout_of_units
    assert layout is not None
    assert len(layout.centres) == 9


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("2-0-1", "Layer 2 of 2-0-1 has 0 units; each layer needs 1 to 64."),
        ("3-4-1", "must begin with 2 and end with 1, such as 2-4-1"),
        ("nonsense", "write whole numbers with dashes between them, such as 2-4-1"),
    ],
)
def test_impossible_layers_are_explained_where_they_stand_and_change_nothing(
    page: TrainingPage, text: str, sentence: str
) -> None:
    field = page.setup_panel.network.layers_field
    type_into(field.edit, text)

    assert sentence in field.problem
    assert field.edit.text() == text
    assert page.session.run.layers == (2, 4, 1)

    QTest.keyClick(field.edit, Qt.Key.Key_Escape)
    assert field.edit.text() == "2-4-1"
    assert field.problem == ""


def test_points_in_the_plane_bring_their_settings_and_a_fitting_rate(
    qtbot: QtBot, page: TrainingPage
) -> None:
    panel = page.setup_panel
    assert not panel.data.form.isVisible()

    choose(panel.data.data_box, "noisy_xor")
    settle(qtbot, page)

    assert panel.data.form.isVisible()
    assert panel.data.form.values() == {"noise": 0.1, "samples": 200.0}
    assert panel.training.form.values() == {"learning_rate": 0.3}
    assert not page.results_panel.truth_table.isVisible()
    assert "of 200 are right" in page.results_panel.verdict.text()

    type_into(panel.data.form.field("samples").edit, "50")
    assert len(page.session.run.dataset) == 50
    choose(panel.data.batch_field.kind_box, "mini")
    assert page.session.run.batch_size == 10
    type_into(panel.data.batch_field.size_field.edit, "10")
    assert page.session.run.steps_per_epoch == 5


def test_another_optimizer_brings_its_settings_and_trains_on(
    qtbot: QtBot, page: TrainingPage
) -> None:
    QTest.keyClick(page, Qt.Key.Key_Right)
    settle(qtbot, page)

    choose(page.setup_panel.training.optimizer_box, "adam")

    assert set(page.setup_panel.training.form.values()) == {
        "learning_rate", "beta1", "beta2", "epsilon",
    }  # fmt: skip
    assert page.setup_panel.training.form.values()["learning_rate"] == 0.05
    assert page.session.record.step == 1
    page.setFocus()
    QTest.keyClick(page, Qt.Key.Key_Right)
    settle(qtbot, page)
    assert page.session.record.step == 2


def test_the_learning_rate_moves_while_it_trains(qtbot: QtBot, page: TrainingPage) -> None:
    page.setup_panel.stop.stop_box.click()
    page.run_bar.train_button.click()
    qtbot.waitUntil(lambda: page.session.record.step > 2)

    type_into(page.setup_panel.training.form.field("learning_rate").edit, "0.125")

    assert page.session.is_playing
    assert page.session.run.optimizer_settings["learning_rate"] == 0.125
    step = page.session.record.step
    qtbot.waitUntil(lambda: page.session.record.step > step + 2)


def test_zero_weights_are_named_as_the_reason_why_nothing_is_learnt(
    qtbot: QtBot, page: TrainingPage
) -> None:
    choose(page.setup_panel.network.initializer_box, "zeros")
    page.setFocus()
    for _ in range(3):
        QTest.keyClick(page, Qt.Key.Key_Right)
    settle(qtbot, page)

    assert page.results_panel.problems.isVisible()
    assert "All 4 units of hidden layer 1 are identical" in page.results_panel.problems.text()


def test_the_table_of_weights_holds_the_parameters(page: TrainingPage) -> None:
    layers = page.session.run.network.unflatten(page.session.record.parameters)
    tables = [page.results_panel.weight_table(number).rows for number in (1, 2)]

    assert [row[0] for row in tables[0]] == ["h₁", "h₂", "h₃", "h₄"]
    shown = [float(cell.replace("−", "-")) for cell in tables[0][2][1:]]
    assert np.allclose(shown, [*layers[0].weights[:, 2], layers[0].bias[2]], atol=0.005)
    # Every layer in one orientation, as in W·x + b.
    assert [row[0] for row in tables[1]] == ["ŷ"]
    assert page.results_panel.weight_table(2).column_names == ["h₁", "h₂", "h₃", "h₄", "b"]


def test_pointing_at_the_plane_tells_the_prediction_there(qtbot: QtBot, page: TrainingPage) -> None:
    plot = page.boundary_view.plot
    with qtbot.waitSignal(page.boundary_view.pointed) as pointed:
        plot.hovered.emit(1.0, 0.0)
    assert pointed.args == [(1.0, 0.0)]
    prediction = page.session.record.predictions[2, 0]
    labels = [label.text() for label in page.boundary_view.findChildren(QLabel)]
    assert f"ŷ(1, 0) = {prediction:.4g}" in labels

    plot.hover_left.emit()
    labels = [label.text() for label in page.boundary_view.findChildren(QLabel)]
    assert not any("ŷ(1, 0)" in text for text in labels)


def test_the_loss_can_be_shown_logarithmically_without_touching_the_run(
    page: TrainingPage,
) -> None:
    run, record = page.session.run, page.session.record
    page.curves_view.log_box.click()
    assert page.curves_view.loss_plot.canvas.scale_of_axes.log_y
    assert page.session.run is run
    assert page.session.record is record


def test_a_page_made_anew_shows_the_same_training(
    qtbot: QtBot, page: TrainingPage, tmp_path: Path
) -> None:
    choose(page.setup_panel.data.data_box, "circle")
    page.setFocus()
    QTest.keyClick(page, Qt.Key.Key_Right)
    settle(qtbot, page)
    page.run_bar.speed_box.setCurrentIndex(1)
    page.setup_panel.stop.stop_box.click()
    page.curves_view.log_box.click()

    other = TrainingPage(Settings(str(tmp_path / "other.ini")))
    qtbot.addWidget(other)
    other.restore(page.snapshot())
    settle(qtbot, other)
    other.shutdown()

    assert other.session.record is page.session.record
    assert other.setup_panel.data.data_box.name == "circle"
    assert other.run_bar.speed == page.run_bar.speed
    assert not other.setup_panel.stop.stop_box.isChecked()
    assert other.curves_view.loss_plot.canvas.scale_of_axes.log_y
    assert other.results_panel.summary_table.rows == page.results_panel.summary_table.rows


def test_every_control_has_a_tooltip_and_an_accessible_name(page: TrainingPage) -> None:
    controls = [
        *page.findChildren(QAbstractButton), *page.findChildren(QComboBox),
        *page.findChildren(QSlider),
    ]  # fmt: skip
    for control in controls:
        if control.isVisible():
            assert control.toolTip(), control
            assert control.accessibleName(), control
    assert isinstance(page.findChild(SetupPanel), SetupPanel)


def test_the_menu_offers_everything_the_bar_does(page: TrainingPage) -> None:
    menus = dict(page.menu_actions())
    edits, actions, views = menus["Edit"], menus["Training"], menus["Experiments"]
    assert [action.text() for action in edits] == ["Undo", "Redo", "Paste table"]
    texts = {action.text() for action in actions}
    assert texts >= {
        "Train", "Step back", "Step", "Epoch", "Reset", "New start", "Open as graph",
        "First step", "Newest step",
    }  # fmt: skip
    keys = [action.shortcut().toString() for action in (*edits, *actions, *views)]
    keys = [key for key in keys if key]
    assert len(set(keys)) == len(keys)


def test_choices_made_by_mouse_leave_the_keys_to_the_page(page: TrainingPage) -> None:
    # Space would otherwise open the list again instead of training.
    for box in page.findChildren(QComboBox):
        assert not box.focusPolicy() & Qt.FocusPolicy.ClickFocus
        assert box.focusPolicy() & Qt.FocusPolicy.TabFocus


def test_plots_without_a_curve_say_how_to_get_one(qtbot: QtBot, page: TrainingPage) -> None:
    curves = page.curves_view
    assert "hint" in curves.loss_plot.keys
    assert "hint" in curves.gradient_plot.keys
    # The mark of the present epoch is seen whole, on an axis round its value.
    loss = page.session.record.loss
    (left, _), (low, high) = curves.loss_plot.view_range
    assert left < 0
    assert low <= 0 < loss < high
    curves.log_box.click()
    (low, high) = curves.loss_plot.view_range[1]
    assert 0 < low < loss < high
    page.run_bar.step_action.trigger()
    settle(qtbot, page)
    assert "hint" not in curves.loss_plot.keys
    assert "hint" not in curves.gradient_plot.keys
