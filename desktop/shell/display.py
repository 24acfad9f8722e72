"""Whether there is a screen to open a window on; Qt would abort the process to say that."""

from __future__ import annotations

import os
import socket
import sys
from collections.abc import Mapping
from pathlib import Path

from desktop.shell.start_error import QT_TRANSLATE_NOOP, StartError

_WAYLAND, _X11 = "wayland", "xcb"
# A compositor that hangs must not keep the program from saying so.
_PATIENCE_S = 2.0


def check_display() -> None:
    """Find a screen that answers, and let Qt take that one.

    Those that answer are put into ``QT_QPA_PLATFORM``: a Wayland that is named but gone does not
    keep the program from an X11 that is there. Platforms without a screen are left to Qt.

    Raises:
        StartError: There is no screen, or none that answers.
    """
    if not sys.platform.startswith("linux"):
        return
    wanted = os.environ.get("QT_QPA_PLATFORM", "")
    os.environ["QT_QPA_PLATFORM"] = choose_platform(wanted, os.environ)


def choose_platform(wanted: str, environment: Mapping[str, str]) -> str:
    """Return the platforms that Qt should try: those wanted, or else named, that answer.

    Args:
        wanted: What ``QT_QPA_PLATFORM`` says, perhaps several separated by semicolons.
        environment: The variables of the process.

    Raises:
        StartError: There is no screen, or none that answers.
    """
    candidates = [entry for entry in wanted.split(";") if entry]
    problems: list[StartError] = []
    for entries in (candidates, _usual(candidates, environment)):
        found = [(entry, _problem(_plugin(entry), environment)) for entry in entries]
        if alive := [entry for entry, problem in found if problem is None]:
            return ";".join(alive)
        problems += [problem for _, problem in found if problem is not None]
    if not problems:
        raise StartError(
            QT_TRANSLATE_NOOP(
                "Start",
                "Wiregrad found no screen to open its window on (neither DISPLAY nor "
                "WAYLAND_DISPLAY is set); start it on a desktop, under xvfb-run, or with "
                "QT_QPA_PLATFORM=offscreen.",
            )
        )
    raise StartError(
        QT_TRANSLATE_NOOP(
            "Start",
            "{problem}; start it on a desktop, under xvfb-run, or with QT_QPA_PLATFORM=offscreen.",
        ),
        problem=problems[0],
    )


def _usual(candidates: list[str], environment: Mapping[str, str]) -> list[str]:
    """Return what can be tried beyond what was asked for: the screens that the session names."""
    if any(_plugin(entry) not in (_WAYLAND, _X11) for entry in candidates):
        return []
    named = {_WAYLAND: "WAYLAND_DISPLAY", _X11: "DISPLAY"}
    known = {_plugin(entry) for entry in candidates}
    return [
        name for name, variable in named.items() if environment.get(variable) and name not in known
    ]


def _plugin(entry: str) -> str:
    """Return the name of a platform without its options, those of Wayland all alike."""
    name = entry.split(":", maxsplit=1)[0]
    return _WAYLAND if name.startswith(_WAYLAND) else name


def _problem(platform: str, environment: Mapping[str, str]) -> StartError | None:
    if platform == _WAYLAND:
        return _wayland_problem(environment)
    return _x11_problem(environment) if platform == _X11 else None


def _wayland_problem(environment: Mapping[str, str]) -> StartError | None:
    if environment.get("WAYLAND_SOCKET"):
        return None
    path = Path(environment.get("XDG_RUNTIME_DIR", "")) / (
        environment.get("WAYLAND_DISPLAY") or "wayland-0"
    )
    if path.is_absolute() and _listens(path):
        return None
    return StartError(
        QT_TRANSLATE_NOOP("Start", "No Wayland compositor answers at {path}"), path=path
    )


def _listens(path: Path) -> bool:
    try:
        with socket.socket(socket.AF_UNIX) as connection:
            connection.settimeout(_PATIENCE_S)
            connection.connect(str(path))
    except OSError:
        return False
    return True


def _x11_problem(environment: Mapping[str, str]) -> StartError | None:
    name = environment.get("DISPLAY")
    if not name:
        return StartError(
            QT_TRANSLATE_NOOP(
                "Start", "Wiregrad found no screen to open its window on (DISPLAY is not set)"
            )
        )
    if not _answers(name):
        return StartError(
            QT_TRANSLATE_NOOP("Start", "The screen that DISPLAY names, {name}, does not answer"),
            name=name,
        )
    return None


def _answers(name: str) -> bool:
    import ctypes

    try:
        xcb = ctypes.CDLL("libxcb.so.1")
    except OSError:
        # That the library is missing is found and said when Qt's plugin is loaded.
        return True
    xcb.xcb_connect.restype = ctypes.c_void_p
    xcb.xcb_connect.argtypes = [ctypes.c_char_p, ctypes.c_void_p]
    for function in (xcb.xcb_connection_has_error, xcb.xcb_disconnect):
        function.argtypes = [ctypes.c_void_p]
    connection = xcb.xcb_connect(os.fsencode(name), None)
    is_alive = bool(xcb.xcb_connection_has_error(connection) == 0)
    xcb.xcb_disconnect(connection)
    return is_alive
