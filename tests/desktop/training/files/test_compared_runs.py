"""The runs of A and B and the list of runs are work as all else: kept, undone and made again."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from desktop.training.experiments.compare.compare_view import CompareView
from desktop.training.page import TrainingPage
from tests.desktop.training.files.own_work import Answers, Make
from tests.support.settling import settle


def compared(qtbot: QtBot, page: TrainingPage) -> CompareView:
    """Show A and B, and wait until both are trained: for a few epochs where nothing was set."""
    view = page.views.view("compare")
    assert isinstance(view, CompareView)
    if not view.own_runs():
        view.choose({"epochs": 40})
    page.views.show_view("compare")
    settle(qtbot, page)
    return view


def seen(view: CompareView) -> tuple[object, ...]:
    """Return what is seen of both, to the bit."""
    frame = view.frames[view.bar.position]
    return (
        view.runs,
        [side.state.text() for side in view.sides],
        [record.parameters.tobytes() for record in frame.records],
        [frame.records[0].loss for frame in view.frames],
        view.bar.position,
        view.start_box.isChecked(),
        view.table.table.rows,
    )


def test_a_comparison_and_the_list_of_runs_are_kept_and_undone(
    qtbot: QtBot, make: Make, tmp_path: Path
) -> None:
    page = make(is_shown=False)
    session, edits = page.session, page.edits
    for seed in (1, 2):
        edits.edit_run(seed=seed)
        session.advance(4)
        settle(qtbot, page)
    view = compared(qtbot, page)
    view.choose({"epochs": 30})
    QTest.mouseClick(view.start_box, Qt.MouseButton.LeftButton)
    view.table.table.selectRow(1)
    view.table.as_second.click()
    settle(qtbot, page)
    assert view.runs[1].seed == 1
    view.bar.go_to(17)
    shown = seen(view)
    assert edits.history.undo_text == "choice in an experiment"
    edits.actions.undo.trigger()
    settle(qtbot, page)
    assert view.runs[1].seed == 2
    edits.actions.redo.trigger()
    settle(qtbot, page)
    view.bar.go_to(17)
    assert seen(view) == shown

    # Forgetting the list is a step, and what was listed since stays.
    view.table.clear_button.click()
    assert view.table.table.rows == []
    session.advance(2)
    settle(qtbot, page)
    assert [row[0] for row in view.table.table.rows] == ["3"]
    edits.actions.undo.trigger()
    assert [row[0] for row in view.table.table.rows] == ["3", "2", "1"]
    edits.actions.redo.trigger()
    assert [row[0] for row in view.table.table.rows] == ["3"]
    edits.actions.undo.trigger()

    view.bar.go_to(17)
    shown = seen(view)
    page.keeping.files.dialogs = Answers(page, tmp_path / "two.wiregrad-training")
    assert page.keeping.files.save()
    assert not page.has_unsaved()
    later = make(is_shown=False)
    later.open_file(tmp_path / "two.wiregrad-training")
    settle(qtbot, later)
    assert later.views.current == "compare"
    assert seen(compared(qtbot, later)) == shown
    assert not later.has_unsaved()
    # It goes on where it was: the present run is listed no second time.
    later.views.show_view("train")
    later.session.advance(1)
    settle(qtbot, later)
    assert [entry.number for entry in later.views.log.entries] == [1, 2, 3]
    assert later.views.log.entries[-1].epoch == session.record.epoch + 1


def test_a_comparison_that_was_only_looked_at_is_no_work_and_is_kept_even_so(
    qtbot: QtBot, make: Make
) -> None:
    page = make(is_shown=False)
    page.edits.edit_run(seed=5)
    runs = compared(qtbot, page).runs
    page.edits.actions.undo.trigger()
    assert not page.has_unsaved()
    page.edits.actions.redo.trigger()
    page.edits.edit_run(layers=(2, 3, 1))
    content = page.keeping.content()
    later = make(is_shown=False)
    later.keeping.show_unsaved(content, None, None)
    settle(qtbot, later)
    assert later.session.run.layers == (2, 3, 1)
    assert compared(qtbot, later).runs == runs
