"""Libraries are loaded in the background, in order, and only while they may be."""

from __future__ import annotations

import sys
import threading
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from desktop.tasks.module_loader import ModuleLoader

_SOURCE = "import threading\nthread = threading.get_ident()\n"


@pytest.fixture
def names(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Return the names of two modules that nobody has imported."""
    made = ["first_of_two_libraries", "second_of_two_libraries"]
    for name in made:
        (tmp_path / f"{name}.py").write_text(_SOURCE)
        monkeypatch.delitem(sys.modules, name, raising=False)
    monkeypatch.syspath_prepend(str(tmp_path))
    return made


def test_modules_are_loaded_on_another_thread(qtbot: QtBot, names: list[str]) -> None:
    loader = ModuleLoader(names)
    loader.start(0)
    assert loader.is_running
    qtbot.waitUntil(lambda: not loader.is_running)
    for name in names:
        assert sys.modules.pop(name).thread != threading.get_ident()


def test_a_closed_loader_loads_nothing(qtbot: QtBot, names: list[str]) -> None:
    loader = ModuleLoader(names)
    loader.start(60_000)
    loader.close()
    assert not loader.is_running
    assert not set(names) & set(sys.modules)


def test_a_missing_library_is_left_to_whoever_needs_it(qtbot: QtBot) -> None:
    loader = ModuleLoader(["a_library_that_is_not_there"])
    loader.start(0)
    qtbot.waitUntil(lambda: not loader.is_running)
