"""Plots, axes, colours and number texts at the ends of the number range."""

from __future__ import annotations

import math

import numpy as np
import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st
from hypothesis.extra import numpy as arrays
from PySide6.QtCore import QPointF
from pytestqt.qtbot import QtBot

from desktop.widgets.fields.number_field import NumberField
from desktop.widgets.fields.number_text import (
    format_number,
    format_result,
    format_tick,
    parse_number,
    round_significant,
)
from desktop.widgets.fields.quiet_slider import SLIDER_POSITIONS, SliderScale
from desktop.widgets.fields.scrub_edit import ScrubEdit
from desktop.widgets.plots.contour_lines import contour_segments, log_levels
from desktop.widgets.plots.plot_axis import PlotAxis
from desktop.widgets.plots.plot_scale import FARTHEST, NARROWEST, PlotScale, power_for, sound_range
from desktop.widgets.plots.plot_style import colour_ramp
from desktop.widgets.plots.plot_view import PlotView
from engine.formula.values import format_number as label_number
from engine.ranges import LARGEST, SMALLEST
from tests.support.extremes import BEYOND, NUMBERS, RANGES, paint_whole, sound

ANY = st.floats(allow_nan=True, allow_infinity=True, allow_subnormal=True)
FINITE = st.floats(allow_nan=False, allow_infinity=False, allow_subnormal=True)
GRIDS = arrays.arrays(
    np.float64, st.tuples(st.integers(2, 6), st.integers(2, 6)), elements=ANY
)  # fmt: skip
shared_page = settings(suppress_health_check=[HealthCheck.function_scoped_fixture])


@pytest.fixture
def plot(qtbot: QtBot) -> PlotView:
    made = PlotView("")
    qtbot.addWidget(made)
    made.resize(300, 220)
    made.show()
    return made


@given(ANY, st.booleans(), st.integers(-323, 308))
def test_every_number_has_a_place_that_qt_can_reckon_with(
    value: float, is_log: bool, power: int
) -> None:
    scale = PlotScale(is_log, is_log, power, power)
    placed = scale.drawn_x(np.array([value, 1.0]))
    assert np.isnan(placed[0]) or abs(placed[0]) <= FARTHEST
    assert np.isnan(placed[0]) == (not math.isfinite(value) or (is_log and value <= 0))
    x, y = scale.drawn(value, value)
    assert abs(x) <= FARTHEST
    assert abs(y) <= FARTHEST
    assert all(map(math.isfinite, scale.data(x, y)))


@given(FINITE)
def test_a_number_comes_back_from_its_place(value: float) -> None:
    scale = PlotScale(power_x=power_for(abs(value)))
    place = scale.end_x(value)
    assert place == 0.0 or NARROWEST < abs(place) < FARTHEST
    assert scale.data(place, 0.0)[0] == pytest.approx(value, rel=1e-14, abs=SMALLEST)


@given(ANY, ANY, st.booleans())
@example(-math.inf, math.inf, False)
def test_every_range_of_a_view_can_be_drawn(a: float, b: float, is_log: bool) -> None:
    low, high = sound_range(a, b, is_log=is_log)
    assert max(abs(low), abs(high)) < FARTHEST
    assert high - low >= 0.9e-12 * max(abs(low), abs(high))
    assert high - low >= 0.9 * NARROWEST


@given(ANY, ANY, st.booleans(), st.integers(-323, 308))
@shared_page
def test_every_axis_has_few_ticks_with_different_texts(
    plot: PlotView, a: float, b: float, is_log: bool, power: int
) -> None:
    power = 0 if is_log else power
    low, high = sound_range(a, b, is_log=is_log, power=power)
    axis = PlotAxis("bottom")
    axis.setLogMode(is_log, False)
    axis.set_power(power)
    axis.setRange(low, high)
    for spacing, values in axis.tickValues(low, high, 300.0):
        texts = [text for text in axis.tickStrings(values, 1.0, spacing or 0.0) if text]
        assert len(values) < 1000
        assert len(set(texts)) == len(texts)


