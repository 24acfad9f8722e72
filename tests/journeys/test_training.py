"""A learner trains XOR until the truth table is right, starts over, and closes in the middle."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from desktop.foundation.settings import Settings
from desktop.tasks.worker import computing_count
from desktop.training.page import TrainingPage


@pytest.fixture
def page(qtbot: QtBot, tmp_path: Path) -> Iterator[TrainingPage]:
    made = TrainingPage(Settings(str(tmp_path / "settings.ini")))
    qtbot.addWidget(made)
    made.resize(1440, 854)
    made.show()
    yield made
    made.shutdown()


def click(page: TrainingPage, name: str) -> None:
    button = next(
        button for button in page.run_bar.buttons.values() if button.accessibleName() == name
    )
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)


def marks(page: TrainingPage) -> list[str]:
    return [row[4] for row in page.results_panel.truth_table.rows]


def test_xor_is_trained_reset_to_the_same_start_and_begun_anew(
    qtbot: QtBot, page: TrainingPage
) -> None:
    messages: list[str] = []
    page.reported.connect(lambda text, severity: messages.append(text))
    start = page.session.record.parameters.copy()
    seed = page.setup_panel.seed_field.value
    assert "✗" in marks(page)

    page.run_bar.speed_box.setCurrentIndex(page.run_bar.speed_box.count() - 1)
    click(page, "Train")
    qtbot.waitUntil(page.is_settled, timeout=30_000)

    assert marks(page) == ["✓", "✓", "✓", "✓"]
    predictions = [float(row[3]) for row in page.results_panel.truth_table.rows]
    assert np.allclose(predictions, [0, 1, 1, 0], atol=0.1)
    assert page.results_panel.verdict.text() == "All 4 are right."
    assert messages[-1].startswith("Solved at epoch ")
    solved_at = page.session.record.step
    trained = page.session.record.parameters

    click(page, "Reset")
    assert page.setup_panel.seed_field.value == seed
    assert np.array_equal(page.session.record.parameters, start)
    assert "✗" in marks(page)

    click(page, "Train")
    qtbot.waitUntil(page.is_settled, timeout=30_000)
    assert page.session.record.step == solved_at
    assert np.array_equal(page.session.record.parameters, trained)

    click(page, "New start")
    assert page.setup_panel.seed_field.value != seed
    assert page.session.record.step == 0
    assert not np.array_equal(page.session.record.parameters, start)


def test_closing_in_the_middle_of_training_leaves_no_thread(
    qtbot: QtBot, page: TrainingPage
) -> None:
    page.setup_panel.stop_box.click()
    page.run_bar.speed_box.setCurrentIndex(page.run_bar.speed_box.count() - 1)
    click(page, "Train")
    qtbot.waitUntil(lambda: page.session.record.step > 20)

    page.shutdown()
    page.close()

    assert computing_count() == 0
