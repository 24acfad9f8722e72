"""Turns the style sheet's template into one of Qt's: colours, scaled lengths, icons."""

from __future__ import annotations

import re
from collections.abc import Mapping

from desktop.foundation.icon_files import icon_file

_COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)
_COLOR = re.compile(r"\{\{(\w+)\}\}")
_LENGTH = re.compile(r"(-?\d+(?:\.\d+)?)dp\b")
_RADIUS = re.compile(r"(border-radius: )(\d+(?:\.\d+)?)dp")
_ICON = re.compile(r"icon\(([\w-]+), (\w+)\)")


def build_style_sheet(template: str, colors: Mapping[str, str], scale: float) -> str:
    """Fill a template in.

    Args:
        template: A style sheet in which ``{{name}}`` stands for a colour, ``12dp`` for twelve
            pixels at a zoom of one, and ``icon(name, color)`` for the path of an icon.
        colors: Colour texts by name.
        scale: The zoom.

    Raises:
        KeyError: The template names a colour that is not among `colors`.
    """
    text = _COMMENT.sub("", template)
    text = _ICON.sub(lambda match: icon_file(match[1], colors[match[2]]), text)
    # A radius above half the size makes Qt draw a square, so it is never rounded up.
    text = _RADIUS.sub(lambda match: f"{match[1]}{int(float(match[2]) * scale)}px", text)
    text = _COLOR.sub(lambda match: colors[match[1]], text)
    return _LENGTH.sub(lambda match: f"{round(float(match[1]) * scale)}px", text)
