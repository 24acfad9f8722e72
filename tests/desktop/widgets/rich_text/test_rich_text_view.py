"""A text with formulas: what is seen of it, copied, heard, and done with it."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable

import numpy as np
import pytest
from numpy.typing import NDArray
from PySide6.QtCore import QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QImage, QTextCursor, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from desktop.foundation.theme import apply_theme, theme
from desktop.widgets.formulas.formula_picture import formula_picture, is_kept
from desktop.widgets.rich_text.rich_text_view import RichTextView
from tests.support.settling import settle
from tests.support.sources import ROOT

WIDTH = 320
LINE = (
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 100 20">'
    '<path d="M0 0h100v20h-100z" fill="currentColor"/></svg>'
)


@pytest.fixture
def shown(qtbot: QtBot) -> Callable[..., RichTextView]:
    # Qt's bot keeps weak references alone.
    holders: list[QWidget] = []

    def show(text: str, width: int = WIDTH, **options: object) -> RichTextView:
        holder = QWidget()
        layout = QVBoxLayout(holder)
        layout.setContentsMargins(0, 0, 0, 0)
        view = RichTextView(holder)
        layout.addWidget(view)
        layout.addStretch(1)
        view.show_markdown(text, **options)  # type: ignore[arg-type]
        holder.resize(width, 600)
        qtbot.addWidget(holder)
        holder.show()
        settle(qtbot, view)
        holders.append(holder)
        return view

    return show


def ink(view: RichTextView) -> NDArray[np.bool_]:
    """Return where something is painted, as rows of columns."""
    # Its ground is that of what it stands in.
    shown = view.window().grab(view.geometry()).toImage()
    image = shown.convertToFormat(QImage.Format.Format_Grayscale8)
    rows = np.frombuffer(bytes(image.constBits()), np.uint8)
    grey = rows.reshape(image.height(), image.bytesPerLine())[:, : image.width()].astype(int)
    found: NDArray[np.bool_] = np.abs(grey - grey[0, -1]) > 90
    return found


def lowest(found: NDArray[np.bool_]) -> int:
    return int(np.flatnonzero(found.any(axis=1)).max())


def select_all(view: RichTextView) -> str:
    view.selectAll()
    return view.createMimeDataFromSelection().text()


@pytest.mark.parametrize(
    "beside", ["", r" $\frac{\partial f}{\partial z}$", " $x^{2^{2}}$", " $g_y$"]
)
def test_the_letters_of_a_formula_stand_on_the_line_of_the_words(
    shown: Callable[..., RichTextView], beside: str
) -> None:
    view = shown(rf"E $\mathrm{{E}}$ E{beside}")
    found = ink(view)
    # The three letters are flat below: from the left, each up to the next gap.
    columns: NDArray[np.bool_] = np.asarray(found.any(axis=0))
    starts = np.flatnonzero(columns[1:] & ~columns[:-1]) + 1
    ends = [start + int(np.argmin(columns[start:])) for start in starts]
    letters = [found[:, start:end] for start, end in zip(starts, ends, strict=True)][:3]
    bottoms = [lowest(letter) for letter in letters]
    assert max(bottoms) - min(bottoms) <= 1


def test_a_tall_formula_is_cut_nowhere(shown: Callable[..., RichTextView]) -> None:
    latex = r"\frac{\frac{a}{b}}{\frac{c}{d}}"
    view = shown(f"${latex}$")
    size_px = theme().font("body").pixelSize() * 1.18
    picture = formula_picture(latex, theme().color("text").name(), size_px)
    assert picture is not None
    rows = np.flatnonzero(ink(view).any(axis=1))
    assert rows.max() - rows.min() + 1 >= picture.size.height() - 5
    assert rows.max() < view.height() - 1


def test_formulas_are_copied_and_heard_as_plain_text(shown: Callable[..., RichTextView]) -> None:
    view = shown(
        "Here $\\frac{\\partial f}{\\partial z}$, and **so**:\n\n$$\nq = x + y\n$$\n\n"
        "- one\n- two\n\n| a | $b$ |\n|---|---|\n| 1 | 2 |\n"
    )
    told = "Here ∂f/∂z, and so:\nq = x + y\none\ntwo\na\tb\n1\t2"
    assert view.spoken == view.accessibleName() == told
    assert select_all(view) == told


def test_a_part_is_copied_as_it_is_selected(shown: Callable[..., RichTextView]) -> None:
    view = shown("see $x_1$ here")
    cursor = QTextCursor(view.document())
    cursor.setPosition(4)
    cursor.movePosition(QTextCursor.MoveOperation.NextCharacter, QTextCursor.MoveMode.KeepAnchor, 3)
    view.setTextCursor(cursor)
    view.copy()
    assert QApplication.clipboard().text() == "x₁ h"


def test_it_is_as_high_as_its_text_at_any_width(
    qtbot: QtBot, shown: Callable[..., RichTextView]
) -> None:
    view = shown("Some words that are broken into lines, with $x$ among them. " * 4)
    wide = view.height()
    assert wide == view.heightForWidth(view.width())
    view.window().resize(WIDTH // 2, 600)
    settle(qtbot, view)
    assert view.height() > 1.6 * wide
    assert view.document().size().height() <= view.height()
    assert view.document().size().width() <= view.width()
    view.window().resize(WIDTH, 600)
    settle(qtbot, view)
    assert view.height() == wide


def test_an_empty_text_takes_no_room(qtbot: QtBot, shown: Callable[..., RichTextView]) -> None:
    view = shown("$x$")
    view.show_markdown("")
    settle(qtbot, view)
    assert view.height() == 0
    assert view.spoken == ""


def test_a_formula_wider_than_the_text_shrinks_to_it(shown: Callable[..., RichTextView]) -> None:
    view = shown("$" + " + ".join(["w_i x_i"] * 8) + "$", width=200)
    columns = np.flatnonzero(ink(view).any(axis=0))
    assert columns.max() < view.width()
    assert columns.max() > 0.9 * view.width()


def test_all_of_it_follows_the_zoom_and_the_theme(
    qtbot: QtBot, qapp: QApplication, shown: Callable[..., RichTextView]
) -> None:
    view = shown("$x$ and $\\frac{a}{b}$")
    before = np.argwhere(ink(view))
    apply_theme(qapp, "dark", 2.0)
    settle(qtbot, view)
    try:
        after = np.argwhere(ink(view))
        assert (np.ptp(after, axis=0) > 1.7 * np.ptp(before, axis=0)).all()
        assert is_kept(r"\frac{a}{b}", theme().color("text").name())
    finally:
        apply_theme(qapp, "light", 1.0)


def test_formulas_are_drawn_beside_the_interface(qtbot: QtBot) -> None:
    view = RichTextView()
    qtbot.addWidget(view)
    view.show_markdown("$x$")
    settle(qtbot, view)
    fresh = r"\frac{q_{17}}{v_{23}} + \frac{a}{b}"
    view.show_markdown(f"Text ${fresh}$ here")
    # Its text stands there at once, and plain text where the formula will be.
    assert view.spoken == "Text q₁₇/v₂₃ + a/b here"
    assert not is_kept(fresh, theme().color("text").name())
    assert not view.is_drawn
    settle(qtbot, view)
    assert is_kept(fresh, theme().color("text").name())
    assert view.is_drawn


def test_the_last_text_stays_when_several_come_at_once(qtbot: QtBot) -> None:
    view = RichTextView()
    qtbot.addWidget(view)
    for number in range(5):
        view.show_markdown(f"$u_{{{number}}} + {number}$")
    settle(qtbot, view)
    assert view.spoken == "u₄ + 4"
    assert view.is_drawn
    assert is_kept("u_{4} + 4", theme().color("text").name())


def test_what_cannot_be_drawn_is_shown_as_its_text(
    qtbot: QtBot, shown: Callable[..., RichTextView]
) -> None:
    view = shown(r"a $\begin{nonsense}$ b")
    assert ink(view).any()
    assert view.spoken.startswith("a ")
    assert view.is_drawn


def test_a_link_is_clicked(qtbot: QtBot, shown: Callable[..., RichTextView]) -> None:
    view = shown("[multiply](gate:multiply) and more")
    with qtbot.waitSignal(view.link_activated) as heard:
        QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(12, 8))
    assert heard.args == ["gate:multiply"]
    assert view.toPlainText().startswith("multiply")


def test_links_are_reached_and_opened_by_the_keys(
    qtbot: QtBot, shown: Callable[..., RichTextView]
) -> None:
    view = shown("[one](a1) and [two](b2)")
    view.setFocus(Qt.FocusReason.TabFocusReason)
    heard: list[str] = []
    view.link_activated.connect(heard.append)
    QTest.keyClick(view, Qt.Key.Key_Tab)
    QTest.keyClick(view, Qt.Key.Key_Return)
    QTest.keyClick(view, Qt.Key.Key_Tab)
    QTest.keyClick(view, Qt.Key.Key_Return)
    assert sorted(heard) == ["a1", "b2"]


def test_only_a_text_with_links_is_a_stop_of_tab(shown: Callable[..., RichTextView]) -> None:
    assert not shown("no link, $x$").focusPolicy() & Qt.FocusPolicy.TabFocus
    assert shown("a [link](a1)").focusPolicy() & Qt.FocusPolicy.TabFocus


def test_tab_passes_a_text_without_links(qtbot: QtBot) -> None:
    holder = QWidget()
    layout = QVBoxLayout(holder)
    first, view, last = QPushButton("1"), RichTextView(), QPushButton("2")
    for part in (first, view, last):
        layout.addWidget(part)
    view.show_markdown("words")
    qtbot.addWidget(holder)
    holder.show()
    settle(qtbot, holder)
    first.setFocus()
    QTest.keyClick(first, Qt.Key.Key_Tab)
    assert last.hasFocus()


def test_the_wheel_is_left_to_what_it_stands_in(shown: Callable[..., RichTextView]) -> None:
    view = shown("$x$ " * 40)
    place = QPointF(20, 20)
    for keys in (Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.ControlModifier):
        event = QWheelEvent(
            place, place, QPoint(), QPoint(0, 120), Qt.MouseButton.NoButton, keys,
            Qt.ScrollPhase.NoScrollPhase, False,
        )  # fmt: skip
        event.accept()
        size = view.document().defaultFont().pixelSize()
        view.wheelEvent(event)
        assert not event.isAccepted()
        assert view.document().defaultFont().pixelSize() == size


def test_a_picture_is_painted_in_the_ink_of_the_text(shown: Callable[..., RichTextView]) -> None:
    view = shown("![A bar](bar.svg)", pictures={"bar.svg": LINE}.get)
    columns = np.flatnonzero(ink(view).any(axis=0))
    assert columns.max() - columns.min() == pytest.approx(100, abs=3)
    assert view.spoken == "A bar"


def test_a_picture_is_never_wider_than_the_text_and_grows_with_it(
    qtbot: QtBot, shown: Callable[..., RichTextView]
) -> None:
    wide = (
        LINE.replace("0 0 100 20", "0 0 400 20").replace("h100", "h400").replace("h-100", "h-400")
    )
    view = shown("![A bar](bar.svg)", width=200, pictures={"bar.svg": wide}.get)
    narrow = view.height()
    assert narrow < 20
    view.window().resize(400, 600)
    settle(qtbot, view)
    assert view.height() == pytest.approx(narrow + 10, abs=1)


def test_a_picture_that_is_missing_or_harmful_is_told_in_words(
    shown: Callable[..., RichTextView],
) -> None:
    harmful = LINE.replace("<path", "<script>x</script><path")
    for pictures in ({}, {"bar.svg": harmful}):
        view = shown("![A bar](bar.svg)", pictures=pictures.get)
        assert view.toPlainText() == "A bar"


def test_nothing_that_a_text_names_is_opened(shown: Callable[..., RichTextView]) -> None:
    view = shown('<img src="file:///etc/passwd"> ![x](file:///etc/passwd)')
    assert view.loadResource(2, QUrl("file:///etc/passwd")) is None
    assert "<img" in view.spoken


def test_the_library_is_imported_with_the_first_text_and_not_before() -> None:
    script = (
        "import sys\n"
        "from PySide6.QtWidgets import QApplication\n"
        "from desktop.desk.settling import has_settled\n"
        "from desktop.widgets.rich_text.rich_text_view import RichTextView\n"
        "app = QApplication([])\n"
        "view = RichTextView()\n"
        "view.show_markdown('')\n"
        "before = 'markdown_it' in sys.modules or 'ziamath' in sys.modules\n"
        "view.show_markdown('$x$ *a*')\n"
        "at_once = 'markdown_it' in sys.modules and view.spoken != ''\n"
        "while not has_settled(view):\n"
        "    app.processEvents()\n"
        "print(before, at_once, view.spoken)\n"
    )
    result = subprocess.run(
        [sys.executable, "-c", script], cwd=ROOT, capture_output=True, text=True, check=True
    )
    assert result.stdout.split() == ["False", "False", "x", "a"]
