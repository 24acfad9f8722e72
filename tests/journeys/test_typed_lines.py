"""A formula that is typed and not entered is lost by no change of language, kill or closing."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from desktop.activations.page import ActivationsPage
from desktop.foundation.settings import Settings
from desktop.graph_editor.page import GraphPage
from desktop.optimizers.page import OptimizersPage
from desktop.widgets.bars.recovery import Recovery
from desktop.widgets.formula_entry.formula_edit import FormulaEdit
from engine.races.own_surface import OwnKind
from tests.support.settling import settle


def graph(settings: Settings) -> tuple[GraphPage, FormulaEdit, Recovery[Any]]:
    page = GraphPage(settings)
    return page, page.formula_bar.field, page.recovery


def activations(settings: Settings) -> tuple[ActivationsPage, FormulaEdit, Recovery[Any]]:
    page = ActivationsPage(settings)
    return page, page.functions.own.edit, page.keeping.recovery


def optimizers(settings: Settings) -> tuple[OptimizersPage, FormulaEdit, Recovery[Any]]:
    page = OptimizersPage(settings)
    page.surface_panel.own.show_kind(OwnKind.FORMULA)
    return page, page.surface_panel.own.formula.edit, page.keeping.recovery


@pytest.mark.parametrize("make", [graph, activations, optimizers])
def test_what_is_typed_comes_along_and_comes_back(
    qtbot: QtBot, tmp_path: Path, make: Callable[[Settings], tuple[object, ...]]
) -> None:
    pages: list[GraphPage | ActivationsPage | OptimizersPage] = []

    def shown() -> tuple[GraphPage | ActivationsPage | OptimizersPage, FormulaEdit, Recovery[Any]]:
        page, line, recovery = make(Settings(str(tmp_path / "settings.ini")))
        assert isinstance(page, GraphPage | ActivationsPage | OptimizersPage)
        assert isinstance(line, FormulaEdit)
        assert isinstance(recovery, Recovery)
        qtbot.addWidget(page)
        page.resize(1400, 800)
        page.show()
        settle(qtbot, page)
        pages.append(page)
        return page, line, recovery

    page, line, _ = shown()
    assert page.unsaved_works() == []
    line.selectAll()
    # It is no formula yet, so that nothing enters it either.
    QTest.keyClicks(line, "x*(y")
    [work] = page.unsaved_works()
    assert work.parts == ("typed and not entered: x*(y",)

    other, there, kept = shown()
    other.take_over(page)
    pages.remove(page)
    page.shutdown()
    settle(qtbot, other)
    assert there.text() == "x*(y"
    kept.autosave.keep()
    settle(qtbot, other)
    # The process is gone without a word.
    kept.autosave.store._locks.popitem()[1].unlock()

    later, again, found = shown()
    qtbot.waitUntil(found.bar.isVisible)
    QTest.mouseClick(found.bar.recover_button, Qt.MouseButton.LeftButton)
    settle(qtbot, later)
    assert again.text() == "x*(y"
    assert again.isVisible()
    assert [work.parts[-1] for work in later.unsaved_works()] == ["typed and not entered: x*(y"]
    # Escape drops it, and nothing is asked any more.
    QTest.keyClick(again, Qt.Key.Key_Escape)
    assert not any("typed" in part for work in later.unsaved_works() for part in work.parts)
    for made in pages:
        made.shutdown()
