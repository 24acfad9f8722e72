"""With data of one's own the picture keeps its room: the plane's choices, ten classes drawn."""

from __future__ import annotations

import numpy as np
from pytestqt.qtbot import QtBot

from desktop.foundation.settings import SCALE
from desktop.training.page import TrainingPage
from engine.training.datasets.dataset import Dataset
from engine.training.datasets.own import class_targets, view_around
from tests.desktop.room.conftest import LEAST_HEIGHT, Start, come_to_rest, page_of, views_of
from tests.support.room import faults, shares

ROOMS = ((1280, 720, 1.5), (1280, 720, 2.0), (2560, 1440, 1.0))


def many_inputs() -> Dataset:
    """Return ten classes with long names, of four inputs with long names."""
    rows = np.random.default_rng(1).normal(0.0, 1.0, (40, 4))
    return Dataset(
        rows, class_targets([row % 10 for row in range(40)]), view_around(rows),
        input_names=tuple(f"입력의 아주 긴 이름 {place}" for place in range(4)),
        class_names=tuple(f"분류의 아주 아주 긴 이름 {place}" for place in range(10)),
    )  # fmt: skip


def test_the_picture_keeps_its_share_and_no_control_is_cut(qtbot: QtBot, start: Start) -> None:
    application = start("training", "ko")
    page = page_of(application)
    assert isinstance(page, TrainingPage)
    assert page.settings is not None
    page.edits.edit_setup(page.session.setup.with_samples(many_inputs()))
    wrong: list[str] = []
    for is_drawn in (False, True):
        if is_drawn:
            page.edits.edit_setup(page.session.setup.with_data("moons"))
            page.setup_panel.data.draw_button.click()
            page.drawing.choose_class(9)
        for width, height, zoom in ROOMS:
            page.settings.set(SCALE, zoom)
            application.window.resize(width, height)
            come_to_rest(qtbot, application)
            views = views_of(page)
            found = faults(application.window, views)
            if shares(views)[0] < LEAST_HEIGHT:
                found.append(f"the main view has {shares(views)[0]:.1%} of the height")
            wrong += [f"{width}×{height} at {zoom:.0%}, drawn {is_drawn}: {it}" for it in found]
    assert not wrong, "\n".join(wrong)
