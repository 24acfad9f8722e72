"""The Activations space as a document: saved and opened the same, undone to the start and redone.

One page is filled by hand, by mouse and keys; everything else is asked of it.
"""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from desktop.activations.page import ActivationsPage
from desktop.files.document_dialogs import DocumentDialogs
from engine.activations.activation_setup import LINEAR, SIGNALS, ActivationSetup, first_setup
from tests.desktop.activations.hands import enter, type_in
from tests.support.settling import settle


class SavesTo(DocumentDialogs):
    """Names one file whenever one is asked for."""

    def __init__(self, path: Path) -> None:
        self.path = path

    def ask_save(self, suggestion: Path) -> Path | None:
        assert suggestion.name == "activations.wiregrad-activations"
        return self.path


def filled(qtbot: QtBot, page: ActivationsPage) -> list[tuple[str, ActivationSetup]]:
    """Change one thing after another by hand; return what each is called and what was then."""
    seen: list[tuple[str, ActivationSetup]] = []

    def note() -> None:
        settle(qtbot, page)
        seen.append((page.keeping.history.undo_text, page.keeping.content()))

    type_in(qtbot, page, "x*x")
    note()
    type_in(qtbot, page, "x*sigmoid(2*x)")
    note()
    QTest.mouseClick(page.functions.chip("elu"), Qt.MouseButton.LeftButton)
    note()
    form = page.functions.form("elu").field("alpha")
    form.set_value(0.5)
    form.value_changed.emit(0.5)
    note()
    page.setFocus()
    QTest.keyClick(page, Qt.Key.Key_Right)
    note()
    QTest.mouseClick(page.functions.tangent_box, Qt.MouseButton.LeftButton)
    note()
    page.chain.slider.setValue(4)
    note()
    page.show_view(SIGNALS)
    note()
    page.signals_panel.initializer.chosen.emit("he")
    note()
    page.show_view(LINEAR)
    note()
    QTest.mouseClick(page.linear_panel.trained, Qt.MouseButton.LeftButton)
    note()
    page.functions.own.remove_button("own_1").click()
    note()
    return seen


def test_everything_is_undone_to_the_start_and_redone(qtbot: QtBot, page: ActivationsPage) -> None:
    titles: list[str] = []
    page.title_changed.connect(titles.append)
    seen = filled(qtbot, page)
    assert titles[-1] == "Untitled *"
    texts = [text for text, _ in seen]
    assert len({*texts, ""}) == len(texts) + 1, texts
    assert texts[0] == "f₁ = x*x"
    assert "ELU" in texts[2]
    assert "→ 0.5" in texts[3]
    history, actions = page.keeping.history, page.keeping.history.actions
    assert actions.undo.text() == f"&Undo {texts[-1]}"
    for _, setup in reversed(seen[:-1]):
        actions.undo.trigger()
        assert page.keeping.content() == setup
    actions.undo.trigger()
    settle(qtbot, page)
    assert page.keeping.content() == first_setup()
    assert titles[-1] == ""
    assert not actions.undo.isEnabled()
    assert history.redo_text == texts[0]
    for text, setup in seen:
        assert actions.redo.text() == f"&Redo {text}"
        actions.redo.trigger()
        assert page.keeping.content() == setup
    keys = {key.toString() for key in actions.redo.shortcuts()}
    assert {"Ctrl+Y", "Ctrl+Shift+Z"} <= keys


def test_what_is_saved_is_opened_the_same(
    qtbot: QtBot, page: ActivationsPage, tmp_path: Path
) -> None:
    path = tmp_path / "lecture.wiregrad-activations"
    page.keeping.files.dialogs = SavesTo(path)
    filled(qtbot, page)
    assert page.has_unsaved()
    assert page.keeping.files.save()
    assert not page.has_unsaved()
    kept = page.keeping.content()
    page.keeping.files.new()
    settle(qtbot, page)
    assert page.keeping.content() == first_setup()
    assert page.keeping.path is None
    assert page.keeping.history.undo_text == ""
    page.keeping.files.open_path(path)
    settle(qtbot, page)
    assert page.keeping.content() == kept
    assert page.keeping.path == path
    assert not page.has_unsaved()
    assert page.keeping.name == path.name
    enter(page, "x^3")
    settle(qtbot, page)
    assert page.has_unsaved()
    assert page.keeping.names_of(page.keeping.unsaved()) == ["f₁ = x^3"]


def test_another_language_keeps_file_and_history(
    qtbot: QtBot, page: ActivationsPage, tmp_path: Path
) -> None:
    type_in(qtbot, page, "x*x")
    assert page.settings is not None
    other = ActivationsPage(page.settings)
    qtbot.addWidget(other, before_close_func=ActivationsPage.shutdown)
    other.take_over(page)
    settle(qtbot, other)
    assert other.keeping.content() == page.keeping.content()
    assert other.keeping.history.undo_text == "f₁ = x*x"
    other.keeping.history.actions.undo.trigger()
    settle(qtbot, other)
    assert other.keeping.content() == first_setup()


def test_work_of_a_program_that_was_killed_is_offered_and_is_the_same(
    qtbot: QtBot, page: ActivationsPage
) -> None:
    autosave = page.keeping.recovery.autosave
    assert not autosave.store.copy.exists()
    # Be it only by trying what there is: closing asks about nothing, and a crash takes nothing.
    QTest.mouseClick(page.functions.chip("elu"), Qt.MouseButton.LeftButton)
    settle(qtbot, page)
    assert not page.has_unsaved()
    with qtbot.waitSignal(autosave.kept):
        type_in(qtbot, page, "x*x")
        autosave.keep()
    kept = page.keeping.content()
    for lock in autosave.store._locks.values():
        # The system frees it with the process.
        lock.unlock()
    assert page.settings is not None
    second = ActivationsPage(page.settings)
    qtbot.addWidget(second, before_close_func=ActivationsPage.shutdown)
    second.show()
    bar = second.keeping.recovery.bar
    qtbot.waitUntil(bar.isVisible)
    assert "f₁ = x*x" in bar.text
    QTest.mouseClick(bar.recover_button, Qt.MouseButton.LeftButton)
    settle(qtbot, second)
    assert second.keeping.content() == kept
    assert second.has_unsaved()
    assert not bar.isVisible()
