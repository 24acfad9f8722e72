"""The project's own Python files, parsed: what tests about the code as a whole read."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, cached_property
from pathlib import Path

ROOT = Path(__file__).parents[2]
PACKAGES = ("engine", "desktop", "resources", "tests")


@dataclass(frozen=True)
class Source:
    """One file: its path inside the project and its contents."""

    path: Path

    @property
    def name(self) -> str:
        """The path with forward slashes, such as ``engine/arrays.py``."""
        return self.path.relative_to(ROOT).as_posix()

    @cached_property
    def text(self) -> str:
        """The whole file."""
        return self.path.read_text(encoding="utf-8")

    @property
    def tree(self) -> ast.Module:
        """The syntax tree, parsed for the one who asks: those of all files fill half a gigabyte."""
        return ast.parse(self.text, self.name)

    @cached_property
    def nodes(self) -> tuple[ast.AST, ...]:
        """Every node of the syntax tree, kept until `forget`."""
        return tuple(ast.walk(self.tree))

    @cached_property
    def imports(self) -> tuple[str, ...]:
        """The full dotted name of everything the file imports."""
        return tuple(self._imports())

    def forget(self) -> None:
        """Keep the nodes no more: whoever asks again parses again."""
        self.__dict__.pop("nodes", None)

    def _imports(self) -> Iterator[str]:
        for node in ast.walk(self.tree):
            if isinstance(node, ast.Import):
                yield from (alias.name for alias in node.names)
            elif isinstance(node, ast.ImportFrom):
                yield from (f"{node.module}.{alias.name}" for alias in node.names)


@cache
def sources(*folders: str) -> tuple[Source, ...]:
    """Return the Python files below these folders of the project, in order of path."""
    found = [path for folder in folders for path in (ROOT / folder).rglob("*.py")]
    return tuple(_source(path) for path in sorted(found) if "__pycache__" not in path.parts)


@cache
def _source(path: Path) -> Source:
    # One for each file, however many folders are asked for.
    return Source(path)
