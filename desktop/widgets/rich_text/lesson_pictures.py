"""Pictures of a text: SVG that draws, and that neither opens anything nor runs anything."""

from __future__ import annotations

from xml.etree import ElementTree

from PySide6.QtCore import QByteArray
from PySide6.QtSvg import QSvgRenderer

LARGEST = 300_000
_REFUSED = frozenset({"script", "foreignObject", "image", "feImage", "animate", "set", "style"})


def picture_renderer(svg: str, colour: str) -> QSvgRenderer | None:
    """Return what paints a picture, or None where it is none, or does more than draw.

    Args:
        svg: The file's text.
        colour: What ``currentColor`` stands for, as ``#rrggbb``.
    """
    if not is_harmless(svg):
        return None
    renderer = QSvgRenderer(QByteArray(svg.replace("currentColor", colour).encode()))
    has_size = renderer.isValid() and not renderer.viewBoxF().isEmpty()
    return renderer if has_size else None


def is_harmless(svg: str) -> bool:
    """Tell whether a picture only draws what stands in it, and not without end."""
    # Entities can grow to any length, so they are refused before anything is read.
    if len(svg) > LARGEST or "<!DOCTYPE" in svg or "<!ENTITY" in svg:
        return False
    try:
        root = ElementTree.fromstring(svg)
    except ElementTree.ParseError:
        return False
    elements = list(root.iter())
    return all(map(_only_draws, elements)) and not _nests_copies(elements)


def _only_draws(element: ElementTree.Element) -> bool:
    if _tag(element) in _REFUSED:
        return False
    for name, value in element.attrib.items():
        is_address = name.rpartition("}")[2] == "href"
        if is_address and not value.startswith("#"):
            return False
        if "url(" in value and "url(#" not in value.replace(" ", "").replace('"', ""):
            return False
        if name.lower().startswith("on"):
            return False
    return True


def _nests_copies(elements: list[ElementTree.Element]) -> bool:
    """Tell whether something that is copied holds copies itself: ten deep it would be billions."""
    copied = {
        value.lstrip("#")
        for element in elements
        if _tag(element) == "use"
        for name, value in element.attrib.items()
        if name.rpartition("}")[2] == "href"
    }
    return any(
        element.attrib.get("id") in copied and any(_tag(part) == "use" for part in element.iter())
        for element in elements
    )


def _tag(element: ElementTree.Element) -> str:
    # Comments have a function in place of a name.
    return str(element.tag).rpartition("}")[2]
