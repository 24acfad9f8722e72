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

    @cached_property
    def tree(self) -> ast.Module:
        """The syntax tree."""
        return ast.parse(self.text, self.name)

    @cached_property
    def nodes(self) -> tuple[ast.AST, ...]:
        """Every node of the syntax tree."""
        return tuple(ast.walk(self.tree))

    def imports(self) -> Iterator[str]:
        """Yield the full dotted name of everything the file imports."""
        for node in self.nodes:
            if isinstance(node, ast.Import):
                yield from (alias.name for alias in node.names)
            elif isinstance(node, ast.ImportFrom):
                yield from (f"{node.module}.{alias.name}" for alias in node.names)


@cache
def sources(*folders: str) -> tuple[Source, ...]:
    """Return the Python files below these folders of the project, in order of path."""
    found = [path for folder in folders for path in (ROOT / folder).rglob("*.py")]
    return tuple(Source(path) for path in sorted(found) if "__pycache__" not in path.parts)
