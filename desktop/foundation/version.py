"""The program's version: the checkout's while there is one, otherwise the installed package's."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path


@lru_cache(maxsize=1)
def version() -> str:
    """Return the version as text, such as ``"0.1.0"``."""
    # In a checkout another version may be installed beside it, so the checkout is asked first.
    project = Path(__file__).parents[2] / "pyproject.toml"
    if project.is_file():
        import tomllib

        return str(tomllib.loads(project.read_text(encoding="utf-8"))["project"]["version"])
    from importlib import metadata

    return metadata.version("wiregrad")
