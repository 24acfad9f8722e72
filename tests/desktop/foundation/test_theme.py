"""Both themes are complete, legible and kind to the colour-blind; zoom reaches everybody."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator

import numpy as np
import pytest
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QApplication, QLabel, QPushButton, QToolButton
from pytestqt.qtbot import QtBot

from desktop.foundation import assets
from desktop.foundation.style_sheet import build_style_sheet
from desktop.foundation.theme import (
    SERIES_COUNT,
    THEMES,
    Theme,
    apply_theme,
    load_theme,
    theme,
    theme_notifier,
)

GROUNDS = ("window", "panel", "canvas", "card", "node", "control")
READ_ANYWHERE = ("text", "text_muted", "value", "gradient", "accent", "warning", "error", "success")
ON_GROUNDS = [
    *itertools.product(READ_ANYWHERE, GROUNDS),
    ("value", "value_ground"),
    ("gradient", "gradient_ground"),
    ("accent_text", "accent"),
    ("accent_text", "accent_hover"),
    ("text", "accent_soft"),
    ("text", "segment"),
    ("text", "track"),
    ("text_muted", "track"),
    ("tooltip_text", "tooltip"),
    ("text", "info_ground"),
    ("warning", "warning_ground"),
    ("error", "error_ground"),
    ("plot_axis", "canvas"),
]

# Machado, Oliveira and Fernandes (2009), severity 1, on linear RGB.
BLINDNESS = {
    "none": np.eye(3),
    "protanopia": np.array(
        [
            [0.152286, 1.052583, -0.204868],
            [0.114503, 0.786281, 0.099216],
            [-0.003882, -0.048116, 1.051998],
        ]
    ),
    "deuteranopia": np.array(
        [
            [0.367322, 0.860646, -0.227968],
            [0.280085, 0.672501, 0.047413],
            [-0.011820, 0.042940, 0.968881],
        ]
    ),
}


@pytest.fixture(params=THEMES)
def shipped(request: pytest.FixtureRequest) -> Theme:
    return load_theme(request.param)


@pytest.fixture
def app(qapp: QApplication) -> Iterator[QApplication]:
    yield qapp
    apply_theme(qapp, "light", 1.0)


def linear(color: QColor) -> np.ndarray:
    encoded = np.array([color.redF(), color.greenF(), color.blueF()])
    return np.where(encoded <= 0.04045, encoded / 12.92, ((encoded + 0.055) / 1.055) ** 2.4)


def contrast(first: QColor, second: QColor) -> float:
    """The contrast ratio of WCAG 2.2."""
    weights = np.array([0.2126, 0.7152, 0.0722])
    light, dark = sorted((float(linear(c) @ weights) for c in (first, second)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def lab(color: QColor, kind: str) -> np.ndarray:
    """CIELAB under D65 of a colour as it is seen."""
    to_xyz = np.array(
        [[0.4124, 0.3576, 0.1805], [0.2126, 0.7152, 0.0722], [0.0193, 0.1192, 0.9505]]
    )
    xyz = to_xyz @ np.clip(BLINDNESS[kind] @ linear(color), 0, 1) / [0.9505, 1.0, 1.089]
    f = np.where(xyz > 0.008856, np.cbrt(xyz), 7.787 * xyz + 16 / 116)
    return np.array([116 * f[1] - 16, 500 * (f[0] - f[1]), 200 * (f[1] - f[2])])


def test_contrast_is_that_of_the_standard() -> None:
    assert contrast(QColor("#000000"), QColor("#FFFFFF")) == pytest.approx(21)
    assert contrast(QColor("#777777"), QColor("#FFFFFF")) == pytest.approx(4.48, abs=0.01)


def test_text_stands_out_from_its_ground(shipped: Theme) -> None:
    weak = {
        (ink, ground): round(contrast(shipped.color(ink), shipped.color(ground)), 2)
        for ink, ground in ON_GROUNDS
        if contrast(shipped.color(ink), shipped.color(ground)) < 4.5
    }
    assert weak == {}


def test_curves_and_frames_stand_out_from_the_canvas(shipped: Theme) -> None:
    names = [f"series_{i}" for i in range(SERIES_COUNT)]
    names += [name for name in shipped.color_names if name.startswith(("role_", "class_"))]
    names += ["positive", "negative", "selection", "wire_active", "node_border"]
    ground = shipped.color("canvas")
    assert [n for n in names if contrast(shipped.color(n), ground) < 3] == []


@pytest.mark.parametrize("kind", BLINDNESS)
def test_the_first_seven_curves_are_told_apart_by_everybody(shipped: Theme, kind: str) -> None:
    seen = [lab(shipped.series(i), kind) for i in range(7)]
    distances = [float(np.linalg.norm(a - b)) for a, b in itertools.combinations(seen, 2)]
    assert min(distances) > 10


@pytest.mark.parametrize("kind", BLINDNESS)
@pytest.mark.parametrize(
    "pair", [("positive", "negative"), ("class_0", "class_1"), ("value", "gradient")]
)
def test_opposites_are_told_apart_by_everybody(
    shipped: Theme, kind: str, pair: tuple[str, str]
) -> None:
    first, second = (lab(shipped.color(name), kind) for name in pair)
    assert np.linalg.norm(first - second) > (15 if pair[0] == "value" else 60)


def test_both_themes_have_the_same_colors() -> None:
    assert load_theme("light").color_names == load_theme("dark").color_names


def test_the_style_sheet_is_filled_in_completely(shipped: Theme, qapp: QApplication) -> None:
    text = shipped.style_sheet()
    assert "{{" not in text
    assert re.search(r"\ddp\b|icon\(", text) is None


def test_the_style_sheet_scales_its_lengths() -> None:
    assert build_style_sheet("a { width: 10dp; margin: -3dp }", {}, 1.5) == (
        "a { width: 15px; margin: -4px }"
    )


def test_a_style_sheet_with_an_unknown_color_is_refused() -> None:
    with pytest.raises(KeyError):
        build_style_sheet("a { color: {{mauve}} }", {}, 1.0)


def test_every_shipped_icon_is_drawn_in_the_theme_s_color(
    shipped: Theme, qapp: QApplication
) -> None:
    names = [name.removesuffix(".svg") for name in assets.names("icons") if name.endswith(".svg")]
    assert names
    wanted = shipped.color("accent").rgb()
    for name in names:
        image = shipped.icon(name, "accent").pixmap(48, 48).toImage()
        inks = {
            image.pixelColor(x, y).rgb()
            for x in range(48)
            for y in range(48)
            if image.pixelColor(x, y).alpha() == 255
        }
        assert wanted in inks, name


def test_an_icon_that_is_not_shipped_is_refused(shipped: Theme) -> None:
    with pytest.raises(FileNotFoundError):
        shipped.icon("no-such-icon")


def test_applying_a_theme_restyles_and_tells(app: QApplication, qtbot: QtBot) -> None:
    apply_theme(app, "light", 1.0)
    with qtbot.waitSignal(theme_notifier().changed):
        apply_theme(app, "dark", 1.0)
    assert theme().is_dark
    assert app.palette().window().color() == theme().color("panel")


def test_applying_the_same_theme_again_tells_nobody(app: QApplication, qtbot: QtBot) -> None:
    apply_theme(app, "dark", 1.0)
    with qtbot.assertNotEmitted(theme_notifier().changed):
        apply_theme(app, "dark", 1.0)


def test_zoom_enlarges_fonts_and_controls(app: QApplication, qtbot: QtBot) -> None:
    button, label = QPushButton("Train"), QLabel("loss")
    for widget in (button, label):
        qtbot.addWidget(widget)
        widget.show()
    apply_theme(app, "light", 1.0)
    before = button.sizeHint(), label.sizeHint(), theme().font("body").pixelSize()
    apply_theme(app, "light", 2.0)
    assert theme().font("body").pixelSize() == 2 * before[2]
    assert button.sizeHint().height() > 1.8 * before[0].height()
    assert label.sizeHint().height() > 1.6 * before[1].height()


def test_zoom_enlarges_the_icons_of_buttons(app: QApplication, qtbot: QtBot) -> None:
    buttons = QPushButton("Train"), QToolButton()
    for button in buttons:
        qtbot.addWidget(button)
        button.setIcon(theme().icon("play"))
        button.show()
    for scale in (1.0, 1.6):
        apply_theme(app, "light", scale)
        assert [button.iconSize().height() for button in buttons] == [round(16 * scale)] * 2


def test_digits_have_equal_width(app: QApplication) -> None:
    from PySide6.QtGui import QFontMetricsF

    metrics = QFontMetricsF(theme().font("body"))
    assert len({round(metrics.horizontalAdvance(digit * 10), 3) for digit in "0123456789"}) == 1
