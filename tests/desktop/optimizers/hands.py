"""Hands for the Optimizers page: typing, clicking and waiting."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton
from pytestqt.qtbot import QtBot

from desktop.optimizers.page import OptimizersPage
from desktop.widgets.fields.number_field import NumberField
from engine.races.own_surface import OwnKind
from engine.races.race_setup import default_setup
from tests.support.settling import settle


def see_all(qtbot: QtBot, page: OptimizersPage) -> None:
    """Let the methods of the course race, and look at their whole paths."""
    setup = page.model.setup
    page.model.set_setup(replace(setup, racing=default_setup(setup.surface).racing))
    settle(qtbot, page)
    page.step_bar.go_last()
    page.keeping.history.begin_anew()
    settle(qtbot, page)


def type_number(field: NumberField, text: str) -> None:
    field.select_all()
    QTest.keyClick(field.edit, Qt.Key.Key_Delete)
    QTest.keyClicks(field.edit, text)
    QTest.keyClick(field.edit, Qt.Key.Key_Return)


def type_formula(page: OptimizersPage, text: str) -> None:
    edit = page.surface_panel.own.formula.edit
    edit.selectAll()
    QTest.keyClicks(edit, text)
    QTest.keyClick(edit, Qt.Key.Key_Return)


def click(button: QAbstractButton) -> None:
    QTest.mouseClick(
        button, Qt.MouseButton.LeftButton, pos=QPoint(min(10, button.width() // 2),
                                                      button.height() // 2)
    )  # fmt: skip


def choose_own(qtbot: QtBot, page: OptimizersPage, kind: OwnKind) -> None:
    click(page.surface_panel.own.chip(kind))
    settle(qtbot, page)


def trail(page: OptimizersPage, method: str) -> np.ndarray:
    return np.column_stack(page.stage.surface_plot.curve_data(f"trail:{method}"))
