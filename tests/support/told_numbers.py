"""Everything that the graph space tells of numbers: seen, heard, pointed at, copied, exported."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from pathlib import Path

import numpy as np
from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit, QTextEdit
from pytestqt.qtbot import QtBot

from desktop.graph_editor.canvas.tooltips import CanvasTooltips
from desktop.graph_editor.export.forms import FORMS
from desktop.graph_editor.opened_numbers.formula_lines import FormulaLines
from desktop.graph_editor.page import GraphPage
from desktop.graph_editor.passes.spoken_node import spoken_node
from desktop.graph_editor.tools.catalog import TOOLS
from engine.arrays import Array
from tests.support.settling import settle
from tests.support.shown_texts import painted_texts, shown_texts

_FEWEST_DIGITS, _MOST_DIGITS = 3, 16


def spellings(number: float) -> set[str]:
    """Return the digits by which a number would be known, rounded to three digits and to more."""
    found = set()
    for digits in range(_FEWEST_DIGITS, _MOST_DIGITS + 1):
        found.add(f"{abs(number):.{digits}g}")
        found.add(f"{abs(number):.{digits}e}".split("e")[0].rstrip("0"))
    return {text for text in found if len(text.replace(".", "").lstrip("0")) >= _FEWEST_DIGITS}


def leaks(texts: Iterable[str], hidden: Iterable[Array]) -> dict[str, str]:
    """Return the texts that tell one of some numbers, each with that number's spelling."""
    wanted = {text for array in hidden for number in np.ravel(array) for text in spellings(number)}
    pattern = re.compile("|".join(rf"(?<![\d.]){re.escape(text)}" for text in sorted(wanted)))
    return {text: match[0] for text in texts if (match := pattern.search(text))}


def everything_told(page: GraphPage, qtbot: QtBot, folder: Path) -> Iterator[tuple[str, set[str]]]:
    """Yield what is told at one place after another, each with the name of the place."""
    yield "at first", _told_now(page)
    for node in page.document.shown.graph.nodes:
        page.scene.select([node])
        page.inspector.refresh()
        settle(qtbot, page)
        yield f"node {node}", _told_now(page)
        yield f"node {node}, heard", {spoken_node(page.document, page.walk, node, 6)}
        page.view.number_card.open(page.scene.numbers_of(node))
        settle(qtbot, page)
        card = page.view.number_card
        yield f"numbers of node {node}", {card.title, card.exact, *card.lines, *_told_now(page)}
        card.close_now()
    page.scene.select([])
    yield "tooltips", set(_tooltips(page))
    for name in TOOLS:
        page.dock.actions_by_name[name].trigger()
        settle(qtbot, page)
        yield f"tool {name}", _told_now(page)
    page.dock.actions_by_name["inspector"].trigger()
    for position in range(page.walk.last + 1):
        page.walk.go(position)
        settle(qtbot, page)
        yield f"step {position}", {*_told_now(page), *page.step_card.formulas}
    for key in (Qt.Key.Key_Home, Qt.Key.Key_Right, Qt.Key.Key_Right):
        QTest.keyClick(page.view, key)
        settle(qtbot, page)
        yield f"key {key.name}", _told_now(page)
    page.walk.go(page.walk.last)
    yield from _handed_out(page, qtbot, folder)


def _told_now(page: GraphPage) -> set[str]:
    with painted_texts() as painted:
        page.window().repaint()
        QApplication.processEvents()
    labels = {label.text for item in page.scene.labels.all_items() for label in item.labels}
    lines = {line for part in page.findChildren(FormulaLines) for line in part.lines}
    typed = {field.text() for field in page.findChildren(QLineEdit)}
    typed |= {field.toPlainText() for field in page.findChildren(QTextEdit)}
    typed |= {field.toPlainText() for field in page.findChildren(QPlainTextEdit)}
    return {*painted, *shown_texts(), *labels, *lines, *typed, page.told}


def _tooltips(page: GraphPage) -> Iterator[str]:
    tips = CanvasTooltips(page.document, page.scene.hits, page.scene.labels)
    items = page.scene.items_shown
    for node in page.document.shown.graph.nodes:
        yield tips.text_at(page.scene.node_rect(node).center())
        yield tips.text_at(items.output_point(node))
        for rect in map(page.scene.number_rect, page.scene.numbers_of(node)):
            yield tips.text_at(rect.center())
    for port in page.document.shown.graph.wires:
        end = items.input_point(port)
        for back in (0, 12, 40, 70):
            yield tips.text_at(end - QPointF(back, 0))


def _handed_out(page: GraphPage, qtbot: QtBot, folder: Path) -> Iterator[tuple[str, set[str]]]:
    clipboard = QGuiApplication.clipboard()
    for name, action in page.exports.actions_by_name.items():
        if name.startswith("copy_"):
            action.trigger()
            settle(qtbot, page)
            picture = bytes(clipboard.mimeData().data("image/svg+xml").data()).decode()
            yield name, {clipboard.text(), *_words_of(picture)}
    for form in FORMS:
        path = folder / form.file_name("told")
        page.exports.export_to(form, path)
        settle(qtbot, page)
        if form.name == "svg":
            yield f"export {form.name}", _words_of(path.read_text(encoding="utf-8"))
        elif form.draw is None:
            yield f"export {form.name}", {path.read_text(encoding="utf-8")}
    page.canvas_actions["select_all"].trigger()
    page.canvas_actions["copy"].trigger()
    yield "copy", {clipboard.text()}


def _words_of(svg: str) -> set[str]:
    """Return what a picture says: its outlines tell which letters they are."""
    return {*re.findall(r'aria-label="([^"]*)"', svg), *re.findall(r">([^<]+)<", svg)}
