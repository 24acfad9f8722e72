"""The look in force: colours, fonts, icons, zoom; canvases ask here for what they paint with."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Mapping
from functools import lru_cache
from typing import Final

from PySide6.QtCore import QChildEvent, QEvent, QObject, Qt, Signal
from PySide6.QtGui import QColor, QFont, QGuiApplication, QIcon, QPalette
from PySide6.QtWidgets import QApplication, QWidget

from desktop.foundation import assets
from desktop.foundation.dressing import Wardrobe
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
        # A copy shares what it shows, and what was drawn of it, with the one that is kept.
        return QIcon(_kept_icon(name, self._texts[color], self._texts["text_disabled"]))

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

    def follow(self, slot: Callable[..., object], *, only_paints: bool = False) -> None:
        """Call a method after each change: in a page that is hidden, when it is shown again.

        Args:
            slot: The method. It is also called when what its object is in puts the style sheet
                on, which changes what widgets measure.
            only_paints: Whether it is not, since it asks the theme alone and measures no widget.

        Raises:
            TypeError: It is no method of an object.
        """
        _wardrobe.follow(slot, only_paints=only_paints)

    def unfollow(self, slot: Callable[..., object]) -> None:
        """Call a method no more; nobody need do that whose object is deleted."""
        _wardrobe.unfollow(slot)


def dress(whole: QWidget, *parts: QWidget) -> None:
    """Let a widget, and all in it, look as the theme says, now and after each change.

    It is known by a weak reference: of a widget that Qt made, keep what Python has of it.

    Args:
        whole: The widget.
        parts: What it consists of, if each part is to be styled by itself, between events; what
            holds them together has no look of its own.
    """
    _wardrobe.dress(whole, *parts)


def add_scene(widget: QWidget) -> None:
    """Let a widget and all in it follow the theme only while it is seen (see `catch_up`)."""
    _wardrobe.add_scene(widget)


def pieces_of(scene: QWidget) -> list[Callable[[], object]]:
    """Return what a scene that is hidden has to follow yet; each may be done by itself."""
    seen, unseen = _wardrobe.pieces(scene)
    return [*seen, *unseen]


def catch_up(widget: QWidget) -> None:
    """Let a scene that is about to be shown follow what has changed while it was hidden."""
    for piece in pieces_of(widget):
        piece()


def dress_window(event: QChildEvent) -> None:
    """Dress a dialog or a menu whose parent wears nothing, when it is about to be shown."""
    child = event.child()
    is_polished = event.type() is QEvent.Type.ChildPolished
    if is_polished and isinstance(child, QWidget) and child.isWindow():
        _wardrobe.dress_once(child)


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
    """Put a theme in force, at once in all that is seen, and tell those who paint themselves.

    Args:
        app: The application to be styled.
        name: ``"light"`` or ``"dark"``.
        scale: The zoom of the interface.
    """
    for _ in change_theme(app, name, scale):
        pass


def change_theme(app: QApplication, name: str, scale: float) -> Iterator[bool]:
    """Do what `apply_theme` does in pieces, between which events may be handled.

    Nothing is done when the theme is in force already. A change that comes before another is
    finished does the rest of that one too.

    Yields:
        After each piece, whether all that is seen has been done.
    """
    if _wardrobe.version and (_current[0].name, _current[0].scale) == (name, scale):
        return
    chosen = load_theme(name, scale)
    _current[:] = [chosen]
    app.setFont(chosen.font("body"))
    app.setPalette(chosen.palette())
    _wardrobe.change(chosen.style_sheet())
    seen, unseen = _wardrobe.pieces()
    for piece in seen:
        piece()
        yield False
    theme_notifier().changed.emit()
    yield True
    for piece in unseen:
        piece()
        yield True


@lru_cache(maxsize=256)
def _kept_icon(name: str, color: str, disabled: str) -> QIcon:
    icon = QIcon(icon_file(name, color))
    icon.addFile(icon_file(name, disabled), mode=QIcon.Mode.Disabled)
    return icon


_current: list[Theme] = []
_wardrobe = Wardrobe()
