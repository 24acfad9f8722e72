"""The plots' colours, as people see them who see fewer colours, in both themes."""

from __future__ import annotations

import json
from itertools import combinations

import pytest

from desktop.foundation import assets
from desktop.foundation.theme import SERIES_COUNT
from desktop.widgets.plots.plot_style import LINE_STYLES, SYMBOLS
from tests.support.colour_vision import MACHADO, contrast, difference, linear, seen

# On Oklab's scale, on which black and white are 100 apart; about 2 can just be told apart when
# they touch, and thin lines need several times as much.
TOLD_APART, EASILY_TOLD_APART = 7.0, 10.0
USED_MOST = 5
PAIRS = list(combinations(range(SERIES_COUNT), 2))
VISIONS = ("usual", *MACHADO)


@pytest.fixture(params=["light", "dark"])
def colours(request: pytest.FixtureRequest) -> dict[str, str]:
    found: dict[str, str] = json.loads(assets.text(f"themes/{request.param}.json"))["colors"]
    return found


def gap(colours: dict[str, str], one: str, other: str, vision: str) -> float:
    return difference(seen(colours[one], vision), seen(colours[other], vision))


@pytest.mark.parametrize("vision", VISIONS)
def test_all_series_can_be_told_apart(colours: dict[str, str], vision: str) -> None:
    for one, other in PAIRS:
        assert gap(colours, f"series_{one}", f"series_{other}", vision) > TOLD_APART, (one, other)


@pytest.mark.parametrize("vision", VISIONS)
def test_series_of_one_line_style_are_far_apart(colours: dict[str, str], vision: str) -> None:
    for one, other in PAIRS:
        if LINE_STYLES[one % len(LINE_STYLES)] == LINE_STYLES[other % len(LINE_STYLES)]:
            assert gap(colours, f"series_{one}", f"series_{other}", vision) > EASILY_TOLD_APART


@pytest.mark.parametrize("vision", VISIONS)
def test_the_first_five_are_far_apart(colours: dict[str, str], vision: str) -> None:
    for one, other in combinations(range(USED_MOST), 2):
        distance = gap(colours, f"series_{one}", f"series_{other}", vision)
        assert distance > EASILY_TOLD_APART - 1, (one, other)


def test_no_two_series_share_colour_style_and_marker() -> None:
    assert len(set(SYMBOLS)) == len(SYMBOLS) >= SERIES_COUNT
    looks = {(LINE_STYLES[i % len(LINE_STYLES)], SYMBOLS[i]) for i in range(SERIES_COUNT)}
    assert len(looks) == SERIES_COUNT


def test_every_series_stands_out_from_the_ground(colours: dict[str, str]) -> None:
    # WCAG 2.2, success criterion 1.4.11: graphics have a contrast of at least 3.
    for number in range(SERIES_COUNT):
        line = linear(colours[f"series_{number}"])
        assert contrast(line, linear(colours["card"])) >= 3.0, number


@pytest.mark.parametrize("vision", VISIONS)
def test_the_classes_are_far_apart(colours: dict[str, str], vision: str) -> None:
    assert gap(colours, "class_0", "class_1", vision) > 2 * EASILY_TOLD_APART


@pytest.mark.parametrize("vision", VISIONS)
def test_value_and_gradient_can_be_told_apart(colours: dict[str, str], vision: str) -> None:
    # They also differ by place: the value above the wire or first, the gradient below or after.
    assert gap(colours, "value", "gradient", vision) > TOLD_APART


@pytest.mark.parametrize("vision", MACHADO)
def test_the_simulation_keeps_grey_and_confuses_what_it_should(vision: str) -> None:
    assert difference(seen("#808080", vision), linear("#808080")) < 1.0
    confused = {"protanopia": ("#8a5000", "#5a6400"), "deuteranopia": ("#c05050", "#708050"),
                "tritanopia": ("#00a0b0", "#00a080")}[vision]  # fmt: skip
    usual = difference(linear(confused[0]), linear(confused[1]))
    assert difference(seen(confused[0], vision), seen(confused[1], vision)) < usual
