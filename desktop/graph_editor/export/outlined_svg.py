"""Letters of an SVG picture as outlines, so that it looks the same where the fonts are missing."""

from __future__ import annotations

from functools import lru_cache
from xml.etree import ElementTree

from PySide6.QtGui import QFont, QPainterPath

_SVG = "http://www.w3.org/2000/svg"
_MOVE = QPainterPath.ElementType.MoveToElement
_LINE = QPainterPath.ElementType.LineToElement
_CURVE = QPainterPath.ElementType.CurveToElement


def with_outlines(svg: bytes) -> bytes:
    """Return an SVG picture whose texts are paths; what they say stays in their labels.

    Args:
        svg: What Qt's generator writes: each text an element with its place and its font.
    """
    ElementTree.register_namespace("", _SVG)
    ElementTree.register_namespace("xlink", "http://www.w3.org/1999/xlink")
    # The picture is this program's own, so that nothing hostile can be in it.
    root = ElementTree.fromstring(svg)
    for parent in root.iter():
        for place, child in enumerate(list(parent)):
            if child.tag == f"{{{_SVG}}}text":
                parent[place] = _outline(child)
    return bytes(ElementTree.tostring(root, encoding="UTF-8", xml_declaration=True))


def _outline(text: ElementTree.Element) -> ElementTree.Element:
    content = text.text or ""
    path = ElementTree.Element(f"{{{_SVG}}}path")
    path.set("transform", f"translate({text.get('x', '0')},{text.get('y', '0')})")
    path.set("fill", text.attrib["fill"])
    path.set("fill-opacity", text.get("fill-opacity", "1"))
    path.set("fill-rule", "nonzero")
    path.set("stroke", "none")
    path.set("aria-label", content)
    path.set(
        "d",
        _letters(
            content,
            text.get("font-family", ""),
            float(text.get("font-size", "14")),
            int(text.get("font-weight", "400")),
            text.get("font-style") == "italic",
        ),
    )
    return path


@lru_cache(maxsize=1024)
def _letters(text: str, families: str, size: float, weight: int, is_italic: bool) -> str:
    font = QFont()
    font.setFamilies([family.strip("' ") for family in families.split(",")])
    font.setPixelSize(max(1, round(size)))
    font.setWeight(QFont.Weight(weight))
    font.setItalic(is_italic)
    # As everywhere in the program: digits of equal width.
    font.setFeature(QFont.Tag("tnum"), 1)
    path = QPainterPath()
    path.addText(0.0, 0.0, font, text)
    return _commands(path)


def _commands(path: QPainterPath) -> str:
    parts: list[str] = []
    for index in range(path.elementCount()):
        element = path.elementAt(index)
        point = f"{element.x:.3f},{element.y:.3f}"
        # The two points after a curve's first one belong to it and have no sign of their own.
        sign = {_MOVE: "M", _LINE: "L", _CURVE: "C"}.get(element.type, "")
        parts.append(f"{sign}{point}")
    return " ".join(parts)
