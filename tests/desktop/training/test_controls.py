"""The controls at the left: each changes the setup, most without a reset, and explains itself."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QComboBox,
    QLineEdit,
    QScrollArea,
    QSlider,
)
from pytestqt.qtbot import QtBot

from desktop.foundation.settings import Settings
from desktop.foundation.theme import apply_theme
from desktop.foundation.translation import install
from desktop.training.network.layout import Unit
from desktop.training.network.selection import Sample
from desktop.training.page import TrainingPage
from desktop.training.run.session import FASTEST
from desktop.widgets.fields.number_text import format_number
from engine.languages.catalog import LANGUAGES
from engine.optimizers.catalog import OPTIMIZERS
from engine.optimizers.schedules import SCHEDULES
from engine.optimizers.treatments import TREATMENTS
from engine.training.datasets.catalog import ALL_DATA
from tests.support.cases import case
from tests.support.settling import settle


@pytest.fixture
def page(qtbot: QtBot, tmp_path: Path) -> Iterator[TrainingPage]:
    made = TrainingPage(Settings(str(tmp_path / "settings.ini")))
    qtbot.addWidget(made)
    made.resize(1280, 674)
    made.show()
    made.setup_panel.set_expanded((True,) * 5)
    yield made
    made.shutdown()


def choose(box: QComboBox, name: str) -> None:
    box.setCurrentIndex(box.findData(name))
    box.activated.emit(box.currentIndex())


def type_into(edit: QLineEdit, text: str) -> None:
    edit.setFocus()
    edit.selectAll()
    QTest.keyClicks(edit, text)
    QTest.keyClick(edit, Qt.Key.Key_Return)


def train_a_little(qtbot: QtBot, page: TrainingPage) -> int:
    page.run_bar.step_action.trigger()
    page.run_bar.step_action.trigger()
    settle(qtbot, page.session)
    return page.session.record.step


def test_every_data_set_is_trained_on_and_scrubbed_through(
    qtbot: QtBot, page: TrainingPage
) -> None:
    for name in ALL_DATA:
        with case(name):
            choose(page.setup_panel.data.data_box, name)
            assert page.session.run.data == name
            assert train_a_little(qtbot, page) == 2
            page.run_bar.first_action.trigger()
            settle(qtbot, page.session)
            assert page.session.record.step == 0
            assert page.session.history.last.step == 2


def test_every_optimizer_and_variant_trains_on_without_a_reset(
    qtbot: QtBot, page: TrainingPage
) -> None:
    panel = page.setup_panel.training
    for name in OPTIMIZERS:
        with case(name):
            train_a_little(qtbot, page)
            choose(panel.optimizer_box, name)
            for place in range(panel.variant_box.count()):
                choose(panel.variant_box, str(panel.variant_box.itemData(place)))
                assert page.session.record.step >= 2
                assert set(panel.form.values()) == {
                    item.name for item in page.session.run.rule.settings
                }
                train_a_little(qtbot, page)
            assert page.session.run.optimizer == name
            assert page.session.record.step == 2 + 2 * panel.variant_box.count()
            page.session.reset()


def test_every_schedule_shows_the_rate_of_now(qtbot: QtBot, page: TrainingPage) -> None:
    panel = page.setup_panel.training
    for name in (name for name in SCHEDULES if name != "constant"):
        with case(name):
            step = train_a_little(qtbot, page)
            choose(panel.schedule_box, name)
            assert page.session.record.step == step
            assert panel.rate_label.isVisible()
            train_a_little(qtbot, page)
            assert f"{page.session.moment.rate:.3g}" in panel.rate_label.text()
            choose(panel.schedule_box, "constant")
            assert page.session.run.schedules == ()


def test_every_treatment_is_switched_on_and_off_while_it_trains(
    qtbot: QtBot, page: TrainingPage
) -> None:
    panel = page.setup_panel.regularization
    for name in TREATMENTS:
        with case(name):
            step = train_a_little(qtbot, page)
            panel.boxes[name].click()
            assert [item.treatment.name for item in page.session.run.treatments] == [name]
            assert panel.forms[name].isVisible()
            setting = panel.forms[name].settings[0].name
            type_into(panel.forms[name].field(setting).edit, "0.5")
            assert page.session.run.treatments[0].settings[setting] == 0.5
            assert train_a_little(qtbot, page) == step + 2
            panel.boxes[name].click()
            assert page.session.run.treatments == ()
            assert page.session.record.step == step + 2


def test_penalties_and_dropout_change_without_a_reset_and_are_marked(
    qtbot: QtBot, page: TrainingPage
) -> None:
    panel = page.setup_panel.regularization
    step = train_a_little(qtbot, page)
    for name in ("l1", "l2", "dropout"):
        type_into(panel.form.field(name).edit, "0.25")
        assert getattr(page.session.run, name) == 0.25
    assert page.session.record.step == step
    assert page.session.record.loss > page.session.record.data_loss
    changes = page.session.history.changes
    assert [change.text for change in changes] == ["L1 0 → 0.25, L2 0 → 0.25, dropout 0 → 0.25"]


def test_noise_split_and_batch_change_while_it_trains(qtbot: QtBot, page: TrainingPage) -> None:
    panel = page.setup_panel.data
    choose(panel.data_box, "circle")
    page.session.set_speed(FASTEST)
    page.session.play()
    qtbot.waitUntil(lambda: page.session.record.step > 10)

    type_into(panel.form.field("noise").edit, "0.3")
    type_into(panel.share_form.field("test_share").edit, "0.3")
    choose(panel.batch_field.kind_box, "mini")
    type_into(panel.seed_field.edit, "4")

    run = page.session.run
    assert (run.data_settings["noise"], run.test_share, run.batch_size) == (0.3, 0.3, 10)
    assert run.data_seed == 4
    assert page.session.is_playing
    assert page.session.record.step > 10
    epochs = [moment.epochs for moment in page.session.history.moments]
    assert epochs == sorted(epochs)
    choose(panel.batch_field.kind_box, "single")
    assert page.session.run.batch_size == 1
    choose(panel.batch_field.kind_box, "full")
    assert page.session.run.batch_size is None


def test_a_loss_that_does_not_fit_is_explained_where_it_was_chosen(page: TrainingPage) -> None:
    panel = page.setup_panel
    choose(panel.network.output_box, "tanh")
    assert "end the network with a sigmoid" in panel.network.problem
    assert panel.network.output_box.name == "sigmoid"
    assert page.session.run.output == "sigmoid"

    choose(panel.training.loss_box, "mean_squared_error")
    assert panel.network.problem == ""
    choose(panel.network.output_box, "tanh")
    assert page.session.run.output == "tanh"


def test_each_layer_can_have_its_own_activation(page: TrainingPage) -> None:
    panel = page.setup_panel.network
    assert not panel.layer_box.isVisible()
    type_into(panel.layers_field.edit, "2-4-3-1")
    choose(panel.layer_box, "1")
    choose(panel.activation_box, "relu")
    assert page.session.run.activations == ("tanh", "relu")
    choose(panel.layer_box, "all")
    assert panel.activation_box.currentText() == "different ones"
    choose(panel.activation_box, "sigmoid")
    assert page.session.run.activation == "sigmoid"
    own: tuple[str, ...] = page.session.run.activations
    assert own == ()


@pytest.mark.parametrize(
    ("name", "text", "reason"),
    [
        ("loss", "0.3", "The loss came down to"),
        ("accuracy", "1", "100 % of the samples are right"),
        ("epochs", "50", "Stopped after epoch 50."),
    ],
)
def test_it_stops_when_it_was_told_to(
    qtbot: QtBot, page: TrainingPage, name: str, text: str, reason: str
) -> None:
    told: list[str] = []
    page.reported.connect(lambda sentence, _: told.append(sentence))
    panel = page.setup_panel.stop
    panel.stop_box.click()
    panel.boxes[name].click()
    type_into(panel.fields[name].edit, text)
    page.session.set_speed(FASTEST)

    with qtbot.waitSignal(page.session.stopped, timeout=20_000):
        QTest.keyClick(page, Qt.Key.Key_Space)

    assert told[-1].startswith(reason)
    assert not page.session.is_playing


def test_the_slider_scrubs_and_the_keys_go_to_both_ends(qtbot: QtBot, page: TrainingPage) -> None:
    for _ in range(6):
        QTest.keyClick(page, Qt.Key.Key_Right)
    settle(qtbot, page.session)
    page.scrub_bar.slider.setValue(3)
    settle(qtbot, page.session)
    assert page.session.record.step == 3
    assert page.scrub_bar.label.text() == "step 3 of 6 · epoch 3"

    for key, step in ((Qt.Key.Key_End, 6), (Qt.Key.Key_Home, 0), (Qt.Key.Key_Right, 1)):
        QTest.keyClick(page, key)
        settle(qtbot, page.session)
        assert page.session.record.step == step
    assert page.session.history.last.step == 6


def test_undo_takes_back_one_slider_s_way_at_once(qtbot: QtBot, page: TrainingPage) -> None:
    form = page.setup_panel.training.form
    train_a_little(qtbot, page)
    for place in (700, 600, 500):
        form.slider("learning_rate").setValue(place)
    rate = page.session.run.optimizer_settings["learning_rate"]
    assert rate < 1
    # The whole way is named, as it is taken back.
    assert page.edits.actions.undo.text() == f"Undo learning rate 1 → {format_number(rate, 3)}"

    page.edits.actions.undo.trigger()

    assert page.session.run.optimizer_settings["learning_rate"] == 1
    assert form.values()["learning_rate"] == 1
    assert not page.edits.actions.undo.isEnabled()
    page.edits.actions.redo.trigger()
    assert page.session.run.optimizer_settings["learning_rate"] < 1


def test_after_a_typed_rate_space_trains_and_the_field_keeps_its_number(
    qtbot: QtBot, page: TrainingPage
) -> None:
    field = page.setup_panel.training.form.field("learning_rate")
    field.edit.setFocus()
    field.edit.selectAll()
    QTest.keyClicks(field.edit, "0.25")
    QTest.keyClick(field.edit, Qt.Key.Key_Return)
    assert field.edit.hasFocus()
    QTest.keyClick(field.edit, Qt.Key.Key_Space)
    assert page.session.is_playing
    assert field.edit.text() == "0.25"
    QTest.keyClick(field.edit, Qt.Key.Key_Space)
    assert not page.session.is_playing
    assert field.edit.text() == "0.25"
    assert page.session.run.optimizer_settings["learning_rate"] == 0.25


def test_a_page_made_anew_keeps_what_was_chosen_to_look_at(
    qtbot: QtBot, page: TrainingPage, tmp_path: Path
) -> None:
    page.edits.edit_run(data="circle", test_share=0.3)
    page.boundary_view.discrete_box.click()
    page.selection.set_sample(Sample(2, is_test=True))
    page.selection.set_part(Unit(1, 1))
    settle(qtbot, page)

    other = TrainingPage(Settings(str(tmp_path / "settings.ini")))
    qtbot.addWidget(other)
    other.restore(page.snapshot())
    other.show()
    settle(qtbot, other)

    assert other.selection.sample == Sample(2, is_test=True)
    assert other.network_view.sample is not None
    assert other.selection.part == Unit(1, 1)
    assert other.boundary_view.discrete_box.isChecked()
    other.shutdown()


def test_a_page_made_anew_keeps_setup_place_and_all(
    qtbot: QtBot, page: TrainingPage, tmp_path: Path
) -> None:
    page.edits.edit_setup(page.session.setup.with_optimizer("adam").with_stopping(loss=0.2))
    train_a_little(qtbot, page)
    page.session.go_to(1)
    settle(qtbot, page.session)

    other = TrainingPage(Settings(str(tmp_path / "settings.ini")))
    qtbot.addWidget(other)
    other.restore(page.snapshot())

    assert other.session.setup == page.session.setup
    assert other.session.record.step == 1
    assert other.setup_panel.training.optimizer_box.name == "adam"
    assert other.setup_panel.stop.boxes["loss"].isChecked()
    other.shutdown()


def test_what_is_undone_is_shown(qtbot: QtBot, page: TrainingPage) -> None:
    page.edits.edit_run(layers=(2, 3, 1))
    QTest.mouseClick(page.views.tabs.button("perceptron"), Qt.MouseButton.LeftButton)
    experiment = page.views.view("perceptron")
    experiment.choose({"rate": 0.25})
    settle(qtbot, page)
    QTest.keyClick(page, Qt.Key.Key_Escape)
    assert page.views.current == "train"

    page.edits.actions.undo.trigger()
    assert page.views.current == "perceptron"
    assert experiment.settings()["rate"] != 0.25
    page.edits.actions.undo.trigger()
    assert page.views.current == "train"
    assert page.session.run.layers == (2, 4, 1)
    assert not page.edits.actions.undo.isEnabled()

    for _ in range(2):
        page.edits.actions.redo.trigger()
    assert page.views.current == "perceptron"
    assert experiment.settings()["rate"] == 0.25
    assert page.session.run.layers == (2, 3, 1)
    assert not page.edits.actions.redo.isEnabled()


@pytest.mark.parametrize("language", LANGUAGES)
def test_unfolded_sections_are_no_wider_than_the_panel(
    qtbot: QtBot, qapp: QApplication, tmp_path: Path, language: str
) -> None:
    install(qapp, language)
    apply_theme(qapp, "light", 1.0)
    try:
        page = TrainingPage(Settings(str(tmp_path / "settings.ini")))
        qtbot.addWidget(page)
        page.resize(1280, 674)
        page.show()
        page.setup_panel.set_expanded((True,) * 5)
        for treatment in TREATMENTS:
            page.setup_panel.regularization.boxes[treatment].click()
        area = page.setup_panel.findChild(QScrollArea)
        assert isinstance(area, QScrollArea)
        for optimizer in OPTIMIZERS:
            choose(page.setup_panel.training.optimizer_box, optimizer)
            settle(qtbot, page)
            qtbot.waitUntil(area.verticalScrollBar().isVisible)
            column = area.widget()
            assert column is not None
            assert column.minimumSizeHint().width() <= area.viewport().width()
        page.shutdown()
    finally:
        install(qapp, "en")


@pytest.mark.parametrize("name", ["xor", "spiral", "line"])
def test_every_control_has_a_tooltip_and_explains_itself(page: TrainingPage, name: str) -> None:
    choose(page.setup_panel.data.data_box, name)
    controls = [
        control
        for kind in (QAbstractButton, QComboBox, QLineEdit, QSlider)
        for control in page.setup_panel.findChildren(kind)
        # Qt makes a button of its own for each mark inside a line.
        if not isinstance(control.parent(), QLineEdit)
    ]
    assert len(controls) > 40
    silent = [c.accessibleName() for c in controls if not (c.toolTip() and c.whatsThis())]
    assert silent == []
