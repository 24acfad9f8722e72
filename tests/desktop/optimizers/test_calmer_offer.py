"""Who diverges is offered a smaller rate that was seen to lead down, in one click and one undo."""

from __future__ import annotations

from pytestqt.qtbot import QtBot

from desktop.optimizers.page import OptimizersPage
from engine.optimizers.trajectory import Ending
from tests.desktop.optimizers.hands import click
from tests.support.settling import settle


def diverge(qtbot: QtBot, page: OptimizersPage, **rates: float) -> None:
    """Let some methods race at rates of their own."""
    for method, rate in rates.items():
        page.edits.set_rate(method, rate)
    settle(qtbot, page)


def endings(page: OptimizersPage) -> set[Ending]:
    assert page.model.result is not None
    return {trajectory.ending for trajectory in page.model.result.race.trajectories}


def test_one_click_takes_rates_that_were_tried(qtbot: QtBot, page: OptimizersPage) -> None:
    page.surface_panel.chip("booth").click()
    settle(qtbot, page)
    assert not page.calmer.isVisible()
    before = page.model.setup
    diverge(qtbot, page, sgd=3.0, momentum=3.0)
    assert Ending.DIVERGED in endings(page)
    asked = page.model.setup
    offer = page.calmer
    assert offer.button.text() == "Take what was tried"
    assert "the loss ends below" in offer.words.text()
    click(offer.button)
    settle(qtbot, page)
    assert Ending.DIVERGED not in endings(page)
    assert not offer.isVisible()
    for method in ("sgd", "momentum"):
        path = page.model.result.trajectory(method) if page.model.result else None
        assert path is not None
        assert path.losses[-1] < path.losses[0]
        assert str(round(path.run.settings["learning_rate"], 6)) in offer.words.text()
    # What did not diverge is as it was, and one step takes all back.
    assert page.model.setup.settings_of("adam") == before.settings_of("adam")
    page.keeping.history.actions.undo.trigger()
    assert page.model.setup == asked


def test_a_shared_rate_is_lowered_until_it_suits_all_who_diverged(
    qtbot: QtBot, page: OptimizersPage
) -> None:
    page.surface_panel.chip("booth").click()
    page.edits.set_shared_rate(5.0)
    settle(qtbot, page)
    assert Ending.DIVERGED in endings(page)
    click(page.calmer.button)
    settle(qtbot, page)
    assert page.model.setup.shared_rate in {0.5, 0.05, 0.005}
    assert Ending.DIVERGED not in endings(page)


def test_trying_can_be_stopped(qtbot: QtBot, page: OptimizersPage) -> None:
    page.surface_panel.chip("booth").click()
    diverge(qtbot, page, sgd=3.0)
    result = page.model.result
    assert result is not None
    # Tried once more, so that what comes of it is still to be told.
    page.calmer.show_result(result, page.model.function)
    assert page.calmer.button.text() == "Stop trying"
    click(page.calmer.button)
    settle(qtbot, page)
    assert not page.calmer.isVisible()
    assert page.model.setup.settings_of("sgd")["learning_rate"] == 3.0
