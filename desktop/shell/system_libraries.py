"""The system libraries that Qt does not bring: which are missing, and what brings them."""

from __future__ import annotations

import ctypes
import os
import re
from pathlib import Path

from desktop.shell.start_error import QT_TRANSLATE_NOOP, StartError

_MISSING = re.compile(r"(lib[\w.+-]+?)\.so(?:\.(\d+))?\b[^:]*: cannot open shared object file")
# Debian's names that do not follow from those of the libraries.
_PACKAGES = {"libz": "zlib1g", "libglib-2.0": "libglib2.0-0", "libgthread-2.0": "libglib2.0-0"}
_WAYLAND = "wayland"


def missing_library(error: Exception) -> StartError:
    """Return what to tell about a failure to load Qt.

    Args:
        error: What Python or the system's loader said.
    """
    found = _MISSING.search(str(error))
    if found is None:
        return StartError(
            QT_TRANSLATE_NOOP(
                "Start", "Qt cannot be loaded ({error}); `make run` installs what it needs."
            ),
            error=error,
        )
    return StartError(
        QT_TRANSLATE_NOOP(
            "Start",
            "Qt needs the system library {library}, which is not installed; on Debian and Ubuntu: "
            "sudo apt-get install {package}. `make run` sees to all that it needs.",
        ),
        library=f"{found[1]}.so" + (f".{found[2]}" if found[2] else ""),
        package=package_of(found[1], found[2] or ""),
    )


def package_of(name: str, version: str) -> str:
    """Return Debian's package of a library, such as libxcb-cursor0.

    Args:
        name: Its name before ``.so``.
        version: The number behind it.
    """
    if name in _PACKAGES:
        return _PACKAGES[name]
    joint = "-" if name[-1].isdigit() else ""
    return f"{name}{joint}{version}".lower().replace("_", "-")


def check_platform_plugin(folder: Path, wanted: str) -> None:
    """Load the plugin by which Qt will talk to the screen, which it would abort over.

    It stays loaded, so that Qt, which takes it next, loses no time.

    Args:
        folder: Where Qt keeps its plugins.
        wanted: What ``QT_QPA_PLATFORM`` says, perhaps several platforms separated by semicolons.

    Raises:
        StartError: Qt has no such platform, or a library that it needs is missing.
    """
    problems = []
    for entry in wanted.split(";"):
        problem = _plugin_problem(folder / "platforms", entry.split(":")[0])
        if problem is None:
            return
        problems.append(problem)
    raise problems[0]


def _plugin_problem(folder: Path, name: str) -> StartError | None:
    path = folder / f"libq{_WAYLAND if name.startswith(_WAYLAND) else name}.so"
    if path.exists():
        try:
            ctypes.CDLL(str(path))
        except OSError as error:
            return missing_library(error)
        return None
    if os.environ.get("QT_QPA_PLATFORM_PLUGIN_PATH") or os.environ.get("QT_PLUGIN_PATH"):
        # It may lie where the user says.
        return None
    known = sorted(each.stem.removeprefix("libq") for each in folder.glob("libq*.so"))
    return StartError(
        QT_TRANSLATE_NOOP(
            "Start",
            "QT_QPA_PLATFORM names the platform {name}, which is none of Qt’s here: {known}.",
        ),
        name=name,
        known=", ".join(known),
    )
