"""Files are read where only regular ones are, and only up to a limit."""

from __future__ import annotations

import ast

from tests.support.sources import sources

# The reader, the program's own files, and those that a writer locks, which it opens to write and
# checks as the reader does.
HOMES = {
    "desktop/foundation/assets.py",
    "desktop/files/part_files.py",
    "desktop/foundation/version.py",
    "engine/regular_file.py",
}
READING = {"read_bytes", "read_text"}
# NumPy's readers, and Qt's, which would open whatever a name leads to.
OPENING = {
    "QFile",
    "QImageReader",
    "fromfile",
    "genfromtxt",
    "loadtxt",
    "memmap",
}


def test_only_one_place_reads_files_that_people_name() -> None:
    found = [
        f"{source.name}:{call.lineno}: {ast.unparse(call.func)}"
        for source in sources("engine", "desktop")
        if source.name not in HOMES
        for call in source.nodes
        if isinstance(call, ast.Call) and _reads(call)
    ]
    assert found == [], "read it by engine.regular_file"


def _reads(call: ast.Call) -> bool:
    if isinstance(call.func, ast.Name):
        # `read_text` and `read_bytes` by themselves are the reader's own.
        return call.func.id in {"open", *OPENING}
    if not isinstance(call.func, ast.Attribute):
        return False
    owner, name = ast.unparse(call.func.value), call.func.attr
    if name in READING or name in OPENING:
        return True
    if name == "load":
        return owner in {"np", "numpy", "json", "pickle"}
    if name == "open":
        # Dialogs, editors and buffers are opened too; a path, a module of files or a system call
        # opens a file.
        return owner in {"io", "os", "codecs", "gzip"} or "path" in owner.lower()
    return name in {"QImage", "QPixmap"} and bool(call.args)
