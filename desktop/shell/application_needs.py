"""What can be found missing only when Qt stands: a screen of its platform, and letters."""

from __future__ import annotations

from PySide6.QtWidgets import QApplication

from desktop.foundation.fonts import fonts
from desktop.shell.start_error import QT_TRANSLATE_NOOP, StartError


def check_screen_and_fonts(app: QApplication) -> None:
    """Find out whether a window can be seen and read.

    Raises:
        StartError: The platform has no screen, or no font is installed.
    """
    if app.primaryScreen() is None:
        raise StartError(
            QT_TRANSLATE_NOOP(
                "Start",
                "The platform {name} has no screen here; QT_QPA_PLATFORM should name another one.",
            ),
            name=app.platformName(),
        )
    if not fonts().text:
        raise StartError(
            QT_TRANSLATE_NOOP(
                "Start",
                "No font is installed, so that nothing could be read; on Debian and Ubuntu: "
                "sudo apt-get install fonts-inter fonts-noto-cjk.",
            )
        )
