"""What the program has put on the clipboard, when the program ends."""

from __future__ import annotations

from typing import Final

from PySide6.QtGui import QGuiApplication

# Windowing systems take it over, or have Qt let go of it with the application.
_SYSTEMS: Final = ("xcb", "wayland", "windows", "cocoa")


def release_clipboard() -> None:
    """Take it from a clipboard that is Qt's own; called last, while the application stands.

    Without a windowing system Qt keeps it until the process has ended. What was made in Python is
    then destroyed after Python is gone, and the process falls.
    """
    if not QGuiApplication.platformName().startswith(_SYSTEMS):
        QGuiApplication.clipboard().clear()
