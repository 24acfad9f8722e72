"""The plot: contents by key, mouse in data coordinates, logarithmic axes, legend, theme."""

from __future__ import annotations

from functools import wraps

import numpy as np
import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QColor, QPainter
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu, QWidget
from pytestqt.qtbot import QtBot
from shiboken6 import ownedByPython

from desktop.foundation.theme import apply_theme, theme
from desktop.widgets.plots.plot_canvas import PlotCanvas
from desktop.widgets.plots.plot_style import colour_ramp
from desktop.widgets.plots.plot_view import PlotView
from tests.support.settling import aim, settle
from tests.support.work import count_calls


@pytest.fixture
def plot(qtbot: QtBot) -> PlotView:
    made = PlotView("loss")
    qtbot.addWidget(made)
    made.resize(500, 400)
    made.set_view((0.0, 10.0), (0.0, 4.0))
    made.show()
    qtbot.waitExposed(made)
    settle(qtbot)
    return made


def at(qtbot: QtBot, plot: PlotView, x: float, y: float) -> QPoint:
    return aim(qtbot, plot.canvas.viewport(), lambda: plot.to_canvas(x, y))


def colour_at(qtbot: QtBot, plot: PlotView, x: float, y: float) -> QColor:
    place = at(qtbot, plot, x, y)
    colour: QColor = plot.canvas.viewport().grab().toImage().pixelColor(place)
    return colour


def test_a_click_reports_data_coordinates(qtbot: QtBot, plot: PlotView) -> None:
    with qtbot.waitSignal(plot.clicked) as clicked:
        QTest.mouseClick(
            plot.canvas.viewport(), Qt.MouseButton.LeftButton, pos=at(qtbot, plot, 2.5, 1.0)
        )
    assert clicked.args == pytest.approx([2.5, 1.0], abs=0.03)


def test_coordinates_stay_data_on_logarithmic_axes(qtbot: QtBot, plot: PlotView) -> None:
    plot.set_log(y=True)
    plot.set_view((0.0, 10.0), (1e-4, 1e2))
    with qtbot.waitSignal(plot.clicked) as clicked:
        QTest.mouseClick(
            plot.canvas.viewport(), Qt.MouseButton.LeftButton, pos=at(qtbot, plot, 5, 1e-2)
        )
    assert clicked.args[1] == pytest.approx(1e-2, rel=0.1)
    assert plot.view_range[1] == pytest.approx((1e-4, 1e2))


def axis_texts(plot: PlotView) -> list[str]:
    """Every text drawn on the vertical axis."""
    axis = plot.canvas.getAxis("left")
    picture = plot.canvas.grab()
    painter = QPainter(picture)
    _, _, texts = axis.generateDrawSpecs(painter)
    painter.end()
    return [text for _, _, text in texts]


def test_a_short_logarithmic_axis_has_more_numbers_than_powers_of_ten(
    qtbot: QtBot, plot: PlotView
) -> None:
    plot.set_log(y=True)
    plot.set_view((0.0, 10.0), (0.15, 3.0))
    # The axis widens for the longer texts once it has been painted with them.
    qtbot.waitUntil(lambda: axis_texts(plot) == ["0.2", "0.5", "1", "2"])
    plot.resize(500, 115)
    qtbot.waitUntil(lambda: axis_texts(plot) == ["0.3", "1"])
    plot.set_view((0.0, 10.0), (0.05, 20.0))
    qtbot.waitUntil(lambda: axis_texts(plot) == ["0.1", "1", "10"])


def test_an_axis_that_counts_has_whole_numbers_alone(qtbot: QtBot, plot: PlotView) -> None:
    plot.resize(400, 300)
    plot.set_view((0.0, 1.0), (0.0, 2.2))
    qtbot.waitUntil(lambda: "0.5" in axis_texts(plot))
    plot.set_counted()
    plot.set_view((0.0, 1.0), (0.0, 2.3))
    qtbot.waitUntil(lambda: {"1", "2"} <= set(axis_texts(plot)) <= {"0", "1", "2"})


