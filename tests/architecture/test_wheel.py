"""What is installed: one name, everything in it, and it starts from anywhere."""

from __future__ import annotations

import os
import subprocess
import sys
import sysconfig
import tomllib
import venv
import zipfile
from pathlib import Path

import pytest
from PySide6.QtGui import QImage

from tests.support.sources import ROOT


def _run(*command: str | Path, cwd: Path) -> subprocess.CompletedProcess[str]:
    environment = {key: value for key, value in os.environ.items() if key != "PYTHONPATH"}
    return subprocess.run(
        [str(part) for part in command],
        cwd=cwd,
        env=environment | {"QT_QPA_PLATFORM": "offscreen"},
        capture_output=True,
        text=True,
        check=False,
        timeout=100,
    )


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("wheel")
    built = _run(
        *(sys.executable, "-m", "build", "--wheel", "--no-isolation", "--outdir", folder, ROOT),
        cwd=folder,
    )
    assert built.returncode == 0, built.stdout + built.stderr
    return next(folder.glob("*.whl"))


@pytest.fixture(scope="module")
def installed(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Install the wheel into a fresh environment and return its folder of commands.

    The environment borrows this one's dependencies by a path file: copying Qt takes long, and
    proves nothing about the wheel.
    """
    folder = tmp_path_factory.mktemp("environment")
    venv.create(folder, with_pip=False)
    scheme = {"base": str(folder), "platbase": str(folder)}
    library = Path(sysconfig.get_path("purelib", "venv", scheme))
    (library / "borrowed.pth").write_text(sysconfig.get_path("purelib"), encoding="utf-8")
    commands = Path(sysconfig.get_path("scripts", "venv", scheme))
    pip = (sys.executable, "-m", "pip", "--python", commands / "python", "--quiet")
    done = _run(*pip, "install", "--no-deps", "--no-index", wheel, cwd=folder)
    assert done.returncode == 0, done.stderr
    return commands


def test_the_wheel_has_one_top_level_name(wheel: Path) -> None:
    with zipfile.ZipFile(wheel) as archive:
        names = archive.namelist()
    tops = {name.partition("/")[0] for name in names}
    assert {top for top in tops if not top.endswith(".dist-info")} == {"wiregrad"}
    inside = {name.split("/")[2] for name in names if name.startswith("wiregrad/_app/")}
    assert inside == {"engine", "desktop", "resources"}


def test_the_wheel_holds_every_file_the_application_reads(wheel: Path) -> None:
    with zipfile.ZipFile(wheel) as archive:
        packed = set(archive.namelist())
    left_at_home = {"resources/screenshots", "desktop/launcher"}
    needed = {
        path.relative_to(ROOT).as_posix()
        for folder in ("engine", "desktop", "resources")
        for path in (ROOT / folder).rglob("*")
        if path.is_file() and path.suffix not in {".pyc", ".ts"}
    }
    needed = {name for name in needed if not name.startswith(tuple(left_at_home))}
    assert {name for name in needed if f"wiregrad/_app/{name}" not in packed} == set()
    assert not [name for name in packed if name.endswith((".ts", ".pyc"))]
    assert any(name.endswith("licenses/LICENSE") for name in packed)


def test_the_installed_command_tells_its_version(installed: Path, tmp_path: Path) -> None:
    result = _run(installed / "wiregrad", "--version", cwd=tmp_path)
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    assert (result.returncode, result.stderr) == (0, "")
    assert project["version"] in result.stdout


def test_the_installed_application_opens_its_window(installed: Path, tmp_path: Path) -> None:
    picture = tmp_path / "window.png"
    result = _run(installed / "wiregrad", "--screenshot", picture, cwd=tmp_path)
    assert (result.returncode, result.stderr) == (0, "")
    image = QImage(str(picture))
    assert (image.width(), image.height()) == (1440, 900)
    colours = {image.pixel(x, y) for x in range(0, 1440, 16) for y in range(0, 900, 16)}
    assert len(colours) > 10
