"""Tab goes round everything in every space, both ways, and each stop says what it is."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractSlider, QApplication, QWidget
from pytestqt.qtbot import QtBot

from desktop.shell.main_window import MainWindow
from desktop.widgets.fields.quiet_slider import SLIDER_POSITIONS
from desktop.widgets.fields.segmented_switch import SegmentedSwitch
from tests.support.program import running_program
from tests.support.settling import settle

KEY = Qt.Key
_MOST_STOPS = 400
_TAB = Qt.FocusPolicy.TabFocus


@pytest.fixture
def window(qtbot: QtBot, qapp: QApplication, tmp_path: Path) -> Iterator[MainWindow]:
    with running_program(qapp, tmp_path) as program:
        qtbot.waitExposed(program.window)
        program.window.resize(1440, 900)
        program.window.activateWindow()
        yield program.window


def stops(page: QWidget) -> set[QWidget]:
    """Return what in a page says that it takes the focus by Tab, and is seen."""
    return {
        part
        for part in page.findChildren(QWidget)
        if part.isVisible()
        and part.isEnabled()
        and part.window() is page.window()
        and bool(part.focusPolicy() & _TAB)
        and part.focusProxy() is None
    }


def round_trip(start: QWidget, key: KEY) -> list[QWidget]:
    """Press a key until the focus is where it was."""
    start.setFocus(Qt.FocusReason.TabFocusReason)
    met: list[QWidget] = []
    for _ in range(_MOST_STOPS):
        focused = QApplication.focusWidget()
        assert focused is not None
        QTest.keyClick(focused, key)
        focused = QApplication.focusWidget()
        assert focused is not None
        met.append(focused)
        if focused is start:
            return met
        assert focused not in met[:-1], f"Tab goes round without coming back to {start}"
    raise AssertionError("Tab never comes round")


def words(widget: QWidget) -> str:
    """Return what a screen reader says of a widget, its value included."""
    interface = QAccessible.queryAccessibleInterface(widget)
    kinds = (QAccessible.Text.Name, QAccessible.Text.Value)
    return " ".join(interface.text(kind) for kind in kinds).strip()


@pytest.mark.parametrize("space", ["activations", "optimizers", "training"])
def test_tab_meets_everything_and_everything_has_a_name(
    window: MainWindow, qtbot: QtBot, space: str
) -> None:
    window.show_space(space)
    page = window.stack.current
    assert page is not None
    switches = [each for each in page.findChildren(SegmentedSwitch) if each.isVisible()]
    views = max(switches, key=lambda each: each.width())
    for action in views.segment_actions:
        action.trigger()
        settle(qtbot, page)
        name = views.name
        wanted = stops(page)
        forwards = round_trip(sorted(wanted, key=words)[0], KEY.Key_Tab)
        backwards = round_trip(forwards[-1], KEY.Key_Backtab)
        one_way = {words(each) for each in set(forwards) ^ set(backwards)}
        assert not one_way, (space, name)
        # Of buttons that take turns one has the focus, and the arrows lead to the others.
        missed = {words(each) for each in wanted - set(forwards) if not _takes_turns(each)}
        assert not missed, (space, name)
        nameless = [type(each).__name__ for each in forwards if not words(each)]
        assert not nameless, (space, name)
        for slider in (each for each in forwards if isinstance(each, QAbstractSlider)):
            # What is read out is no place on a scale of a thousand.
            is_a_scale = slider.maximum() == SLIDER_POSITIONS
            assert not is_a_scale or ":" in slider.accessibleName(), words(slider)


def _takes_turns(widget: QWidget) -> bool:
    return bool(getattr(widget, "autoExclusive", bool)()) or bool(
        getattr(widget, "group", lambda: None)()
    )
