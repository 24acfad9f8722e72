"""Recoloured copies of the shipped icons, as the files that Qt's style sheets insist on."""

from __future__ import annotations

import atexit
from functools import lru_cache
from pathlib import Path
from tempfile import TemporaryDirectory

from desktop.foundation import assets


@lru_cache(maxsize=512)
def icon_file(name: str, color: str) -> str:
    """Return the path of an icon drawn in one colour, with forward slashes.

    Args:
        name: The icon's name, such as ``"play"``.
        color: ``#RRGGBB``; the shipped icons are drawn in ``currentColor``.

    Raises:
        FileNotFoundError: No icon of that name is shipped.
    """
    content = assets.text(f"icons/{name}.svg").replace("currentColor", color)
    path = Path(_folder().name) / f"{name}-{color.removeprefix('#')}.svg"
    path.write_text(content, encoding="utf-8")
    return path.as_posix()


@lru_cache(maxsize=1)
def _folder() -> TemporaryDirectory[str]:
    folder = TemporaryDirectory(prefix="wiregrad-icons-")
    # Left to itself it would be removed as well, but with a warning.
    atexit.register(folder.cleanup)
    return folder
