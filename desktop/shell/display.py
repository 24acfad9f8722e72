"""Whether there is a screen to open a window on; Qt would abort the process to say that."""

from __future__ import annotations

import os
import sys

from desktop.shell.command_line import CommandLineError

_ADVICE = "start it on a desktop, under xvfb-run, or with QT_QPA_PLATFORM=offscreen"


def check_display() -> None:
    """Find out whether Qt can open a window here.

    Raises:
        CommandLineError: There is no screen, or none that answers.
    """
    if not sys.platform.startswith("linux"):
        return
    platform = os.environ.get("QT_QPA_PLATFORM", "").split(";")[0].split(":")[0]
    if platform not in ("", "xcb") or (not platform and os.environ.get("WAYLAND_DISPLAY")):
        return
    name = os.environ.get("DISPLAY")
    if not name:
        raise CommandLineError(
            f"Wiregrad found no screen to open its window on (DISPLAY is not set); {_ADVICE}."
        )
    if not _answers(name):
        raise CommandLineError(
            f"The screen that DISPLAY names, {name}, does not answer; {_ADVICE}."
        )


def _answers(name: str) -> bool:
    import ctypes

    try:
        xcb = ctypes.CDLL("libxcb.so.1")
    except OSError:
        # Without this library Qt's own message is the better one.
        return True
    xcb.xcb_connect.restype = ctypes.c_void_p
    xcb.xcb_connect.argtypes = [ctypes.c_char_p, ctypes.c_void_p]
    for function in (xcb.xcb_connection_has_error, xcb.xcb_disconnect):
        function.argtypes = [ctypes.c_void_p]
    connection = xcb.xcb_connect(os.fsencode(name), None)
    is_alive = bool(xcb.xcb_connection_has_error(connection) == 0)
    xcb.xcb_disconnect(connection)
    return is_alive