@given(ANY, st.integers(1, 15))
@example(LARGEST, 2)
@example(SMALLEST, 3)
def test_texts_of_numbers_tell_their_size(value: float, digits: int) -> None:
    text = format_number(value, digits)
    assert text
    assert math.isfinite(round_significant(value, digits)) or not math.isfinite(value)
    read = parse_number(text)
    if math.isfinite(value) and abs(value) < 1e308:
        assert read is not None
        assert read == pytest.approx(value, rel=10.0 ** (1 - digits), abs=SMALLEST)
    assert label_number(value, 2)
    # Only nothing is written as nothing.
    assert (label_number(value, 2) == "0") == (value == 0)


def test_what_overflowed_is_called_larger_than_any_number() -> None:
    assert format_result(math.inf, 3) == "> 1.8e308"
    assert format_result(-math.inf, 3) == "< −1.8e308"
    assert format_result(0.25, 3) == "0.25"


@given(FINITE, FINITE)
def test_neighbouring_ticks_are_told_apart(value: float, spacing: float) -> None:
    spacing = abs(spacing)
    other = value + spacing
    if math.isfinite(other) and spacing > 1e-13 * max(abs(value), abs(other)):
        assert format_tick(value, spacing) != format_tick(other, spacing)


@given(GRIDS, st.none() | st.tuples(FINITE, FINITE))
@example(np.array([[-LARGEST, LARGEST], [0.0, math.nan]]), None)
def test_colours_of_any_numbers_go_from_the_first_to_the_last(
    values: np.ndarray, levels: tuple[float, float] | None
) -> None:
    painted = colour_ramp(values, ["#000000", "#ffffff"], levels and (min(levels), max(levels)))
    assert painted.shape == (*values.shape, 4)
    finite = np.isfinite(values)
    assert (painted[finite, 3] == 255).all()
    assert (painted[~finite, 3] == 0).all()
    order = np.argsort(values[finite], kind="stable")
    assert (np.diff(painted[finite, 0][order].astype(int)) >= 0).all()


@given(GRIDS)
@example(np.array([[-LARGEST, LARGEST], [LARGEST, -LARGEST]]))
@example(np.array([[0.0, SMALLEST], [SMALLEST, 0.0]]))
def test_contours_of_any_numbers_lie_inside_their_cells(z: np.ndarray) -> None:
    rows, columns = z.shape
    levels = log_levels(z, 5)
    assert np.isfinite(levels).all()
    x, y = contour_segments(np.arange(float(columns)), np.arange(float(rows)), z, levels.tolist())
    assert ((x >= 0) & (x <= columns - 1)).all()
    assert ((y >= 0) & (y <= rows - 1)).all()


@given(ANY, st.integers(-10, SLIDER_POSITIONS + 10), st.booleans())
def test_sliders_have_a_place_for_every_number(value: float, position: int, is_log: bool) -> None:
    for low, high in ((0.0, SMALLEST), (0.0, LARGEST), (1e-310, 1e308), (1.0, 2.0)):
        scale = SliderScale(low, high, is_log)
        assert 0 <= scale.position(value) <= SLIDER_POSITIONS
        assert low <= scale.value(position) <= high


@pytest.mark.parametrize("is_log", [False, True])
@pytest.mark.parametrize("is_locked", [False, True])
def test_plots_show_every_range(
    qtbot: QtBot, plot: PlotView, is_log: bool, is_locked: bool
) -> None:
    plot.set_aspect_locked(is_locked)
    plot.set_log(is_log, is_log)
    numbers = np.array([*NUMBERS, *BEYOND])
    for x_range in (*RANGES, None):
        for y_range in (RANGES[2], RANGES[3], RANGES[-1], None):
            with sound(qtbot, f"{x_range} × {y_range}"):
                plot.set_curve("curve", numbers, numbers[::-1], name="curve")
                plot.set_curve("pale", numbers, numbers[::-1], "accent_soft", "dash", width=1.0)
                plot.set_points("points", numbers, numbers[::-1])
                plot.set_bars("bars", numbers, numbers[::-1], 0.5, floor=0.01)
                plot.set_view(x_range, y_range)
                paint_whole(plot)
                (left, right), (bottom, top) = plot.view_range
                assert all(map(math.isfinite, (left, right, bottom, top)))
                assert left < right
                assert bottom < top
                plot.export_text()