def test_a_number_stands_once_on_a_logarithmic_axis(qtbot: QtBot, plot: PlotView) -> None:
    plot.set_log(y=True)
    plot.set_view((0.0, 10.0), (1e-7, 10.0))
    powers = ["10⁻⁶", "10⁻⁵", "10⁻⁴", "0.001", "0.01", "0.1", "1"]
    qtbot.waitUntil(lambda: sorted(axis_texts(plot)) == sorted(powers))


def test_the_wheel_zooms_and_a_and_double_click_reset(qtbot: QtBot, plot: PlotView) -> None:
    plot.canvas.show_range((4.0, 5.0), (1.0, 2.0))
    assert plot.view_range[0] == pytest.approx((4.0, 5.0))
    QTest.keyClick(plot, Qt.Key.Key_A)
    assert plot.view_range[0] == pytest.approx((0.0, 10.0))
    assert plot.view_range[1] == pytest.approx((0.0, 4.0))
    plot.canvas.show_range((4.0, 5.0), (1.0, 2.0))
    middle = plot.canvas.viewport().rect().center()
    QTest.mouseClick(plot.canvas.viewport(), Qt.MouseButton.LeftButton, pos=middle)
    QTest.mouseDClick(plot.canvas.viewport(), Qt.MouseButton.LeftButton, pos=middle)
    QTest.mouseRelease(plot.canvas.viewport(), Qt.MouseButton.LeftButton, pos=middle)
    qtbot.waitUntil(lambda: plot.view_range[0] == pytest.approx((0.0, 10.0)))


def test_a_handle_is_dragged_in_data_coordinates(qtbot: QtBot, plot: PlotView) -> None:
    plot.add_draggable("start", 2.0, 1.0)
    moves: list[tuple[str, float, float]] = []
    plot.dragged.connect(lambda key, x, y: moves.append((key, x, y)))
    viewport = plot.canvas.viewport()
    start, end = at(qtbot, plot, 2.0, 1.0), at(qtbot, plot, 6.0, 3.0)
    QTest.mouseMove(viewport, start)
    QTest.mousePress(viewport, Qt.MouseButton.LeftButton, pos=start)
    for part in (0.25, 0.5, 0.75, 1.0):
        place = start + (end - start) * part
        QTest.mouseMove(viewport, QPoint(round(place.x()), round(place.y())))
    with qtbot.waitSignal(plot.drag_finished):
        QTest.mouseRelease(viewport, Qt.MouseButton.LeftButton, pos=end)
    assert moves[-1][0] == "start"
    assert moves[-1][1:] == pytest.approx((6.0, 3.0), abs=0.1)
    assert plot.handle_place("start") == pytest.approx((6.0, 3.0), abs=0.1)


def test_moving_a_handle_from_code_is_silent(qtbot: QtBot, plot: PlotView) -> None:
    plot.add_draggable("start", 2.0, 1.0)
    with qtbot.assertNotEmitted(plot.dragged):
        plot.add_draggable("start", 3.0, 1.5)
    assert plot.handle_place("start") == (3.0, 1.5)


def test_a_curve_is_drawn_in_its_colour_and_follows_the_theme(qtbot: QtBot, plot: PlotView) -> None:
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    plot.set_curve("a", [0, 10], [2, 2], "series_0", width=6)
    assert colour_at(qtbot, plot, 5.3, 2.0) == theme().color("series_0")
    try:
        apply_theme(app, "dark", 1.0)
        assert colour_at(qtbot, plot, 5.3, 2.0) == theme().color("series_0")
    finally:
        apply_theme(app, "light", 1.0)


