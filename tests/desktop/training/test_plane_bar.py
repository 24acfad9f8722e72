"""Data with more than two inputs: two are drawn, the others are held, and all pictures follow."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from desktop.desk.settling import shut_down
from desktop.foundation.settings import Settings
from desktop.training.network.selection import Sample, Selection
from desktop.training.page import TrainingPage
from desktop.training.pictures.plane_bar import PlaneBar
from desktop.training.pictures.plane_words import held_lines
from desktop.widgets.fields.choice_box import ChoiceBox
from engine.training.analysis.input_plane import PlaneChoice, input_plane
from engine.training.datasets.dataset import Dataset
from engine.training.datasets.own import class_targets, view_around
from engine.training.datasets.scaling import standardized
from tests.support.settling import aim, settle

NAMES = ("sepal_length", "sepal_width", "petal_length", "petal_width")


def flowers(width: int = 4) -> Dataset:
    """Return three clouds in four dimensions or more, standardized."""
    rng = np.random.default_rng(5)
    middles = np.array([[5.0, 3.4, 1.5, 0.3], [5.9, 2.8, 4.3, 1.3], [6.6, 3.0, 5.6, 2.0]])
    rows = np.concatenate([rng.normal(middle, 0.2, (10, 4)) for middle in middles])
    rows = np.concatenate([rows, rng.normal(3.0, 1.0, (30, max(0, width - 4)))], axis=1)[:, :width]
    names = (*NAMES, *(f"more_{number}" for number in range(4, width)))[:width]
    data = Dataset(
        rows, class_targets(np.repeat([0, 1, 2], 10).tolist()), view_around(rows),
        input_names=names, class_names=("setosa", "versicolor", "virginica"),
    )  # fmt: skip
    return standardized(data, data)


def pick(box: ChoiceBox, name: str) -> None:
    box.setCurrentIndex(box.findData(name))
    box.activated.emit(box.currentIndex())


@pytest.fixture
def page(qtbot: QtBot, tmp_path: Path) -> Iterator[TrainingPage]:
    made = TrainingPage(Settings(str(tmp_path / "settings.ini")))
    qtbot.addWidget(made)
    made.resize(1440, 854)
    made.show()
    yield made
    made.shutdown()


def test_two_inputs_are_chosen_and_all_that_is_drawn_follows(
    qtbot: QtBot, page: TrainingPage
) -> None:
    bar, view = page.boundary_view.plane_bar, page.boundary_view
    assert not bar.isVisible()
    page.edits.edit_setup(page.session.setup.with_samples(flowers()))
    settle(qtbot, page)
    assert bar.isVisible()
    pick(bar.across_box, "2")
    pick(bar.up_box, "3")
    settle(qtbot, page)
    data = page.session.run.dataset
    # The axes are in the units in which the inputs came.
    x, y = (np.concatenate(axis) for axis in zip(*(
        view.plot.curve_data(key) for key in view.plot.keys if key.startswith("class ")
    ), strict=True))  # fmt: skip
    raw = data.inputs * np.array(data.scales)[:, 1] + np.array(data.scales)[:, 0]
    assert np.allclose(np.sort(x), np.sort(raw[:, 2]))
    assert np.allclose(np.sort(y), np.sort(raw[:, 3]))

    # Hovering tells what the network predicts there, in the network too.
    mean = raw.mean(axis=0)
    view.plot.hovered.emit(4.0, 1.0)
    outputs = page.network_view.outputs
    assert outputs is not None
    assert np.allclose(
        outputs[0] * np.array(data.scales)[:, 1] + np.array(data.scales)[:, 0],
        [mean[0], mean[1], 4.0, 1.0],
    )
    view.plot.hover_left.emit()

    # A click on a sample chooses it where it is drawn.
    viewport = view.plot.canvas.viewport()
    alone = int(np.argmax(raw[:, 2]))
    place = aim(qtbot, viewport, lambda: view.plot.to_canvas(raw[alone, 2], raw[alone, 3]), page)
    QTest.mouseClick(viewport, Qt.MouseButton.LeftButton, pos=place)
    qtbot.waitUntil(lambda: page.selection.sample == Sample(alone))

    # Choosing the other axis' input swaps the two.
    before = view.map
    pick(bar.across_box, "3")
    settle(qtbot, page)
    assert page.selection.plane_choice == PlaneChoice(3, 2)
    assert view.map is not before

    # The page made anew, and the page saved, show the same plane.
    pick(bar.held_box, "1")
    bar.field.set_value(4.0)
    bar.field.value_changed.emit(4.0)
    chosen = PlaneChoice(3, 2, ((1, 4.0),))
    assert page.selection.plane_choice == chosen
    snapshot, text = page.snapshot(), page.own_work()
    assert text is not None
    page.selection.choose_plane(PlaneChoice())
    page.restore(snapshot)
    assert page.selection.plane_choice == chosen
    page.selection.choose_plane(PlaneChoice())
    page.show_own_work(text)
    assert page.selection.plane_choice == chosen
    # Other inputs begin with the first two again.
    page.edits.edit_setup(page.session.setup.with_data("circle"))
    assert page.selection.plane_choice == PlaneChoice()
    assert not bar.isVisible()


@pytest.mark.parametrize("width", [3, 13, 64])
def test_the_others_are_held_at_their_means_or_where_the_slider_says(
    qtbot: QtBot, width: int
) -> None:
    selection = Selection()
    bar = PlaneBar(selection, None)  # type: ignore[arg-type]
    qtbot.addWidget(bar)
    data = flowers(width)
    bar.show_data(data)
    bar.show()
    assert bar.held_box.count() == width - 2
    assert bar.mean_button.isChecked()
    place = bar.held_input
    assert place == 2
    mean = selection.plane_of(data).base[2]
    assert bar.field.value == pytest.approx(mean)

    bar.slider.setValue(bar.slider.maximum())
    held = selection.plane_choice.value(2)
    assert held == pytest.approx(float(data.inputs[:, 2].max()) * data.scales[2].deviation + mean)
    assert not bar.mean_button.isChecked()
    QTest.mouseClick(bar.mean_button, Qt.MouseButton.LeftButton)
    assert selection.plane_choice.value(2) is None
    assert bar.mean_button.isChecked()
    # Without moving it, it is held where the mean is.
    QTest.mouseClick(bar.mean_button, Qt.MouseButton.LeftButton)
    assert selection.plane_choice.value(2) == pytest.approx(mean)
    shut_down(bar)


def test_the_picture_says_where_the_others_are_held() -> None:
    data = flowers()
    choice = PlaneChoice(0, 1).holding(2, 3.5)
    plane = input_plane(data, choice)
    mean = f"petal_width at {plane.base[3]:.4g} (mean)"
    assert held_lines(data, plane, choice) == ["petal_length at 3.5", mean]
    # A rent is written like one, and not as 1.14e3.
    choice = choice.holding(2, 1144.6)
    assert held_lines(data, input_plane(data, choice), choice)[0] == "petal_length at 1145"
    many = flowers(13)
    lines = held_lines(
        many, input_plane(many, PlaneChoice().holding(9, 1.0)), PlaneChoice().holding(9, 1.0)
    )
    assert lines[0] == "more_9 at 1"
    assert lines[-1] == "9 more inputs at their means"
