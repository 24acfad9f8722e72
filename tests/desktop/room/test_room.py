"""At any size of the text and of the window the main view has room, and nothing is cut.

Colours change no geometry, so all but one combination is looked at in the light theme.
"""

from __future__ import annotations

import pytest
from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from desktop.activations.page import ActivationsPage
from desktop.foundation.settings import SCALE, THEME
from desktop.graph_editor.page import GraphPage
from desktop.optimizers.page import OptimizersPage
from desktop.shell.application import Application
from desktop.training.experiments.gradients.gradients_view import GradientsView
from desktop.training.experiments.perceptron.perceptron_view import PerceptronView
from desktop.training.experiments.regression.regression_view import RegressionView
from desktop.training.page import TrainingPage
from desktop.training.run.run_bar import RunBar
from desktop.widgets.bars.step_bar import StepBar
from desktop.widgets.panels.columns import Columns
from desktop.widgets.panels.page import Page
from tests.desktop.room.conftest import (
    LEAST_HEIGHT,
    LEAST_WIDTH,
    SIZES,
    ZOOMS,
    Start,
    come_to_rest,
    page_of,
    views_of,
)
from tests.support.room import faults, shares

# What a lecture room has: a small window, a zoom, and a language.
ROOMS = ((1280, 720, 1.5, "en"), (1280, 720, 2.0, "ko"), (1440, 900, 2.0, "en"))


@pytest.mark.parametrize("language", ["en", "ko"])
@pytest.mark.parametrize("space", ["graph", "activations", "optimizers", "training"])
def test_the_main_view_has_room_and_nothing_is_cut(
    qtbot: QtBot, start: Start, space: str, language: str
) -> None:
    application = start(space, language)
    window, settings = application.window, page_of(application).settings
    assert settings is not None
    wrong: list[str] = []
    for zoom in ZOOMS:
        settings.set(SCALE, zoom)
        for width, height in SIZES:
            window.resize(width, height)
            come_to_rest(qtbot, application)
            views = views_of(page_of(application))
            tall, _ = shares(views)
            found = faults(window, views)
            if tall < LEAST_HEIGHT:
                found.append(f"the main view has {tall:.1%} of the height")
            wrong += [f"{width}×{height} at {zoom:.0%}: {fault}" for fault in found]
    assert not wrong, "\n".join(wrong)


def columns_of(page: Page) -> Columns:
    """Return the columns that are seen."""
    return next(each for each in page.findChildren(Columns) if each.isVisible())


def press(application: Application, side: str) -> None:
    shift = Qt.KeyboardModifier.ShiftModifier
    plain = Qt.KeyboardModifier.NoModifier
    QTest.keyClick(application.window, Qt.Key.Key_F4, shift if side == "right" else plain)


def look_at(page: Page, name: str) -> list[QWidget]:
    """Choose one of the views that a page has besides its first; return what is looked at there."""
    if isinstance(page, OptimizersPage):
        page.centre.switch.choose(name)
        basins, sweep = page.centre.basins.plot, page.centre.sweep.plot.canvas
        return [basins if name == "basins" else sweep]
    if isinstance(page, ActivationsPage):
        page.views.choose(name)
        linear: list[QWidget] = [page.linear.linear.canvas, page.linear.curved.canvas]
        return linear if name == "linear" else []
    assert isinstance(page, TrainingPage)
    page.views.show_view(name)
    view = page.views.view(name)
    if isinstance(view, PerceptronView):
        return [view.plot]
    if isinstance(view, RegressionView):
        return [view.line_plot, view.cost_plot]
    # The others have several pictures, which share the height.
    return [view.signals_plot.canvas] if isinstance(view, GradientsView) else []


@pytest.mark.parametrize(
    ("space", "name"),
    [
        ("optimizers", "basins"), ("optimizers", "sweep"), ("activations", "signals"),
        ("activations", "linear"), ("training", "seeds"), ("training", "compare"),
        ("training", "perceptron"), ("training", "regression"), ("training", "gradients"),
    ],
)  # fmt: skip
def test_nothing_is_cut_in_any_other_view(
    qtbot: QtBot, start: Start, space: str, name: str
) -> None:
    wrong: list[str] = []
    for language in ("en", "ko"):
        application = start(space, language)
        settings = page_of(application).settings
        assert settings is not None
        views = look_at(page_of(application), name)
        for width, height, zoom, spoken in ROOMS:
            if spoken == language:
                settings.set(SCALE, zoom)
                application.window.resize(width, height)
                come_to_rest(qtbot, application)
                found = faults(application.window, views)
                if views and shares(views)[0] < LEAST_HEIGHT:
                    found.append(f"the picture has {shares(views)[0]:.1%} of the height")
                wrong += [f"{width}×{height} at {zoom:.0%}: {fault}" for fault in found]
        application.window.hide()
    assert not wrong, "\n".join(wrong)