@pytest.mark.parametrize("number", [*NUMBERS, *BEYOND])
def test_plots_fit_marks_of_every_size(qtbot: QtBot, plot: PlotView, number: float) -> None:
    grid = number * np.array([[0.0, 1.0], [0.5, 1.0]]) if math.isfinite(number) else np.eye(2)
    with sound(qtbot, f"marks of {number}"):
        plot.set_curve("curve", [0.0, 1.0, 2.0], [0.0, number, number], symbol="circle")
        plot.set_image("image", grid, (0.0, 2.0, 0.0, 1.0))
        plot.set_contours("contours", [0.0, 1.0], [0.0, 1.0], grid, log_levels(grid).tolist())
        plot.set_shape("shape", [0.0, 1.0, 1.0], [0.0, number, 0.0])
        plot.set_line("line", number, horizontal=True, label="here")
        plot.set_bands("band", [(-number, number)])
        plot.set_text("text", number, number, "text")
        plot.add_draggable("handle", number, number)
        paint_whole(plot)
        plot.set_log(False, True)
        paint_whole(plot)
        plot.set_log(False, False)
        paint_whole(plot)
        plot.export_text()


@pytest.mark.parametrize("scale", [1.0, 1e-310, 1e300])
def test_what_is_drawn_lies_where_the_axis_says(plot: PlotView, scale: float) -> None:
    plot.set_curve("curve", [0.0, scale], [0.0, scale])
    plot.set_view((0.0, scale), (0.0, scale))
    plot.grab()
    canvas = plot.canvas
    middle = plot.to_canvas(0.5 * scale, 0.25 * scale)
    (left, right), (bottom, top) = plot.view_range
    assert (left, right) == pytest.approx((0.0, scale), rel=1e-9, abs=SMALLEST)
    first, last = plot.to_canvas(left, bottom), plot.to_canvas(right, top)
    assert middle.x() == pytest.approx((first.x() + last.x()) / 2, abs=0.5)
    assert middle.y() == pytest.approx(0.75 * first.y() + 0.25 * last.y(), abs=0.5)
    found = canvas.to_data(QPointF(middle))
    assert found is not None
    assert found[0] == pytest.approx(0.5 * scale, rel=0.02)
    assert found[1] == pytest.approx(0.25 * scale, rel=0.05)


@pytest.mark.parametrize(
    ("top", "texts"),
    [(1e300, {"4e299", "1e300"}), (1e-310, {"4e−311", "1e−310"}), (LARGEST, {"1e308"})],
)
def test_axes_write_numbers_of_any_size(plot: PlotView, top: float, texts: set[str]) -> None:
    plot.set_view((0.0, 1.0), (0.0, top))
    plot.grab()
    axis = plot.canvas.getAxis("left")
    found = {
        text
        for spacing, values in axis.tickValues(*axis.range, 220.0)
        for text in axis.tickStrings(values, 1.0, spacing)
        if text
    }
    assert texts <= found


@pytest.mark.parametrize("turns", [-3000, 3000])
@pytest.mark.parametrize("is_log", [False, True])
def test_no_wheel_turns_a_view_beyond_what_can_be_drawn(
    qtbot: QtBot, plot: PlotView, turns: int, is_log: bool
) -> None:
    plot.set_log(is_log, is_log)
    plot.set_curve("curve", [1.0, 2.0], [1.0, 2.0])
    plot.set_view((1.0, 2.0), (1.0, 2.0))
    box = plot.canvas.getViewBox()
    for _ in range(30):
        with sound(qtbot, f"{turns} turns"):
            box.scaleBy((1.02**turns, 1.02**turns))
            box.translateBy(x=0.3 * (plot.view_range[0][1] - plot.view_range[0][0]))
            paint_whole(plot)
    assert all(map(math.isfinite, (*plot.view_range[0], *plot.view_range[1])))
    plot.reset_view()
    assert plot.view_range[0] == pytest.approx((1.0, 2.0))


@pytest.mark.parametrize("value", [LARGEST, -LARGEST, SMALLEST, 0.0])
def test_a_number_field_steps_and_scrubs_within_the_numbers(qtbot: QtBot, value: float) -> None:
    for is_log in (False, True):
        field = NumberField(abs(value) if is_log else value, logarithmic=is_log)
        qtbot.addWidget(field)
        edit = field.findChild(ScrubEdit)
        assert isinstance(edit, ScrubEdit)
        edit.scrub_started.emit()
        for steps in (1, -1, 10**6, -(10**6)):
            edit.scrubbed.emit(steps, 10.0)
            edit.stepped.emit(float(steps), 10.0)
            assert math.isfinite(field.value)
