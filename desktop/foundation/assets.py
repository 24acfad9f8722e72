"""Reads the files shipped in the `resources` package; no other module knows where they lie."""

from __future__ import annotations

from functools import lru_cache
from importlib.resources import files
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from importlib.resources.abc import Traversable


def text(path: str) -> str:
    """Return the UTF-8 text of a shipped file.

    Args:
        path: Path below `resources` with forward slashes, such as ``"themes/light.json"``.

    Raises:
        FileNotFoundError: No such file is shipped.
    """
    return data(path).decode("utf-8")


def data(path: str) -> bytes:
    """Return the bytes of a shipped file (see `text`)."""
    return _root().joinpath(path).read_bytes()


def exists(path: str) -> bool:
    """Tell whether a file of that path is shipped."""
    return _root().joinpath(path).is_file()


def names(folder: str) -> list[str]:
    """Return the sorted names of the files and folders directly inside a shipped folder.

    A folder that does not exist has no names: a kind of asset may be absent altogether.
    """
    entry = _root().joinpath(folder)
    if not entry.is_dir():
        return []
    return sorted(child.name for child in entry.iterdir())


@lru_cache(maxsize=1)
def _root() -> Traversable:
    return files("resources")
