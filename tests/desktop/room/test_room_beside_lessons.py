"""With the lessons open the main view keeps its room, and no control is out of reach."""

from __future__ import annotations

import pytest
from pytestqt.qtbot import QtBot

from desktop.foundation.settings import SCALE
from desktop.foundation.theme import theme
from desktop.lessons.panel import TOUR, LessonPanel
from desktop.shell.application import Application
from desktop.shell.companion_slot import LEAST_STRIP_PX
from desktop.widgets.panels.companion_place import CompanionPlace
from tests.desktop.room.conftest import (
    LEAST_HEIGHT,
    SIZES,
    ZOOMS,
    Start,
    come_to_rest,
    page_of,
    views_of,
)
from tests.support.lesson_playing import open_panel, wait_for_step
from tests.support.room import faults, shares

SPACES = ("graph", "activations", "optimizers", "training")


def looked_at(qtbot: QtBot, application: Application) -> list[str]:
    """Return what is wrong with the room now."""
    come_to_rest(qtbot, application)
    window, place = application.window, application.window.companion.place
    views = views_of(page_of(application))
    found = faults(window, views)
    tall, _ = shares(views)
    shown = window.companion.shown_widget
    # A strip gives way until its own controls would be cut.
    is_least = (
        place is CompanionPlace.STRIP
        and shown is not None
        and (shown.height() <= theme().px(LEAST_STRIP_PX))
    )
    if place is not CompanionPlace.SIDE and tall < LEAST_HEIGHT and not is_least:
        found.append(f"the main view has {tall:.1%} of the height")
    return [f"{place}: {fault}" for fault in found]


@pytest.mark.long
@pytest.mark.parametrize("is_played", [False, True])
@pytest.mark.parametrize("space", SPACES)
def test_the_main_view_has_room_beside_the_lessons_and_nothing_is_cut(
    qtbot: QtBot, start: Start, space: str, is_played: bool
) -> None:
    application = start("graph", "en")
    window = application.window
    panel = open_panel(window, qtbot)
    if is_played:
        assert panel.show_named(TOUR)
        qtbot.waitUntil(lambda: panel.player is not None)
        wait_for_step(panel, qtbot)
    window.show_space(space)
    wrong: list[str] = []
    for zoom in ZOOMS:
        page_of(application).settings.set(SCALE, zoom)  # type: ignore[union-attr]
        for width, height in SIZES:
            window.resize(width, height)
            here = f"{width}×{height} at {zoom:.0%}"
            wrong += [f"{here}, open {fault}" for fault in looked_at(qtbot, application)]
            window.companion.fold()
            wrong += [f"{here}, folded {fault}" for fault in looked_at(qtbot, application)]
            assert isinstance(window.companion.open(), LessonPanel)
    assert not wrong, "\n".join(wrong)