def test_the_legend_hides_and_shows_a_curve(qtbot: QtBot, plot: PlotView) -> None:
    plot.set_curve("a", [0, 10], [2, 2], "series_0", width=6, name="SGD")
    plot.set_curve("b", [0, 10], [1, 1], "series_1", "dash", "square", name="Adam")
    assert plot.legend.names() == ["SGD", "Adam"]
    with qtbot.waitSignal(plot.curve_toggled) as toggled:
        QTest.mouseClick(plot.legend.entry("a"), Qt.MouseButton.LeftButton)
    assert toggled.args == ["a", False]
    assert colour_at(qtbot, plot, 5.3, 2.0) != theme().color("series_0")
    plot.remove("a")
    assert plot.legend.names() == ["Adam"]


def test_an_image_has_row_0_below_and_samples_in_place(qtbot: QtBot, plot: PlotView) -> None:
    values = np.array([[0.0, 0.0], [1.0, 1.0]])
    plot.set_image("z", values, (2.0, 8.0, 1.0, 3.0), ["#000000", "#ffffff"])
    assert colour_at(qtbot, plot, 5.0, 0.5).lightness() < 60
    assert colour_at(qtbot, plot, 5.0, 3.5).lightness() > 200


def test_everything_can_be_set_twice_and_removed(plot: PlotView) -> None:
    for shift in (0.0, 1.0):
        plot.set_bands("band", [(1 + shift, 2)])
        plot.set_bands("floor", [(0, 1)], horizontal=True)
        plot.set_line("line", 3 + shift, label="here")
        plot.set_text("text", 1, 1 + shift, "number")
        plot.set_bars("bars", [1, 2], [1 + shift, 2], 0.5)
        plot.set_points("points", [1, 2], [1, 2], ["series_0", "series_1"], ["circle", "cross"])
        plot.set_contours("c", [0, 1, 2], [0, 1], [[0, 1, 2], [0, 1, 2]], [0.5 + shift])
        plot.set_image("rgba", np.zeros((2, 2, 4), dtype=np.uint8), (0, 1, 0, 1), None)
    assert plot.curve_data("points")[0].tolist() == [1, 2]
    assert sorted(plot.keys) == [
        "band", "bars", "c", "floor", "line", "points", "rgba", "text",
    ]  # fmt: skip
    plot.set_curve("band", [0, 1], [0, 1])
    plot.clear()
    assert not plot.keys


def test_a_curve_of_which_nothing_is_a_number_breaks_nothing(plot: PlotView) -> None:
    plot.set_log(y=True)
    plot.set_curve("zero", [0.0, 1.0], [0.0, 0.0], symbol="circle")
    plot.set_curve("none", [0.0, 1.0], [np.nan, np.nan], symbol="square")
    plot.grab()
    assert plot.keys == ("zero", "none")


def test_a_shape_is_filled_and_follows_its_data(qtbot: QtBot, plot: PlotView) -> None:
    plot.set_shape("bar", [2.0, 4.0, 4.0, 2.0, 2.0], [0.5, 0.5, 3.5, 3.5, 0.5], "series_1", 1.0)
    assert colour_at(qtbot, plot, 3.0, 2.0) == theme().color("series_1")
    plot.set_shape("bar", [6.0, 8.0, 8.0, 6.0, 6.0], [0.5, 0.5, 3.5, 3.5, 0.5], "series_1", 1.0)
    assert colour_at(qtbot, plot, 3.0, 2.0) != theme().color("series_1")
    assert colour_at(qtbot, plot, 7.0, 2.0) == theme().color("series_1")


def test_a_plot_leaves_nothing_for_the_garbage_collector_to_delete(qtbot: QtBot) -> None:
    # Widgets without a parent are deleted by Python at any time: in the midst of a change of
    # style sheet this crashes.
    before = set(QApplication.topLevelWidgets())
    plot = PlotView("loss")
    qtbot.addWidget(plot)
    # The layout of the axes has a widget of its own too, which Qt owns and deletes with it.
    new = [widget for widget in QApplication.topLevelWidgets() if widget not in before]
    assert [w for w in new if w.parent() is None and ownedByPython(w)] == [plot]


