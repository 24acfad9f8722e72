"""The plot's own menu: nothing of the library's, exports in three forms, sentences for errors."""

from __future__ import annotations

import csv
import stat
from pathlib import Path

import numpy as np
import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QContextMenuEvent, QGuiApplication, QImage
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu, QVBoxLayout
from pytestqt.qtbot import QtBot

from desktop.desk.settling import has_settled
from desktop.files.save_dialogs import SaveDialogs
from desktop.foundation.settings import EXPORT_FOLDER, Settings
from desktop.foundation.theme import apply_theme, theme
from desktop.widgets.panels.page import Page
from desktop.widgets.plots.plot_view import PlotView
from tests.support.dialog_hands import DialogHands, name, typed_name
from tests.support.settling import aim, settle

# The offscreen platform says so when a menu opens; nothing is wrong.
pytestmark = pytest.mark.qt_log_ignore("does not support grabbing the", extend=True)

X = np.linspace(0.0, 1.0, 5)


@pytest.fixture
def page(qtbot: QtBot, tmp_path: Path) -> Page:
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    apply_theme(app, "light", 1.0)
    made = Page(settings=Settings(str(tmp_path / "settings.ini")))
    qtbot.addWidget(made)
    QVBoxLayout(made)
    made.resize(500, 400)
    made.show()
    return made


@pytest.fixture
def plot(qtbot: QtBot, page: Page) -> PlotView:
    made = PlotView("Loss of all")
    layout = page.layout()
    assert layout is not None
    layout.addWidget(made)
    made.set_view((0.0, 1.0), (0.0, 2.0))
    made.set_curve("a", X, X**2, "series_0", name="SGD", symbol="circle", width=6)
    made.set_curve("b", X, 2 * X, "series_1", "dash", name="Adam")
    qtbot.waitExposed(made)
    settle(qtbot)
    return made


def opened_menu(plot: PlotView, at: QPoint | None = None) -> QMenu:
    target = plot.canvas.viewport() if at is not None else plot
    place = at or QPoint()
    reason = QContextMenuEvent.Reason.Keyboard if at is None else QContextMenuEvent.Reason.Mouse
    event = QContextMenuEvent(reason, place, target.mapToGlobal(place))
    QApplication.sendEvent(target, event)
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    return menu


def texts(menu: QMenu) -> list[str]:
    return [action.text().split("\t")[0] for action in menu.actions() if action.text()]


def choose(menu: QMenu, text: str) -> None:
    action = next(action for action in menu.actions() if action.text().startswith(text))
    while menu.activeAction() is not action:
        QTest.keyClick(menu, Qt.Key.Key_Down)
    QTest.keyClick(menu, Qt.Key.Key_Return)


def answer(monkeypatch: pytest.MonkeyPatch, path: Path | None) -> None:
    monkeypatch.setattr(SaveDialogs, "ask_file", lambda *_: path)


def saved(
    qtbot: QtBot, plot: PlotView, page: Page, form: str, path: Path, patch: pytest.MonkeyPatch
) -> str:
    answer(patch, path)
    with qtbot.waitSignal(page.reported) as told:
        choose(opened_menu(plot, QPoint(100, 100)), f"Save as {form}")
    return str(told.args[0])


def test_the_right_button_opens_our_entries_only(plot: PlotView) -> None:
    menu = opened_menu(plot, QPoint(80, 80))
    assert texts(menu) == [
        "Reset the view", "Save as PNG…", "Save as SVG…", "Save as CSV…", "Copy picture",
    ]  # fmt: skip
    assert all(action.toolTip() for action in menu.actions() if not action.isSeparator())
    QTest.keyClick(menu, Qt.Key.Key_Escape)


def test_the_menu_key_opens_it_too(plot: PlotView) -> None:
    menu = opened_menu(plot)
    plot.canvas.show_range((0.4, 0.5), (0.1, 0.2))
    QTest.keyClick(menu, Qt.Key.Key_Down)
    QTest.keyClick(menu, Qt.Key.Key_Return)
    assert plot.view_range[0] == pytest.approx((0.0, 1.0))


