"""What a lesson hides on the training page is told nowhere: seen, pointed at, heard or exported."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest
from PySide6.QtCore import QEvent, QPointF, Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desktop.foundation.settings import Settings
from desktop.training.network.layout import Connection, Unit
from desktop.training.network.selection import Sample
from desktop.training.page import TrainingPage
from engine.arrays import Array
from tests.support.lesson_hands import GivenFiles
from tests.support.seen_texts import leaks, seen_texts
from tests.support.settling import settle

PICTURES = ("boundary", "hidden", "landscape")


@pytest.fixture
def page(qtbot: QtBot, tmp_path: Path) -> Iterator[TrainingPage]:
    made = TrainingPage(Settings(str(tmp_path / "settings.ini")))
    qtbot.addWidget(made)
    made.resize(1500, 1000)
    made.show()
    made.hooks().open_state({"data": "xor", "epoch": 37}, GivenFiles({}))
    made.results_panel.loss_section.set_expanded(True)
    settle(qtbot, made)
    yield made
    made.shutdown()


def told(qtbot: QtBot, page: TrainingPage) -> Iterator[tuple[str, set[str]]]:
    """Look at everything a learner may look at."""
    layers = page.network_view.layout_of_units
    assert layers is not None
    for picture in PICTURES:
        page.stage.choose(picture)
        settle(qtbot, page)
        yield picture, seen_texts(page)
    page.stage.choose("boundary")
    page.selection.set_sample(Sample(2))
    settle(qtbot, page)
    yield "a sample", seen_texts(page)
    page.boundary_view.pointed.emit((0.3, 0.6))
    settle(qtbot, page)
    yield "a place", seen_texts(page)
    page.boundary_view.pointed.emit(None)
    for part in (Unit(1, 0), Connection(Unit(0, 0), Unit(1, 1))):
        page.selection.set_part(part)
        hover(page, layers.centres[part if isinstance(part, Unit) else part.target])
        settle(qtbot, page)
        yield f"{part}", seen_texts(page) | {page.network_view.hovered_text}
    QTest.keyClick(page.network_view, Qt.Key.Key_Return)
    settle(qtbot, page)
    yield (
        "typing",
        seen_texts(page)
        | {page.network_view.editor.text() if page.network_view.editor.isVisible() else ""},
    )
    QTest.keyClick(page.network_view, Qt.Key.Key_Escape)


def hover(page: TrainingPage, place: QPointF) -> None:
    view = page.network_view
    everywhere = view.mapToGlobal(place)
    none = Qt.MouseButton.NoButton
    event = QMouseEvent(
        QEvent.Type.MouseMove, place, everywhere, none, none, Qt.KeyboardModifier.NoModifier
    )
    QApplication.sendEvent(view, event)


def numbers_of(page: TrainingPage, kind: str) -> list[float | Array]:
    record = page.session.record
    if kind == "loss":
        return [record.loss]
    if kind == "boundary":
        return [record.predictions]
    return [record.parameters, record.loss, record.predictions]


@pytest.mark.long
@pytest.mark.parametrize("kind", ["loss", "numbers", "boundary"])
def test_what_is_hidden_is_told_nowhere(qtbot: QtBot, page: TrainingPage, kind: str) -> None:
    hidden = numbers_of(page, kind)
    before = {place: leaks(texts, hidden) for place, texts in told(qtbot, page)}
    assert any(before.values()), "it is told as long as nothing is hidden"
    page.hooks().set_hidden(frozenset({kind}))
    settle(qtbot, page)
    for place, texts in told(qtbot, page):
        assert leaks(texts, hidden) == {}, place
    page.hooks().set_hidden(frozenset())
    settle(qtbot, page)
    after = {place: leaks(texts, hidden) for place, texts in told(qtbot, page)}
    assert {place for place, found in after.items() if found} == {
        place for place, found in before.items() if found
    }


def test_it_stays_hidden_while_it_trains_on(qtbot: QtBot, page: TrainingPage) -> None:
    page.hooks().set_hidden(frozenset({"loss", "numbers", "boundary", "curves"}))
    for _ in range(3):
        page.session.step_epoch()
        settle(qtbot, page)
        record = page.session.record
        hidden: list[float | Array] = [record.loss, record.parameters, record.predictions]
        assert leaks(seen_texts(page), hidden) == {}
    page.stage.choose("landscape")
    page.session.set_run(page.session.run.changed(l2=0.01))
    settle(qtbot, page)
    assert leaks(seen_texts(page), [page.session.record.loss]) == {}


def test_curves_are_covered_and_come_back(qtbot: QtBot, page: TrainingPage) -> None:
    plots = page.curves_view.loss_plot, page.curves_view.gradient_plot
    sizes = [plot.size() for plot in plots]
    page.hooks().set_hidden(frozenset({"curves"}))
    settle(qtbot, page)
    assert not any(plot.isVisible() for plot in plots)
    assert any("Hidden until" in text for text in seen_texts(page))
    page.hooks().set_hidden(frozenset({"loss"}))
    settle(qtbot, page)
    assert [plot.isVisible() for plot in plots] == [False, True]
    page.hooks().set_hidden(frozenset())
    settle(qtbot, page)
    assert [plot.size() for plot in plots] == sizes
    assert not any("Hidden until" in text for text in seen_texts(page))


def test_nothing_is_exported_that_would_tell(qtbot: QtBot, page: TrainingPage) -> None:
    files, graph = page.exporting, page.run_bar.graph_action
    tip = files.npz_action.toolTip()
    page.hooks().set_hidden(frozenset({"numbers"}))
    weights = (files.npz_action, files.weights_action, files.numpy_action, files.pytorch_action)
    assert not any(action.isEnabled() for action in (*weights, files.history_action, graph))
    assert "hidden until" in files.npz_action.toolTip()
    assert not page.handing_over.graph_menu.isEnabled()
    page.hooks().set_hidden(frozenset({"curves"}))
    assert all(action.isEnabled() for action in weights)
    assert not files.history_action.isEnabled()
    page.hooks().set_hidden(frozenset())
    assert all(action.isEnabled() for action in (*weights, files.history_action, graph))
    assert files.npz_action.toolTip() == tip


def test_a_message_does_not_tell_how_low_the_loss_came(qtbot: QtBot, page: TrainingPage) -> None:
    state = {"data": "xor", "stopping": {"when_solved": False, "loss": 0.3}, "speed": 0}
    page.hooks().open_state(state, GivenFiles({}))
    settle(qtbot, page)
    page.hooks().set_hidden(frozenset({"loss"}))
    page.hooks().commands()["train"].run()
    settle(qtbot, page)
    assert "Stopped after epoch" in page.told
    assert leaks([page.told], [page.session.record.loss]) == {}


@pytest.mark.parametrize("name", ["seeds", "compare", "perceptron", "regression", "gradients"])
def test_experiments_keep_it_to_themselves(qtbot: QtBot, page: TrainingPage, name: str) -> None:
    page.hooks().set_hidden(frozenset({"loss", "curves", "numbers", "boundary"}))
    page.views.show_view(name)
    settle(qtbot, page)
    view = page.views.view(name)
    facts = view.facts()
    numbers = [fact() for key, fact in facts.items() if is_result(key)]
    hidden = [np.asarray(number) for number in numbers if isinstance(number, float | np.ndarray)]
    assert hidden
    assert leaks(seen_texts(view), hidden) == {}
    for parts in view.veiled_parts().values():
        assert not any(part.isVisible() for part in parts)
    page.hooks().set_hidden(frozenset())
    settle(qtbot, page)
    for parts in view.veiled_parts().values():
        assert all(part.isVisible() for part in parts)


def is_result(name: str) -> bool:
    words = ("loss", "cost", "spreads", "outputs", "flat", "sums", "share", "median", "errors")
    return any(word in name for word in words)