def test_the_colours_change_no_room(qtbot: QtBot, start: Start) -> None:
    application = start("training", "en")
    settings = page_of(application).settings
    assert settings is not None
    settings.set(SCALE, 1.5)
    application.window.resize(1280, 720)
    come_to_rest(qtbot, application)
    light = shares(views_of(page_of(application)))
    settings.set(THEME, "dark")
    come_to_rest(qtbot, application)
    assert shares(views_of(page_of(application))) == light


@pytest.mark.parametrize("zoom", ZOOMS)
def test_network_and_boundary_have_the_width_when_the_columns_are_folded(
    qtbot: QtBot, start: Start, zoom: float
) -> None:
    application = start("training", "en")
    settings = page_of(application).settings
    assert settings is not None
    settings.set(SCALE, zoom)
    application.window.resize(2560, 1440)
    come_to_rest(qtbot, application)
    for side in ("left", "right"):
        press(application, side)
    for width, height in SIZES:
        application.window.resize(width, height)
        come_to_rest(qtbot, application)
        assert shares(views_of(page_of(application)))[1] >= LEAST_WIDTH


def test_the_smallest_window_follows_the_text(qtbot: QtBot, start: Start) -> None:
    application = start("training", "en")
    window, settings = application.window, page_of(application).settings
    assert settings is not None
    least = window.minimumSize()
    window.resize(least)
    come_to_rest(qtbot, application)
    assert faults(window, views_of(page_of(application))) == []
    settings.set(SCALE, 1.1)
    come_to_rest(qtbot, application)
    assert window.minimumWidth() > least.width()
    assert window.minimumHeight() > least.height()


@pytest.mark.parametrize("space", ["graph", "activations", "optimizers", "training"])
def test_presenting_shows_what_is_shown_and_its_transport(
    qtbot: QtBot, start: Start, space: str
) -> None:
    application = start(space, "en")
    window, page = application.window, page_of(application)
    window.resize(1280, 720)
    come_to_rest(qtbot, application)
    columns, beside = columns_of(page), list(page.beside_the_picture())
    aside = [*(columns.column(side) for side in columns.sides), *beside]
    aside += [columns.handle(side) for side in columns.sides]
    before = [part.isVisible() for part in aside]
    QTest.keyClick(window, Qt.Key.Key_F11)
    window.resize(1280, 720)
    come_to_rest(qtbot, application)
    assert not any(part.isVisible() for part in (*aside, window.top_bar, window.menuBar()))
    tall, wide = shares(views_of(page))
    assert tall >= LEAST_HEIGHT
    assert wide >= LEAST_WIDTH
    transports = [*page.findChildren(StepBar), *page.findChildren(RunBar)]
    assert any(bar.isVisible() for bar in transports) == (space != "activations")
    QTest.keyClick(window, Qt.Key.Key_Escape)
    window.resize(1280, 720)
    come_to_rest(qtbot, application)
    assert [part.isVisible() for part in aside] == before


def test_a_step_of_a_walk_leaves_the_canvas_its_room_where_the_inspector_tells_it(
    qtbot: QtBot, start: Start
) -> None:
    application = start("graph", "en")
    window, page = application.window, page_of(application)
    assert isinstance(page, GraphPage)
    assert page.settings is not None
    page.settings.set(SCALE, 1.5)
    window.resize(1280, 720)
    come_to_rest(qtbot, application)
    for _ in range(3):
        QTest.keyClick(window, Qt.Key.Key_Right, Qt.KeyboardModifier.AltModifier)
        come_to_rest(qtbot, application)
        assert page.walk.stop is not None
        assert page.inspector.isVisible()
        assert not page.step_card.isVisible()
        assert shares([page.view])[0] >= LEAST_HEIGHT
    press(application, "right")
    come_to_rest(qtbot, application)
    assert page.step_card.isVisible()


class Resizes(QObject):
    """Counts how often a widget gets another size."""

    def __init__(self) -> None:
        super().__init__()
        self.count = 0

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        self.count += event.type() == QEvent.Type.Resize and isinstance(watched, QWidget)
        return False


def comes_to_rest(qapp: QApplication) -> bool:
    """Tell whether for some rounds of events nothing gets another size any more."""
    resizes = Resizes()
    qapp.installEventFilter(resizes)
    quiet = 0
    for _ in range(100):
        resizes.count = 0
        qapp.processEvents()
        quiet = 0 if resizes.count else quiet + 1
        if quiet == 10:
            break
    qapp.removeEventFilter(resizes)
    return quiet == 10


@pytest.mark.parametrize("space", ["graph", "activations", "optimizers", "training"])
def test_a_page_of_any_size_comes_to_rest(
    qtbot: QtBot, qapp: QApplication, start: Start, space: str
) -> None:
    """Parts whose sizes answer each other would go on for ever."""
    application = start(space, "en")
    window, settings = application.window, page_of(application).settings
    assert settings is not None
    for zoom in (1.5, 1.0):
        settings.set(SCALE, zoom)
        for width, height in ((1100, 700), (640, 480), (800, 1000), (960, 540), (2000, 620)):
            window.resize(width, height)
            come_to_rest(qtbot, application)
            assert comes_to_rest(qapp), f"{width}×{height} at {zoom:.0%}"
