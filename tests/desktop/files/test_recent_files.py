"""The menu of recent files: few, the newest first, without those that are gone."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from desktop.files.recent_files import RecentFiles
from desktop.foundation.settings import RECENT_FILES, Settings


@pytest.fixture
def owner(qtbot: QtBot) -> QWidget:
    made = QWidget()
    qtbot.addWidget(made)
    return made


@pytest.fixture
def recent(owner: QWidget, tmp_path: Path) -> RecentFiles:
    return RecentFiles(RECENT_FILES, Settings(str(tmp_path / "settings.ini"), owner), owner)


def names(recent: RecentFiles) -> list[str]:
    return [action.text() for action in recent.actions()]


def test_they_are_few_and_the_newest_comes_first(recent: RecentFiles, tmp_path: Path) -> None:
    assert not recent.isEnabled()
    for number in range(12):
        recent.remember(tmp_path / f"{number}.wiregrad")
    recent.remember(tmp_path / "10.wiregrad")
    assert names(recent)[:3] == ["10.wiregrad", "11.wiregrad", "9.wiregrad"]
    assert len(names(recent)) == 8
    recent.forget(tmp_path / "11.wiregrad")
    assert "11.wiregrad" not in names(recent)
    assert recent.isEnabled()


def test_one_that_is_chosen_is_told_by_its_path(
    qtbot: QtBot, recent: RecentFiles, tmp_path: Path
) -> None:
    recent.remember(tmp_path / "a & b.wiregrad")
    assert names(recent) == ["a && b.wiregrad"]
    with qtbot.waitSignal(recent.chosen) as chosen:
        recent.actions()[0].trigger()
    assert chosen.args == [tmp_path / "a & b.wiregrad"]
    assert recent.actions()[0].toolTip() == str(tmp_path / "a & b.wiregrad")
