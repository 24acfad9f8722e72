"""The look in force: colours, fonts, icons, zoom; canvases ask here for what they paint with."""

from __future__ import annotations

import gc
import json
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from functools import lru_cache
from typing import Final

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QColor, QFont, QGuiApplication, QIcon, QPalette
from PySide6.QtWidgets import QApplication

from desktop.foundation import assets
from desktop.foundation.fonts import fonts
from desktop.foundation.icon_files import icon_file
from desktop.foundation.style_sheet import build_style_sheet

THEMES: Final = ("light", "dark")
SERIES_COUNT: Final = 10

# Size in pixels at a zoom of one, and weight.
_ROLES: Final[Mapping[str, tuple[float, QFont.Weight]]] = {
    "body": (14.0, QFont.Weight.Normal),
    "small": (13.0, QFont.Weight.Normal),
    "heading": (17.0, QFont.Weight.DemiBold),
    "caption": (12.0, QFont.Weight.DemiBold),
    "gate": (20.0, QFont.Weight.Normal),
    "mono": (14.0, QFont.Weight.Normal),
    "label": (14.0, QFont.Weight.DemiBold),
}


class Theme:
    """Colours by name, fonts by role and icons by name, at one zoom.

    Attributes:
        name: ``"light"`` or ``"dark"``.
        scale: The zoom of the interface, 1.0 for none; canvases multiply their sizes by it.
    """

    def __init__(self, name: str, colors: Mapping[str, str], scale: float = 1.0) -> None:
        """Make a theme from colours in the form ``#RRGGBB`` or ``#AARRGGBB``."""
        self.name = name
        self.scale = scale
        self._texts = dict(colors)
        self._colors = {key: QColor(text) for key, text in colors.items()}

    @property
    def is_dark(self) -> bool:
        """Whether text is lighter than its ground."""
        return self.name == "dark"

    @property
    def color_names(self) -> tuple[str, ...]:
        """Every name that `color` knows."""
        return tuple(self._colors)

    def color(self, name: str, alpha: float | None = None) -> QColor:
        """Return a colour, with another opacity (0 to 1) if one is given.

        Raises:
            KeyError: The themes have no colour of that name.
        """
        color = QColor(self._colors[name])
        if alpha is not None:
            color.setAlphaF(alpha)
        return color

    def series(self, index: int) -> QColor:
        """Return the colour of the curve number `index`; after ten they repeat."""
        return self.color(f"series_{index % SERIES_COUNT}")

    def px(self, length: float) -> int:
        """Return a length in pixels at the present zoom, at least one."""
        return max(1, round(length * self.scale))

    def font(self, role: str) -> QFont:
        """Return the font of a role: body, small, heading, caption, gate, mono or label."""
        size, weight = _ROLES[role]
        font = QFont()
        font.setFamilies(fonts().mono if role == "mono" else fonts().text)
        font.setPixelSize(self.px(size))
        font.setWeight(weight)
        # Digits of equal width, so that a number which changes does not make its text tremble.
        font.setFeature(QFont.Tag("tnum"), 1)
        return font

    def icon(self, name: str, color: str = "text") -> QIcon:
        """Return a shipped icon in a colour of the theme; disabled, it is paler.

        Raises:
            FileNotFoundError: No icon of that name is shipped.
        """
        icon = QIcon(icon_file(name, self._texts[color]))
        icon.addFile(icon_file(name, self._texts["text_disabled"]), mode=QIcon.Mode.Disabled)
        return icon

    def style_sheet(self) -> str:
        """Return the style sheet of the whole application."""
        return build_style_sheet(assets.text("themes/style.qss.template"), self._texts, self.scale)

    def palette(self) -> QPalette:
        """Return the palette, for what the style sheet does not reach."""
        palette = QPalette()
        for role, name in _PALETTE.items():
            palette.setColor(role, self.color(name))
        for role in (
            QPalette.ColorRole.Text, QPalette.ColorRole.WindowText, QPalette.ColorRole.ButtonText,
        ):  # fmt: skip
            palette.setColor(QPalette.ColorGroup.Disabled, role, self.color("text_disabled"))
        return palette


_PALETTE: Final = {
    QPalette.ColorRole.Window: "panel",
    QPalette.ColorRole.WindowText: "text",
    QPalette.ColorRole.Base: "control",
    QPalette.ColorRole.AlternateBase: "card",
    QPalette.ColorRole.Text: "text",
    QPalette.ColorRole.PlaceholderText: "text_muted",
    QPalette.ColorRole.Button: "control",
    QPalette.ColorRole.ButtonText: "text",
    QPalette.ColorRole.Highlight: "accent",
    QPalette.ColorRole.HighlightedText: "accent_text",
    QPalette.ColorRole.ToolTipBase: "tooltip",
    QPalette.ColorRole.ToolTipText: "tooltip_text",
    QPalette.ColorRole.Link: "accent",
    QPalette.ColorRole.Accent: "accent",
    QPalette.ColorRole.Mid: "border",
    QPalette.ColorRole.Dark: "border_strong",
}


class ThemeNotifier(QObject):
    """Tells canvases that they have to paint anew.

    Signals:
        changed(): The colours or the zoom are others; `theme` returns the new ones.
    """

    changed = Signal()


def load_theme(name: str, scale: float = 1.0) -> Theme:
    """Return a theme as shipped, ``"light"`` or ``"dark"``."""
    content = json.loads(assets.text(f"themes/{name}.json"))
    return Theme(content["name"], content["colors"], scale)


def theme() -> Theme:
    """Return the theme in force: light at a zoom of one until `apply_theme` is called."""
    if not _current:
        _current.append(load_theme("light"))
    return _current[0]


@lru_cache(maxsize=1)
def theme_notifier() -> ThemeNotifier:
    """Return the one object whose signal says that `theme` has changed."""
    return ThemeNotifier()


def resolve_theme(setting: str) -> str:
    """Return the theme a setting means: itself, or what the system prefers."""
    if setting in THEMES:
        return setting
    is_dark = QGuiApplication.styleHints().colorScheme() == Qt.ColorScheme.Dark
    return "dark" if is_dark else "light"


def apply_theme(app: QApplication, name: str, scale: float) -> None:
    """Put a theme in force everywhere, and tell those who paint themselves.

    Args:
        app: The application to be styled.
        name: ``"light"`` or ``"dark"``.
        scale: The zoom of the interface.
    """
    is_same = bool(_current) and (_current[0].name, _current[0].scale) == (name, scale)
    if is_same and app.styleSheet():
        return
    chosen = load_theme(name, scale)
    _current[:] = [chosen]
    with _collection_paused():
        # Qt takes five times as long to go from one style sheet to another as to drop the one and
        # then put on the other: two seconds once every space has been visited.
        app.setStyleSheet("")
        app.setFont(chosen.font("body"))
        app.setPalette(chosen.palette())
        app.setStyleSheet(chosen.style_sheet())
        # What was measured in between, without a sheet, holds no more.
        for widget in app.allWidgets():
            widget.updateGeometry()
    theme_notifier().changed.emit()


@contextmanager
def _collection_paused() -> Iterator[None]:
    """Keep Python's garbage collector away while Qt walks over all widgets.

    Styling a widget runs Python code, which may start a collection; a widget that only a cycle of
    references had kept would be deleted under Qt's hands.
    """
    was_enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_enabled:
            gc.enable()


_current: list[Theme] = []