def test_the_menu_is_gone_after_its_use(qtbot: QtBot, plot: PlotView) -> None:
    QTest.keyClick(opened_menu(plot, QPoint(80, 80)), Qt.Key.Key_Escape)
    # The plotting library keeps a menu of its own inside the canvas, which never opens.
    direct = Qt.FindChildOption.FindDirectChildrenOnly
    qtbot.waitUntil(lambda: not plot.findChildren(QMenu, options=direct))


def test_png_has_the_curve_in_its_colour_and_twice_the_pixels(
    qtbot: QtBot, plot: PlotView, page: Page, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "loss.png"
    assert saved(qtbot, plot, page, "PNG", path, monkeypatch) == "The plot was saved to loss.png."
    image = QImage(str(path))
    assert image.width() > 1.9 * plot.width()
    seen = aim(qtbot, plot.canvas.viewport(), lambda: plot.to_canvas(0.6, 0.36 + 0.004))
    corner = plot.canvas.mapTo(plot, seen)
    place = (corner + QPoint(8, 8)) * 2
    near = {
        image.pixelColor(place + QPoint(dx, dy)).name()
        for dx in range(-3, 4)
        for dy in range(-12, 13)
    }
    assert theme().color("series_0").name() in near


def test_svg_is_drawn_in_lines_and_letters(
    qtbot: QtBot, plot: PlotView, page: Page, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "loss.svg"
    saved(qtbot, plot, page, "SVG", path, monkeypatch)
    text = path.read_text()
    assert QSvgRenderer(str(path)).isValid()
    assert "<image" not in text
    assert ">SGD</text>" in text
    assert theme().color("series_1").name() in text


def test_csv_gives_back_the_very_numbers_that_are_shown(
    qtbot: QtBot, plot: PlotView, page: Page, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    plot.set_curve("gap", [0.1, 0.2, 0.3], [1 / 3, np.nan, 2 / 3])
    plot.set_bars("bars", [1.0], [4.0], 0.5)
    plot.set_points("dots", [0.5], [0.25])
    plot.add_draggable("start", 0.25, 0.75)
    plot.set_line("line", 3.0)
    QTest.mouseClick(plot.legend.entry("b"), Qt.MouseButton.LeftButton)
    path = tmp_path / "loss.csv"
    saved(qtbot, plot, page, "CSV", path, monkeypatch)
    with path.open(newline="") as file:
        rows = list(csv.reader(file))
    assert rows[0] == ["series", "x", "y"]
    sgd = [(float(x), float(y)) for name, x, y in rows[1:] if name == "SGD"]
    assert sgd == list(zip(X.tolist(), (X**2).tolist(), strict=True))
    assert ["gap", "0.1", repr(1 / 3)] in rows
    assert {row[0] for row in rows[1:]} == {"SGD", "gap", "bars", "dots", "start"}
    assert len([row for row in rows if row[0] == "gap"]) == 2


def test_a_picture_is_saved_with_the_value_at_each_place(plot: PlotView, tmp_path: Path) -> None:
    plot.clear()
    plot.set_image("z", [[1.0, 2.0], [3.0, 4.0]], (0.0, 1.0, 0.0, 2.0))
    plot.set_points("dot", [5.0], [6.0])
    assert plot.export_text() == (
        "series,x,y,value\nz,0.0,0.0,1.0\nz,1.0,0.0,2.0\nz,0.0,2.0,3.0\nz,1.0,2.0,4.0\n"
        "dot,5.0,6.0,\n"
    )


def test_a_name_without_an_ending_gets_one_and_the_folder_is_kept(
    qtbot: QtBot, plot: PlotView, page: Page, tmp_path: Path
) -> None:
    assert page.settings is not None
    page.settings.set(EXPORT_FOLDER, str(tmp_path))
    hands = DialogHands(name("mine"))
    with qtbot.waitSignal(page.reported):
        choose(opened_menu(plot, QPoint(100, 100)), "Save as CSV")
    assert hands.is_done
    assert (tmp_path / "mine.csv").exists()
    suggested: list[str] = []
    asking = DialogHands(typed_name(suggested))
    choose(opened_menu(plot, QPoint(100, 100)), "Save as CSV")
    assert asking.is_done
    assert suggested == ["loss-of-all.csv"]
    assert page.settings.get(EXPORT_FOLDER) == str(tmp_path)


def test_giving_up_the_dialog_writes_nothing(
    qtbot: QtBot, plot: PlotView, page: Page, monkeypatch: pytest.MonkeyPatch
) -> None:
    answer(monkeypatch, None)
    with qtbot.assertNotEmitted(page.reported):
        choose(opened_menu(plot, QPoint(100, 100)), "Save as PNG")
    assert has_settled(plot.export)


def test_a_file_that_cannot_be_written_is_told_and_keeps_what_it_was(
    qtbot: QtBot, plot: PlotView, page: Page, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    there = tmp_path / "taken.csv"
    there.mkdir()
    told = saved(qtbot, plot, page, "CSV", there, monkeypatch)
    assert told.startswith("The plot was not saved. “taken.csv” cannot be written:")
    assert list(tmp_path.iterdir()) == [there]


def test_a_file_written_anew_keeps_its_permissions(
    qtbot: QtBot, plot: PlotView, page: Page, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "mine.csv"
    path.write_text("old")
    path.chmod(0o640)
    saved(qtbot, plot, page, "CSV", path, monkeypatch)
    assert path.read_text().startswith("series")
    assert stat.S_IMODE(path.stat().st_mode) == 0o640


def test_the_picture_is_copied_in_pixels_and_lines(plot: PlotView, page: Page) -> None:
    choose(opened_menu(plot, QPoint(100, 100)), "Copy picture")
    content = QGuiApplication.clipboard().mimeData()
    assert content.hasImage()
    assert b"<svg" in content.data("image/svg+xml").data()
    QGuiApplication.clipboard().clear()


def test_what_the_legend_hid_comes_back_by_the_menu(plot: PlotView) -> None:
    QTest.mouseClick(plot.legend.entry("a"), Qt.MouseButton.LeftButton)
    QTest.keyClick(plot.legend.entry("b"), Qt.Key.Key_Space)
    assert plot.legend.hidden_keys() == ["a", "b"]
    choose(opened_menu(plot, QPoint(100, 100)), "Show all curves")
    assert plot.legend.hidden_keys() == []
    assert "Show all curves" not in texts(plot.menu.make())


def test_a_scale_is_offered_where_the_plot_says_so(qtbot: QtBot, plot: PlotView) -> None:
    plot.menu.offer_log(x=True, y=True)
    plot.menu.log_chosen.connect(plot.set_log)
    with qtbot.waitSignal(plot.menu.log_chosen) as chosen:
        choose(opened_menu(plot, QPoint(100, 100)), "Logarithmic upwards")
    assert chosen.args == [False, True]
    menu = opened_menu(plot, QPoint(100, 100))
    ticked = [action.text() for action in menu.actions() if action.isChecked()]
    assert ticked == ["Logarithmic upwards"]
    choose(menu, "Logarithmic across")
    assert plot.canvas.scale_of_axes.log_x


def test_every_line_of_a_long_legend_is_shown(qtbot: QtBot, plot: PlotView) -> None:
    for number in range(8):
        plot.set_curve(f"more {number}", X, X, name=f"a rather long name {number}")
    plot.grab()
    qtbot.waitUntil(
        lambda: plot.legend.entry("more 7").geometry().bottom() <= plot.legend.rect().bottom()
    )


def test_the_picture_shows_no_mark_of_the_keys_or_the_mouse(qtbot: QtBot, plot: PlotView) -> None:
    before = plot.export.image()
    QTest.mouseMove(plot.canvas.viewport(), QPoint(150, 100))
    plot.legend.entry("a").setFocus()
    assert plot.export.image() == before
