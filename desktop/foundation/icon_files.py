"""Recoloured copies of the shipped icons, under the paths that Qt's style sheets insist on."""

from __future__ import annotations

import struct
from functools import cache

from PySide6.QtCore import QResource

from desktop.foundation import assets

# Qt reads from the bytes it was given for as long as it lives, without copying them.
_registered: list[bytes] = []


@cache
def icon_file(name: str, color: str) -> str:
    """Return the path of an icon drawn in one colour.

    It is a path of Qt's resources, in memory: no folder has to be writable for the program to have
    icons, none is cleared away while it runs, and none is left behind when it is killed.

    Args:
        name: The icon's name, such as ``"play"``.
        color: ``#RRGGBB``; the shipped icons are drawn in ``currentColor``.

    Raises:
        FileNotFoundError: No icon of that name is shipped.
    """
    content = assets.text(f"icons/{name}.svg").replace("currentColor", color)
    path = f"{name}-{color.removeprefix('#')}.svg"
    resource = _resource(path, content.encode())
    _registered.append(resource)
    QResource.registerResourceData(resource, "/icons")
    return f":/icons/{path}"


def _resource(name: str, content: bytes) -> bytes:
    """Return one file in the format of Qt's resource compiler, version 1.

    A header (magic, version, and where tree, data and names begin), then a tree of a root with one
    file, the file's length and bytes, and its name: length, hash and UTF-16. All numbers are in the
    order of the network.
    """
    header_size, node_size = 20, 14
    tree = struct.pack(">IHII", 0, _FOLDER, 1, 1) + struct.pack(">IHHHI", 0, _FILE, 0, _C_LOCALE, 0)
    data = struct.pack(">I", len(content)) + content
    names = struct.pack(">HI", len(name), _hash(name)) + name.encode("utf-16-be")
    data_at = header_size + 2 * node_size
    header = struct.pack(">4sIIII", b"qres", 1, header_size, data_at, data_at + len(data))
    return header + tree + data + names


_FILE, _FOLDER, _C_LOCALE = 0, 2, 1


def _hash(name: str) -> int:
    """Return Qt's hash of a name, the one of Unix's object files."""
    value = 0
    for letter in name:
        value = (value << 4) + ord(letter)
        value ^= (value & 0xF0000000) >> 23
        value &= 0x0FFFFFFF
    return value
