"""Icons need no folder that could be written: Qt reads each from memory, in its colour."""

from __future__ import annotations

import tempfile
from pathlib import Path

import pytest
from PySide6.QtCore import QFile
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QApplication

from desktop.foundation import assets
from desktop.foundation.icon_files import icon_file

NAMES = [name.removesuffix(".svg") for name in assets.names("icons") if name.endswith(".svg")]


@pytest.mark.parametrize("name", NAMES)
def test_qt_finds_every_icon_in_the_colours_asked_for(qapp: QApplication, name: str) -> None:
    shipped = assets.text(f"icons/{name}.svg")
    for color in ("#123456", "#abcdef"):
        file = QFile(icon_file(name, color))
        assert file.open(QFile.OpenModeFlag.ReadOnly)
        assert bytes(file.readAll().data()).decode() == shipped.replace("currentColor", color)
        picture = QIcon(icon_file(name, color)).pixmap(48, 48).toImage()
        seen = {
            picture.pixelColor(x, y).name()
            for x in range(picture.width())
            for y in range(picture.height())
            if picture.pixelColor(x, y).alpha() == 255
        }
        assert color in seen


def test_the_same_icon_has_one_path() -> None:
    assert icon_file("play", "#123456") == icon_file("play", "#123456")
    assert icon_file("play", "#123456") != icon_file("play", "#123457")


def test_nothing_is_written(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path / "no such folder"))
    assert QFile.exists(icon_file("play", "#765432"))


def test_an_icon_that_is_not_shipped_is_refused() -> None:
    with pytest.raises(FileNotFoundError):
        icon_file("no such icon", "#000000")
