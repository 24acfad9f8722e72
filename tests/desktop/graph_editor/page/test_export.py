"""The graph for other programs: pictures as seen, programs that run, and nothing half written."""

from __future__ import annotations

import ast
from pathlib import Path
from xml.etree import ElementTree

import numpy as np
import pytest
from numpy.typing import NDArray
from PySide6.QtCore import QByteArray, QRectF
from PySide6.QtGui import QGuiApplication, QImage, QPainter
from PySide6.QtSvg import QSvgRenderer
from pytestqt.qtbot import QtBot

from desktop.desk.settling import has_settled
from desktop.files.file_kind import FileKind
from desktop.files.pictures import image_of
from desktop.files.save_dialogs import SaveDialogs
from desktop.foundation.settings import EXPORT_FOLDER
from desktop.foundation.theme import theme
from desktop.graph_editor.export import canvas_record
from desktop.graph_editor.export.canvas_record import record_canvas
from desktop.graph_editor.export.export_actions import ExportActions
from desktop.graph_editor.export.forms import FORMS, Form
from desktop.graph_editor.page import GraphPage
from desktop.graph_editor.scene.highlighting import Emphasis
from engine.graph.model import Graph, NodeId
from tests.support.dialog_hands import DialogHands, name
from tests.support.graph_hands import make_page
from tests.support.settling import settle

_SVG = "{http://www.w3.org/2000/svg}"


class _Answer(SaveDialogs):
    """Answers the question for a file."""

    def __init__(self, path: Path | None) -> None:
        self.path = path
        self.suggestions: list[Path] = []

    def ask_file(self, title: str, suggestion: Path, kind: FileKind) -> Path | None:
        self.suggestions.append(suggestion)
        return self.path


@pytest.fixture
def page(qtbot: QtBot, tmp_path: Path) -> GraphPage:
    return make_page(qtbot, tmp_path)


@pytest.fixture
def exports(page: GraphPage) -> ExportActions:
    return page.exports


def export(exports: ExportActions, qtbot: QtBot, name: str, path: Path) -> bytes:
    """Export by the menu's action; return what was written."""
    exports.files.dialogs = _Answer(path)
    exports.actions_by_name[f"export_{name}"].trigger()
    qtbot.waitUntil(lambda: has_settled(exports))
    return path.read_bytes()


def copy(exports: ExportActions, qtbot: QtBot, name: str) -> None:
    exports.actions_by_name[f"copy_{name}"].trigger()
    qtbot.waitUntil(lambda: has_settled(exports))


def labels_of(svg: bytes) -> list[str]:
    root = ElementTree.fromstring(svg)
    return [path.get("aria-label", "") for path in root.iter(f"{_SVG}path")]


def drawn(svg: bytes) -> QImage:
    image = QImage(400, 200, QImage.Format.Format_RGB32)
    painter = QPainter(image)
    QSvgRenderer(QByteArray(svg)).render(painter)
    painter.end()
    return image


def test_every_form_is_in_the_file_menu_and_explains_itself(page: GraphPage) -> None:
    menus = dict(page.menu_actions())
    submenus = [action.menu() for action in menus["File"]]
    assert page.exports.export_menu in submenus
    assert page.exports.copy_menu in submenus
    for form in FORMS:
        action = page.exports.actions_by_name[f"export_{form.name}"]
        assert action in page.exports.export_menu.actions()
        assert action.toolTip()
        assert action.whatsThis()


def test_a_png_is_the_whole_graph_in_the_colours_of_the_theme(
    page: GraphPage, exports: ExportActions, qtbot: QtBot, tmp_path: Path
) -> None:
    image = QImage.fromData(export(exports, qtbot, "png", tmp_path / "a1.png"))
    area = page.scene.contents_rect()
    assert image.width() >= 2 * area.width()
    assert image.pixelColor(2, 2) == theme().color("canvas")
    greens = theme().color("value")
    assert any(
        image.pixelColor(x, y) == greens
        for x in range(0, image.width(), 1)
        for y in range(0, image.height(), 7)
    )


def test_an_svg_says_every_number_and_needs_no_font(
    page: GraphPage, exports: ExportActions, qtbot: QtBot, tmp_path: Path
) -> None:
    svg = export(exports, qtbot, "svg", tmp_path / "a1.svg")
    labels = labels_of(svg)
    assert {"x", "y", "z", "−2", "5", "−4", "3", "−12"} <= set(labels)
    assert b"<text" not in svg
    assert ElementTree.fromstring(svg).findtext(f"{_SVG}title") == "A1 · (x + y)·z"


