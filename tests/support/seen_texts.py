"""What a person sees, points at or hears of a page: the texts of what is visible, and painted."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

import numpy as np
from PySide6.QtWidgets import QApplication, QWidget

from engine.arrays import Array
from tests.support.shown_texts import painted_texts, texts_of

_FEWEST_DIGITS, _MOST_DIGITS = 3, 16


def seen_texts(page: QWidget) -> set[str]:
    """Return the texts, tips and names of all visible parts, and what is painted."""
    with painted_texts() as painted:
        page.window().repaint()
        QApplication.processEvents()
    seen = [page, *(part for part in page.findChildren(QWidget) if part.isVisibleTo(page))]
    return {*painted, *(text for part in seen for text in texts_of(part))}


def leaks(texts: Iterable[str], hidden: Iterable[float | Array]) -> dict[str, str]:
    """Return the texts that tell one of some numbers, each with that number's spelling."""
    wanted = {
        spelling for item in hidden for number in np.ravel(item) for spelling in _spellings(number)
    }
    spelled = "|".join(re.escape(text) for text in sorted(wanted))
    pattern = re.compile(rf"(?<![\d.])(?:{spelled})(?!\d)")
    return {text: match[0] for text in texts if (match := pattern.search(text))}


def _spellings(number: float) -> Iterator[str]:
    for digits in range(_FEWEST_DIGITS, _MOST_DIGITS + 1):
        for text in (f"{abs(number):.{digits}g}", f"{abs(number):.{digits - 1}f}"):
            if len(text.replace(".", "").lstrip("0")) >= _FEWEST_DIGITS:
                yield text
