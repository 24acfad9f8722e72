"""Who may import whom, and what the engine must never load."""

from __future__ import annotations

import ast
import json
import subprocess
import sys
from collections.abc import Container, Iterator
from graphlib import TopologicalSorter
from pathlib import Path

import pytest

from tests.support.sources import ROOT, Source, sources

LOAD_THE_ENGINE = """
import importlib, json, pkgutil, sys
import engine
for module in pkgutil.walk_packages(engine.__path__, "engine."):
    if not module.name.endswith("__main__"):
        importlib.import_module(module.name)
print(json.dumps(sorted({name.partition(".")[0] for name in sys.modules})))
"""

# Each of these has one home; everything else asks that home.
HOMES = {
    "PySide6.QtCore.QSettings": ("desktop/foundation/settings",),
    "PySide6.QtCore.QStandardPaths": ("desktop/files/",),
    "PySide6.QtWidgets.QFileDialog": ("desktop/files/",),
    "PySide6.QtSvg.QSvgGenerator": ("desktop/files/",),
    "PySide6.QtGui.QPdfWriter": ("desktop/files/",),
    "PySide6.QtCore.QThread": ("desktop/tasks/",),
    "PySide6.QtCore.QThreadPool": ("desktop/tasks/",),
    "importlib.resources": ("desktop/foundation/assets",),
    "ziamath": ("desktop/widgets/",),
    "ziafont": ("desktop/widgets/",),
    "markdown_it": ("desktop/widgets/rich_text/",),
    "mdit_py_plugins": ("desktop/widgets/rich_text/",),
    "PIL": ("desktop/optimizers/files/",),
    "pyqtgraph": (
        "desktop/widgets/",
        "desktop/activations/",
        "desktop/optimizers/",
        "desktop/training/",
    ),
}


def test_the_floors_of_the_house_hold() -> None:
    result = subprocess.run(
        [Path(sys.executable).with_name("lint-imports"), "--no-cache"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    assert result.returncode == 0, result.stdout


def test_the_engine_loads_numpy_and_nothing_else() -> None:
    result = subprocess.run(
        [sys.executable, "-c", LOAD_THE_ENGINE],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=True,
    )
    loaded = set(json.loads(result.stdout))
    assert loaded.isdisjoint({"PySide6", "shiboken6", "pyqtgraph", "ziamath", "desktop"})
    assert result.stderr == ""


def test_the_engine_names_only_the_standard_library_and_numpy() -> None:
    allowed = {*sys.stdlib_module_names, "numpy", "engine"}
    foreign = [
        f"{source.name}: {name}"
        for source in sources("engine")
        for name in source.imports
        if name.partition(".")[0] not in allowed
    ]
    assert foreign == []


def test_no_module_leads_back_to_itself_while_it_is_loaded() -> None:
    """Two threads that load modules which import each other could see them half made."""
    files = {_module(source.name): source for source in sources("engine", "desktop")}
    imports = {name: _loaded_with(source, files) for name, source in files.items()}
    # Raises CycleError, which names the modules.
    assert len(list(TopologicalSorter(imports).static_order())) == len(files)


@pytest.mark.parametrize("name", HOMES)
def test_each_of_these_is_used_in_its_home_only(name: str) -> None:
    strangers = [
        source.name
        for source in sources("engine", "desktop")
        if not source.name.startswith(HOMES[name]) and _imports(source, name)
    ]
    assert strangers == []


# Calls that put bytes into a file, or ask where, and who may: the writer of whole files, the icons
# of a style sheet in a temporary folder, a picture for a pipe that the command line names, and the
# files that the engine's command line makes.
WRITING = {
    "getSaveFileName": (),
    "write_bytes": ("desktop/shell/picture", "engine/command_line/lesson_parts/writing"),
    "write_text": ("desktop/foundation/icon_files",),
    "fdopen": (),
}


@pytest.mark.parametrize("call", WRITING)
def test_files_are_written_and_asked_for_in_one_way(call: str) -> None:
    strangers = [
        source.name
        for source in sources("engine", "desktop")
        if not source.name.startswith(WRITING[call] or ("nobody",))
        and any(isinstance(node, ast.Attribute) and node.attr == call for node in source.nodes)
    ]
    assert strangers == []


def _imports(source: Source, name: str) -> bool:
    return any(imported == name or imported.startswith(name + ".") for imported in source.imports)


def _module(name: str) -> str:
    return name.removesuffix(".py").removesuffix("/__init__").replace("/", ".")


def _loaded_with(source: Source, modules: Container[str]) -> set[str]:
    """Return the modules that a module imports as it is loaded, not in a function or for types."""
    found = set()
    for node in _run_when_loaded(source.tree.body):
        if isinstance(node, ast.ImportFrom) and node.module:
            named = {f"{node.module}.{alias.name}" for alias in node.names}
            found |= {name if name in modules else node.module for name in named}
        elif isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
    return {name for name in found if name in modules} - {_module(source.name)}


def _run_when_loaded(body: list[ast.stmt]) -> Iterator[ast.stmt]:
    for node in body:
        if isinstance(node, ast.If) and ast.unparse(node.test) == "TYPE_CHECKING":
            continue
        if not isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            yield node
            yield from _run_when_loaded(
                [child for child in ast.iter_child_nodes(node) if isinstance(child, ast.stmt)]
            )
