"""A library that Qt misses is named with the package that brings it, instead of a core dump."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtCore import QLibraryInfo

from desktop.shell.start_error import StartError
from desktop.shell.system_libraries import check_platform_plugin, missing_library, package_of
from tests.support.sources import ROOT

PLUGINS = Path(QLibraryInfo.path(QLibraryInfo.LibraryPath.PluginsPath))
LIBRARIES = [
    "libEGL.so.1",
    "libGL.so.1",
    "libX11-xcb.so.1",
    "libX11.so.6",
    "libdbus-1.so.3",
    "libfontconfig.so.1",
    "libfreetype.so.6",
    "libglib-2.0.so.0",
    "libwayland-client.so.0",
    "libwayland-cursor.so.0",
    "libwayland-egl.so.1",
    "libxcb-cursor.so.0",
    "libxcb-icccm.so.4",
    "libxcb-image.so.0",
    "libxcb-keysyms.so.1",
    "libxcb-randr.so.0",
    "libxcb-render-util.so.0",
    "libxcb-render.so.0",
    "libxcb-shape.so.0",
    "libxcb-shm.so.0",
    "libxcb-sync.so.1",
    "libxcb-xfixes.so.0",
    "libxcb-xkb.so.1",
    "libxcb.so.1",
    "libxkbcommon-x11.so.0",
    "libxkbcommon.so.0",
    "libz.so.1",
]


@pytest.mark.parametrize("library", LIBRARIES)
def test_the_package_is_one_of_those_that_the_makefile_installs(library: str) -> None:
    name, _, version = library.partition(".so.")
    installed = re.search(r"SYSTEM_PACKAGES := ((?:.*\\\n)*.*)", (ROOT / "Makefile").read_text())
    assert installed is not None
    assert package_of(name, version) in installed[1].replace("\\", " ").split()


def test_what_the_loader_says_becomes_a_sentence() -> None:
    said = "libxcb-cursor.so.0: cannot open shared object file: No such file or directory"
    problem = missing_library(OSError(said))
    assert "libxcb-cursor.so.0" in str(problem)
    assert "apt-get install libxcb-cursor0" in str(problem)
    assert "libxcb-cursor0" in problem.sentence("ko")
    assert "needs" not in problem.sentence("ko")
    assert "cannot be loaded (odd)" in str(missing_library(ImportError("odd")))


def test_a_platform_that_qt_does_not_have_is_refused() -> None:
    check_platform_plugin(PLUGINS, "offscreen")
    check_platform_plugin(PLUGINS, "nonsense;offscreen:option")
    with pytest.raises(StartError, match=r"nonsense.*offscreen"):
        check_platform_plugin(PLUGINS, "nonsense")


def test_a_plugin_whose_library_is_missing_is_refused(tmp_path: Path) -> None:
    folder = tmp_path / "platforms"
    folder.mkdir()
    (folder / "libqxcb.so").write_bytes(b"no library")
    with pytest.raises(StartError, match="cannot be loaded"):
        check_platform_plugin(tmp_path, "xcb")


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="Linux tells of its platforms")
def test_the_program_ends_with_the_sentence_and_not_with_a_core() -> None:
    for platform, word in (("nonsense", "offscreen"), ("wayland", "Wayland")):
        variables = {**os.environ, "QT_QPA_PLATFORM": platform, "XDG_RUNTIME_DIR": "/no/such"}
        for name in ("DISPLAY", "WAYLAND_DISPLAY", "WAYLAND_SOCKET"):
            variables.pop(name, None)
        done = subprocess.run(
            [sys.executable, "-m", "desktop"],
            cwd=ROOT, env=variables, capture_output=True, text=True, timeout=60, check=False,
        )  # fmt: skip
        assert done.returncode == 2
        assert len(done.stderr.splitlines()) == 1
        assert word in done.stderr