def test_a_pdf_is_one_page_as_large_as_the_graph(
    page: GraphPage, exports: ExportActions, qtbot: QtBot, tmp_path: Path
) -> None:
    pdf = export(exports, qtbot, "pdf", tmp_path / "a1.pdf")
    assert pdf.startswith(b"%PDF-")
    assert pdf.count(b"/Type /Page\n") == 1
    width = (page.scene.contents_rect().width() + 48) * 0.75
    box = pdf.split(b"/MediaBox [", 1)[1].split(b"]", 1)[0].split()
    assert float(box[2]) == pytest.approx(width, abs=2)


def test_what_is_selected_leaves_no_mark_and_what_a_tool_lights_does(
    page: GraphPage, exports: ExportActions, qtbot: QtBot, tmp_path: Path
) -> None:
    page.scene.select([])
    plain = export(exports, qtbot, "svg", tmp_path / "plain.svg")
    page.scene.select(list(page.document.graph.nodes))
    selected = page.scene.selected_nodes()
    assert export(exports, qtbot, "svg", tmp_path / "selected.svg") == plain
    assert page.scene.selected_nodes() == selected
    first = NodeId(min(page.document.graph.nodes))
    page.scene.set_emphasis(Emphasis(frozenset({first}), frozenset()))
    lit = export(exports, qtbot, "svg", tmp_path / "lit.svg")
    assert drawn(lit) != drawn(plain)


def test_numbers_are_there_even_if_the_view_is_too_small_for_them(
    page: GraphPage, exports: ExportActions, qtbot: QtBot, tmp_path: Path
) -> None:
    page.view.camera.zoom_by(0.2)
    assert not page.scene.labels.is_readable
    assert "−12" in labels_of(export(exports, qtbot, "svg", tmp_path / "far.svg"))
    assert not page.scene.labels.is_readable


def test_only_the_part_in_view_is_a_smaller_picture(
    page: GraphPage, exports: ExportActions, qtbot: QtBot, tmp_path: Path
) -> None:
    page.view.camera.zoom_by(3.0)
    exports.only_seen.trigger()
    svg = export(exports, qtbot, "svg", tmp_path / "seen.svg")
    box = [float(number) for number in ElementTree.fromstring(svg).get("viewBox", "").split()]
    inverse, _ = page.view.viewportTransform().inverted()
    seen = inverse.mapRect(QRectF(page.view.viewport().rect()))
    assert box[2:] == pytest.approx([seen.width(), seen.height()], abs=1)


@pytest.mark.parametrize("name", ["numpy", "pytorch"])
def test_programs_are_programs(
    exports: ExportActions, qtbot: QtBot, tmp_path: Path, name: str
) -> None:
    source = export(exports, qtbot, name, tmp_path / "a1.py").decode()
    ast.parse(source)
    copy(exports, qtbot, name)
    assert QGuiApplication.clipboard().text() == source


def test_dot_and_latex_are_written_and_copied(
    exports: ExportActions, qtbot: QtBot, tmp_path: Path
) -> None:
    assert export(exports, qtbot, "dot", tmp_path / "a1.dot").startswith(b"digraph {")
    assert rb"\frac{\partial" in export(exports, qtbot, "latex", tmp_path / "a1.tex")
    copy(exports, qtbot, "dot")
    assert QGuiApplication.clipboard().text().startswith("digraph {")
    copy(exports, qtbot, "latex")
    assert "align*" in QGuiApplication.clipboard().text()


def test_a_copied_picture_is_pixels_and_svg(exports: ExportActions, qtbot: QtBot) -> None:
    copy(exports, qtbot, "picture")
    content = QGuiApplication.clipboard().mimeData()
    assert content.hasImage()
    assert "−12" in labels_of(bytes(content.data("image/svg+xml").data()))


