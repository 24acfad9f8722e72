"""Preferences are stored when they are accepted, and only then."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDialogButtonBox, QWidget
from pytestqt.qtbot import QtBot

from desktop.foundation.settings import PRECISION, SCALE, THEME, Settings
from desktop.shell.about_dialog import AboutDialog
from desktop.shell.preferences_dialog import PreferencesDialog
from desktop.shell.shortcuts_dialog import ShortcutsDialog


@pytest.fixture
def dialog(qtbot: QtBot, settings: Settings) -> PreferencesDialog:
    dialog = PreferencesDialog(settings)
    qtbot.addWidget(dialog)
    dialog.show()
    dialog.theme.setCurrentIndex(dialog.theme.findData("dark"))
    dialog.scale.setValue(150)
    dialog.precision.setValue(5)
    return dialog


def test_accepting_stores_what_was_chosen(
    dialog: PreferencesDialog, settings: Settings, qtbot: QtBot
) -> None:
    QTest.keyClick(dialog, Qt.Key.Key_Return)
    assert not dialog.isVisible()
    assert settings.get(THEME) == "dark"
    assert settings.get(SCALE) == 1.5
    assert settings.get(PRECISION) == 5


def test_escape_changes_nothing(
    dialog: PreferencesDialog, settings: Settings, qtbot: QtBot
) -> None:
    QTest.keyClick(dialog, Qt.Key.Key_Escape)
    assert not dialog.isVisible()
    assert settings.get(THEME) == "light"
    assert settings.get(SCALE) == 1.0


def test_the_dialog_shows_the_settings_in_force(settings: Settings, qtbot: QtBot) -> None:
    settings.set(SCALE, 0.9)
    dialog = PreferencesDialog(settings)
    qtbot.addWidget(dialog)
    assert dialog.scale.value() == 90
    assert dialog.theme.currentData() == "light"
    assert dialog.language.currentData() == "en"


def test_every_control_of_the_dialogs_has_a_name_and_a_tooltip(
    settings: Settings, qtbot: QtBot
) -> None:
    dialogs = (PreferencesDialog(settings), AboutDialog(), ShortcutsDialog([]))
    for dialog in dialogs:
        qtbot.addWidget(dialog)
        buttons = [
            button for box in dialog.findChildren(QDialogButtonBox) for button in box.buttons()
        ]
        fields = [
            getattr(dialog, name, None) for name in ("language", "theme", "scale", "precision")
        ]
        controls = [w for w in (*buttons, *fields) if isinstance(w, QWidget)]
        assert buttons
        assert [w for w in controls if not w.toolTip()] == []
        assert [w for w in fields if isinstance(w, QWidget) and not w.accessibleName()] == []