def test_a_plot_has_no_widget_but_what_it_shows(qtbot: QtBot) -> None:
    # The plotting library's own plot makes the fifty-five widgets of a menu that is never opened.
    plot = PlotView("loss")
    qtbot.addWidget(plot)
    assert len(plot.canvas.findChildren(QWidget)) < 6
    assert plot.canvas.findChildren(QMenu) == []


def test_the_mouse_is_reported(qtbot: QtBot, plot: PlotView) -> None:
    with qtbot.waitSignal(plot.hovered) as hovered:
        QTest.mouseMove(plot.canvas.viewport(), at(qtbot, plot, 4.0, 2.0))
    assert hovered.args == pytest.approx([4.0, 2.0], abs=0.03)


def test_a_ramp_paints_its_ends_and_leaves_holes_clear() -> None:
    painted = colour_ramp(np.array([0.0, 1.0, np.nan]), ["#ff0000", "#0000ff"])
    assert painted.tolist() == [[255, 0, 0, 255], [0, 0, 255, 255], [0, 0, 0, 0]]


def test_locked_axes_keep_one_width_whatever_their_numbers_are(qtbot: QtBot) -> None:
    plot = PlotView()
    qtbot.addWidget(plot)
    plot.set_aspect_locked(True)
    plot.resize(320, 340)
    plot.show()
    widths = set()
    for low, high in ((-0.5, 1.5), (0.0, 9.0), (-0.1234, -0.1233)):
        plot.set_view((low, high), (low, high))
        plot.grab()
        widths.add(plot.canvas.getAxis("left").width())
    assert len(widths) == 1


def test_what_is_dragged_over_a_plot_reaches_the_page_below(qtbot: QtBot, plot: PlotView) -> None:
    # Qt offers a drag to the first widget upwards that accepts any.
    widget: QWidget | None = plot.canvas.viewport()
    while widget is not None:
        assert not widget.acceptDrops()
        widget = widget.parentWidget()


def test_what_is_drawn_as_it_was_is_told_to_nobody(plot: PlotView) -> None:
    def play(text: str = "here", place: float = 1.0) -> None:
        plot.set_ticks([(0.0, "none"), (1.0, text)])
        plot.set_line("line", place, label=text)
        plot.set_line("bare", 2.0)
        plot.set_text("text", 1.0, 2.0, text)

    play()
    again = count_calls(play)
    moved = count_calls(lambda: play(place=3.0))
    written = count_calls(lambda: play("there", 3.0))
    assert 2 * again < min(moved, written)


def test_a_line_that_was_hidden_while_its_label_changed_says_what_it_should(
    qtbot: QtBot, plot: PlotView
) -> None:
    plot.set_line("line", 1.0, label="before")
    plot.set_visible("line", False)
    plot.set_line("line", 1.0, label="after {1}")
    plot.set_visible("line", True)
    settle(qtbot, plot)
    assert written_in(plot) == ["after {1}"]
    plot.set_line("line", 1.0, label="")
    assert written_in(plot) == []
    plot.set_line("line", 2.0, label="again")
    assert written_in(plot) == ["again"]


def written_in(plot: PlotView) -> list[str]:
    """Return the texts beside the lines of a plot that can be seen."""
    items = plot.canvas.getViewBox().childGroup.childItems()
    below = [inner for item in items for inner in item.childItems()]
    return [item.toPlainText() for item in below if item.isVisible()]


def test_the_style_sheet_changes_nothing_in_a_plot_and_the_theme_everything(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    told: list[str] = []

    def watch(kind: type[PlotCanvas | PlotView], slot: str) -> None:
        @wraps(getattr(kind, slot))
        def note(_: object) -> None:
            told.append(slot)

        monkeypatch.setattr(kind, slot, note)

    watch(PlotCanvas, "_on_theme_changed")
    watch(PlotView, "_redraw")
    made = PlotView()
    made.show()
    told.clear()
    qtbot.addWidget(made)
    assert told == []
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    apply_theme(app, "dark", 1.0)
    apply_theme(app, "light", 1.0)
    assert told == ["_on_theme_changed", "_redraw"] * 2