def test_the_folder_is_remembered_and_the_title_is_suggested(
    page: GraphPage, exports: ExportActions, qtbot: QtBot, tmp_path: Path
) -> None:
    folder = tmp_path / "pictures"
    folder.mkdir()
    export(exports, qtbot, "png", folder / "first.png")
    assert page._settings.get(EXPORT_FOLDER) == str(folder.resolve())
    answer = _Answer(None)
    exports.files.dialogs = answer
    exports.actions_by_name["export_svg"].trigger()
    assert answer.suggestions == [folder.resolve() / "A1.svg"]
    assert sorted(entry.name for entry in folder.iterdir()) == ["first.png"]


def test_a_name_without_suffix_gets_the_forms(
    page: GraphPage, exports: ExportActions, qtbot: QtBot, tmp_path: Path
) -> None:
    page._settings.set(EXPORT_FOLDER, str(tmp_path))
    hands = DialogHands(name("graph 1.2"))
    exports.actions_by_name["export_dot"].trigger()
    qtbot.waitUntil(lambda: has_settled(exports))
    assert hands.is_done
    assert (tmp_path / "graph 1.2.dot").exists()


def test_what_cannot_be_written_is_one_sentence_and_the_old_file_stays(
    exports: ExportActions, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "a1.png"
    path.write_bytes(b"old")
    told: list[tuple[str, str]] = []
    exports.reported.connect(lambda text, severity: told.append((text, severity)))

    def full(_: int) -> None:
        raise OSError(28, "No space left on device")

    with monkeypatch.context() as patch:
        patch.setattr("os.fsync", full)
        assert export(exports, qtbot, "png", path) == b"old"
    assert told == [
        ("Nothing was exported. “a1.png” cannot be written: no space left on device.", "error")
    ]
    assert [entry.name for entry in tmp_path.glob("*.p*")] == ["a1.png"]


def test_an_unfinished_graph_has_a_picture_and_no_program(
    page: GraphPage, exports: ExportActions, qtbot: QtBot, tmp_path: Path
) -> None:
    page.document.new()
    assert not exports.actions_by_name["export_png"].isEnabled()
    page.document.add_operation("add", (0.0, 0.0))
    told: list[str] = []
    exports.reported.connect(lambda text, _: told.append(text))
    assert export(exports, qtbot, "png", tmp_path / "add.png")
    exports.files.dialogs = _Answer(tmp_path / "add.py")
    exports.actions_by_name["export_numpy"].trigger()
    qtbot.waitUntil(lambda: has_settled(exports))
    assert told[-1].startswith("Nothing was exported. ")
    assert "wire" in told[-1]
    assert not (tmp_path / "add.py").exists()


def test_groups_are_kept_together_where_a_form_knows_how() -> None:
    def source(graph: Graph, *, grouped: bool = False) -> str:
        return "grouped" if grouped else "flat"

    knowing = Form("new", "New", "", ".new", write=source)
    assert knowing.knows_groups
    assert knowing.text(Graph(), grouped=True) == "grouped"
    assert knowing.text(Graph()) == "flat"
    plain = Form("old", "Old", "", ".old", write=lambda _graph: "flat")
    assert not plain.knows_groups
    assert plain.text(Graph(), grouped=True) == "flat"


def test_a_picture_recorded_in_parts_is_the_canvas_in_one(
    page: GraphPage, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    # So that a large picture lets the interface breathe between its parts.
    monkeypatch.setattr(canvas_record, "_ITEMS_AT_ONCE", 7)
    page.examples.show_example("a10")
    settle(qtbot, page)
    record = record_canvas(page.view, "")
    assert len(record.pictures) > 1
    shown = image_of(record)
    wanted = QImage(shown.size(), shown.format())
    wanted.fill(record.ground)
    margin = shown.width() / record.size.width() * 24
    painter = QPainter(wanted)
    painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.TextAntialiasing)
    with page.scene.shown_plainly():
        page.scene.render(
            painter,
            QRectF(wanted.rect()).adjusted(margin, margin, -margin, -margin),
            page.scene.contents_rect(),
        )
    painter.end()
    # Letters are placed to a fraction of a pixel, so that a few of their edges differ.
    differing = np.abs(_pixels(shown).astype(int) - _pixels(wanted).astype(int)).max(axis=2) > 96
    assert differing.mean() < 0.002


def _pixels(image: QImage) -> NDArray[np.uint8]:
    rows = np.frombuffer(image.constBits(), np.uint8).reshape(image.height(), -1)
    return rows[:, : image.width() * 4].reshape(image.height(), image.width(), 4)[..., :3]
