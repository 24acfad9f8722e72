"""Points are drawn in the plane: added by class, moved, removed, undone, trained on."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from desktop.foundation.settings import Settings
from desktop.training.page import TrainingPage
from tests.support.settling import aim

PLAIN = Qt.KeyboardModifier.NoModifier


@pytest.fixture
def page(qtbot: QtBot, tmp_path: Path) -> Iterator[TrainingPage]:
    made = TrainingPage(Settings(str(tmp_path / "settings.ini")))
    qtbot.addWidget(made)
    made.resize(1440, 854)
    made.show()
    QTest.mouseClick(made.setup_panel.data.draw_button, Qt.MouseButton.LeftButton)
    yield made
    made.shutdown()


def place(qtbot: QtBot, page: TrainingPage, x: float, y: float) -> QPoint:
    canvas = page.boundary_view.plot.canvas
    return aim(qtbot, canvas.viewport(), lambda: canvas.to_widget(x, y))


def click(
    qtbot: QtBot,
    page: TrainingPage,
    x: float,
    y: float,
    button: Qt.MouseButton = Qt.MouseButton.LeftButton,
) -> None:
    viewport = page.boundary_view.plot.canvas.viewport()
    QTest.mouseClick(viewport, button, PLAIN, place(qtbot, page, x, y))


def drag(qtbot: QtBot, page: TrainingPage, *places: tuple[float, float]) -> None:
    viewport = page.boundary_view.plot.canvas.viewport()
    start, *on = [place(qtbot, page, x, y) for x, y in places]
    QTest.mousePress(viewport, Qt.MouseButton.LeftButton, PLAIN, start)
    for each in on:
        QTest.mouseMove(viewport, each)
    QTest.mouseRelease(viewport, Qt.MouseButton.LeftButton, PLAIN, on[-1])


def test_a_click_adds_a_point_of_the_class_chosen_by_key_or_button(
    qtbot: QtBot, page: TrainingPage
) -> None:
    assert page.drawing.bar.isVisible()
    click(qtbot, page, 0.5, 0.5)
    QTest.keyClick(page, Qt.Key.Key_0)
    click(qtbot, page, 0.5, 1.3)
    QTest.mouseClick(page.drawing.bar.class_buttons[1], Qt.MouseButton.LeftButton)
    click(qtbot, page, 1.3, 0.5)

    data = page.session.run.dataset
    assert len(data) == 7
    assert data.targets[4:, 0].tolist() == [1.0, 0.0, 1.0]
    assert np.allclose(data.inputs[4:], [[0.5, 0.5], [0.5, 1.3], [1.3, 0.5]], atol=0.02)
    assert page.setup_panel.data.data_box.currentText() == "Own points"


def test_points_are_moved_by_dragging_as_one_step_to_undo(qtbot: QtBot, page: TrainingPage) -> None:
    click(qtbot, page, 0.5, 0.5)
    drag(qtbot, page, (0.5, 0.5), (0.6, 0.6), (0.7, 0.8))

    assert page.session.run.dataset.inputs[4] == pytest.approx([0.7, 0.8], abs=0.02)
    page.edits.actions.undo.trigger()
    assert page.session.run.dataset.inputs[4] == pytest.approx([0.5, 0.5], abs=0.02)
    page.edits.actions.undo.trigger()
    assert page.session.run.samples is None
    assert page.session.run.data == "xor"


def test_a_right_click_or_delete_removes_a_point(qtbot: QtBot, page: TrainingPage) -> None:
    click(qtbot, page, 0.0, 0.0, Qt.MouseButton.RightButton)
    assert len(page.session.run.dataset) == 3
    viewport = page.boundary_view.plot.canvas.viewport()
    QTest.mouseMove(viewport, place(qtbot, page, 1.0, 1.0))
    QTest.keyClick(page, Qt.Key.Key_Delete)
    assert len(page.session.run.dataset) == 2

    click(qtbot, page, 0.0, 1.0, Qt.MouseButton.RightButton)
    click(qtbot, page, 1.0, 0.0, Qt.MouseButton.RightButton)
    assert len(page.session.run.dataset) == 1
    assert "at least one point" in page.drawing.bar.problem_label.sentence
    qtbot.waitUntil(page.drawing.bar.problem_label.isVisible)


def test_drawing_goes_on_while_it_trains_without_a_reset(qtbot: QtBot, page: TrainingPage) -> None:
    click(qtbot, page, 0.5, 0.5)
    page.session.set_setup(page.session.setup.with_stopping(when_solved=False))
    page.session.play()
    qtbot.waitUntil(lambda: page.session.record.step > 5)

    click(qtbot, page, 0.5, 0.8)

    assert page.session.is_playing
    assert page.session.record.step > 5
    assert len(page.session.record.predictions) == 6


def test_a_third_class_gives_the_network_an_output_for_each(
    qtbot: QtBot, page: TrainingPage
) -> None:
    QTest.keyClick(page, Qt.Key.Key_2)
    click(qtbot, page, 0.5, 0.5)

    run = page.session.run
    assert run.layers == (2, 4, 3)
    assert (run.output, run.loss) == ("softmax", "softmax_cross_entropy")

    click(qtbot, page, 0.5, 0.5, Qt.MouseButton.RightButton)
    assert page.session.run.layers == (2, 4, 1)
    assert page.session.run.loss == "binary_cross_entropy"


def test_clear_keeps_one_of_each_class_and_escape_ends(qtbot: QtBot, page: TrainingPage) -> None:
    QTest.mouseClick(page.drawing.bar.clear_button, Qt.MouseButton.LeftButton)
    assert len(page.session.run.dataset) == 2

    QTest.keyClick(page, Qt.Key.Key_Escape)
    assert not page.drawing.bar.isVisible()
    assert not page.setup_panel.data.draw_button.isChecked()
    click(qtbot, page, 0.2, 0.2)
    assert len(page.session.run.dataset) == 2


def test_any_data_in_the_plane_can_be_drawn_on(qtbot: QtBot, page: TrainingPage) -> None:
    page.edits.edit_setup(page.session.setup.with_data("moons"))
    click(qtbot, page, 0.5, 2.0)
    assert len(page.session.run.dataset) == 201

    page.edits.edit_setup(page.session.setup.with_data("exams"))
    click(qtbot, page, 80.0, 80.0)
    assert page.session.run.layers[0] == 2
    assert page.session.run.loss == "binary_cross_entropy"


def test_ten_classes_have_buttons_with_their_keys_names_and_looks_of_their_own(
    qtbot: QtBot, page: TrainingPage
) -> None:
    bar = page.drawing.bar
    for label in range(2, 10):
        QTest.mouseClick(bar.add_button, Qt.MouseButton.LeftButton)
        assert page.drawing.label == label
        click(qtbot, page, -0.3 + label / 7, 0.5)
    assert not bar.add_button.isVisible()
    assert [button.text() for button in bar.class_buttons] == [str(key) for key in range(10)]
    assert page.session.run.layers[-1] == 10

    QTest.keyClick(page, Qt.Key.Key_4)
    bar.name_edit.setFocus()
    QTest.keyClicks(bar.name_edit, "cat 7")
    QTest.keyClick(bar.name_edit, Qt.Key.Key_Return)
    assert bar.class_buttons[4].text() == "4 cat 7"
    names = page.session.run.dataset.class_names
    assert (names[4], names[5], len(names)) == ("cat 7", "5", 10)
    assert "cat 7" in page.boundary_view.legend
    # The digits in the name chose no class.
    assert page.drawing.label == 4

    # Without the last class, and with it again, all others look as before.
    before = [page.session.run.dataset.look(label) for label in range(9)]
    click(qtbot, page, -0.3 + 9 / 7, 0.5, Qt.MouseButton.RightButton)
    assert page.session.run.layers[-1] == 9
    assert [page.session.run.dataset.look(label) for label in range(9)] == before
    page.edits.actions.undo.trigger()
    assert page.session.run.layers[-1] == 10
    page.edits.actions.undo.trigger()
    page.edits.actions.undo.trigger()
    assert bar.class_buttons[4].text() == "4"


def test_the_eraser_takes_points_away_in_one_step(qtbot: QtBot, page: TrainingPage) -> None:
    for x in (0.3, 0.5, 0.7):
        click(qtbot, page, x, 0.5)
    QTest.keyClick(page, Qt.Key.Key_X)
    assert page.drawing.bar.erase_button.isChecked()
    drag(qtbot, page, (0.3, 0.5), (0.5, 0.5), (0.7, 0.5))
    assert len(page.session.run.dataset) == 4
    page.edits.actions.undo.trigger()
    assert len(page.session.run.dataset) == 7
    QTest.mouseClick(page.drawing.bar.erase_button, Qt.MouseButton.LeftButton)
    click(qtbot, page, 0.6, 0.9)
    assert len(page.session.run.dataset) == 8
