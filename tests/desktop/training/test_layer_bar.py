"""Layers and neurons are added and removed over the drawing, by mouse, menu and keys."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QToolButton
from pytestqt.qtbot import QtBot

from desktop.foundation.settings import Settings
from desktop.foundation.theme import apply_theme
from desktop.training.network.layer_bar import LayerBar
from desktop.training.page import TrainingPage
from tests.support.settling import settle


@pytest.fixture
def page(qtbot: QtBot, tmp_path: Path) -> Iterator[TrainingPage]:
    made = TrainingPage(Settings(str(tmp_path / "settings.ini")))
    qtbot.addWidget(made)
    made.resize(1440, 854)
    made.show()
    yield made
    made.shutdown()


def click(button: QToolButton) -> None:
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)


def bar_of(qtbot: QtBot, page: TrainingPage) -> LayerBar:
    qtbot.waitUntil(page.layer_bar.plus_buttons[1].isVisible)
    return page.layer_bar


def test_neurons_are_added_and_taken_out_above_their_layer(
    qtbot: QtBot, page: TrainingPage
) -> None:
    bar = bar_of(qtbot, page)
    seed = page.session.run.seed

    click(bar.plus_buttons[1])
    assert page.session.run.layers == (2, 5, 1)
    assert page.setup_panel.network.layers_field.edit.text() == "2-5-1"
    assert bar.size_buttons[1].text() == "5"
    click(bar.minus_buttons[1])
    click(bar.minus_buttons[1])
    assert page.session.run.layers == (2, 3, 1)
    assert page.session.run.seed == seed


def test_it_stands_over_the_columns_of_the_drawing(qtbot: QtBot, page: TrainingPage) -> None:
    bar = bar_of(qtbot, page)
    layout = page.network_view.layout_of_units
    assert layout is not None
    middles = sorted({centre.x() for centre in layout.centres.values()})
    for middle, button in zip(middles, bar.size_buttons.values(), strict=True):
        assert button.geometry().center().x() == pytest.approx(middle, abs=14)


def test_pointing_offers_another_layer_between_two(qtbot: QtBot, page: TrainingPage) -> None:
    bar = bar_of(qtbot, page)
    QTest.mouseMove(page.run_bar)
    bar.leaveEvent(None)  # type: ignore[arg-type]
    assert not any(button.isVisible() for button in bar.insert_buttons.values())

    bar.enterEvent(None)  # type: ignore[arg-type]
    assert bar.insert_buttons[2].isVisible()
    click(bar.insert_buttons[2])

    assert page.session.run.layers == (2, 4, 4, 1)


def test_the_menu_of_a_layer_removes_it_and_changes_its_activation(
    qtbot: QtBot, page: TrainingPage
) -> None:
    bar = bar_of(qtbot, page)
    bar.insert_layer(2)
    actions = {action.text(): action for action in bar.make_menu(2).actions()}

    assert actions["Hyperbolic tangent"].isChecked()
    actions["ReLU"].trigger()
    assert page.session.run.activations == ("tanh", "relu")
    assert "ReLU" in bar.size_buttons[2].toolTip()
    assert page.setup_panel.network.activation_box.currentText() == "different ones"

    actions = {action.text(): action for action in bar.make_menu(1).actions()}
    actions["Remove this layer"].trigger()
    assert page.session.run.layers == (2, 4, 1)
    left: tuple[str, ...] = page.session.run.activations
    assert left == ("relu",)


def test_the_keys_on_a_size_do_the_same(qtbot: QtBot, page: TrainingPage) -> None:
    bar = bar_of(qtbot, page)
    for key, layers in (
        (Qt.Key.Key_Plus, (2, 5, 1)),
        (Qt.Key.Key_Minus, (2, 4, 1)),
        (Qt.Key.Key_Insert, (2, 4, 4, 1)),
        (Qt.Key.Key_Delete, (2, 4, 1)),
        (Qt.Key.Key_Delete, (2, 1)),
    ):
        QTest.keyClick(bar.size_buttons[1], key)
        assert page.session.run.layers == layers


def test_the_network_says_where_it_can_grow_no_more(qtbot: QtBot, page: TrainingPage) -> None:
    bar = bar_of(qtbot, page)
    page.edits.edit_setup(page.session.setup.with_layers((2, 64, 1)))
    bar.change_units(1, 1)

    assert page.session.run.layers == (2, 64, 1)
    assert "each layer needs 1 to 64" in page.setup_panel.network.problem

    bar.change_units(1, -1)
    assert page.setup_panel.network.problem == ""


def test_a_change_is_undone_by_the_edit_menu(qtbot: QtBot, page: TrainingPage) -> None:
    bar = bar_of(qtbot, page)
    click(bar.plus_buttons[1])

    page.edits.actions.undo.trigger()
    assert page.session.run.layers == (2, 4, 1)
    page.edits.actions.redo.trigger()
    assert page.session.run.layers == (2, 5, 1)


@pytest.mark.parametrize("zoom", [1.0, 1.5, 2.0])
def test_a_size_above_its_layer_is_never_cut(
    qtbot: QtBot, qapp: QApplication, page: TrainingPage, zoom: float
) -> None:
    bar = bar_of(qtbot, page)
    page.setup_panel.network.layers_field.edit.setText("2-12-1")
    QTest.keyClick(page.setup_panel.network.layers_field.edit, Qt.Key.Key_Return)
    apply_theme(qapp, "light", zoom)
    settle(qtbot, page)
    assert [button.text() for button in bar.size_buttons.values()] == ["2", "12", "1"]
    for button in bar.size_buttons.values():
        assert button.width() >= button.sizeHint().width()
        assert button.height() >= button.sizeHint().height()
        assert bar.rect().contains(button.geometry())
    apply_theme(qapp, "light", 1.0)
