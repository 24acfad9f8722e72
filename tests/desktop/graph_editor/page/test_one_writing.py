"""An edit writes each number of the canvas at most once, and only those that are others."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desktop.graph_editor.items.label_item import Label, LabelItem
from desktop.graph_editor.page import GraphPage
from engine.graph.model import NodeId
from tests.support.graph_hands import make_page
from tests.support.graphs import node


@pytest.fixture
def page(qtbot: QtBot, tmp_path: Path) -> GraphPage:
    return make_page(qtbot, tmp_path)


@pytest.fixture
def writings(monkeypatch: pytest.MonkeyPatch) -> Counter[LabelItem]:
    """Count how often each label was given numbers."""
    found: Counter[LabelItem] = Counter()
    write = LabelItem.set_labels

    def count(item: LabelItem, labels: Sequence[Label]) -> None:
        found[item] += 1
        write(item, labels)

    monkeypatch.setattr(LabelItem, "set_labels", count)
    return found


def type_value(page: GraphPage, source: NodeId, text: str) -> None:
    page.view.setFocus()
    page.scene.select([source])
    QTest.keyClick(page.view, Qt.Key.Key_Return)
    editor = QApplication.focusWidget()
    assert editor is not None
    QTest.keyClicks(editor, text)
    QTest.keyClick(editor, Qt.Key.Key_Return)


def said(page: GraphPage) -> dict[LabelItem, tuple[Label, ...]]:
    return {item: item.labels for item in page.scene.labels.all_items()}


@pytest.mark.parametrize("share", [0.0, 0.3, 0.8, 1.0])
def test_a_typed_value_writes_what_changed_and_that_once(
    page: GraphPage, writings: Counter[LabelItem], share: float
) -> None:
    page.walk.go(round(share * page.walk.last))
    before = said(page)
    writings.clear()

    type_value(page, node(page.document.graph, "x"), "7.25")

    after = said(page)
    changed = {item for item, labels in after.items() if labels != before.get(item)}
    assert set(writings) == changed
    assert set(writings.values()) == {1}
    assert float(page.document.evaluation.values[node(page.document.graph, "x")]) == 7.25


def test_what_undo_and_moving_leave_as_it_is_is_not_written(
    page: GraphPage, writings: Counter[LabelItem]
) -> None:
    source = node(page.document.graph, "x")
    page.document.move({source: (-400.0, 300.0)})
    writings.clear()
    page.document.history.undo()
    assert not writings
    page.walk.go(3)
    writings.clear()
    page.walk.go(4)
    assert set(writings.values()) == {1}
