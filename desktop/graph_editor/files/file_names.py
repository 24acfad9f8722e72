"""What a drawing is called, and what its files are suggested to be called."""

from __future__ import annotations

import re
from pathlib import Path

from PySide6.QtCore import QCoreApplication

from desktop.foundation.translation import translate_engine
from engine.drawing.drawing import Drawing

_LONGEST = 40
# Between the short name of an example, such as A2, and what it is about.
_BETWEEN = "·"
_PUNCTUATION = ",;:.!?“”\"'"


def shown_name(drawing: Drawing, path: Path | None) -> str:
    """Return what windows and questions call a drawing: its file, its title, or untitled."""
    if path is not None:
        return path.name
    if drawing.title:
        return translate_engine(drawing.title)
    return QCoreApplication.translate("FileNames", "Untitled")


def suggested_stem(drawing: Drawing, path: Path | None) -> str:
    """Return a file's name without its ending: the other file's, or the title's first words.

    A title goes as far as its words are words: “A2 · 1/(1 + exp(−x))” is the file A2.
    """
    if path is not None:
        return path.stem
    words: list[str] = []
    for word in shown_name(drawing, None).split():
        plain = word.strip(_PUNCTUATION)
        if word == _BETWEEN:
            continue
        if not re.fullmatch(r"[\w-]+", plain) or len("-".join([*words, plain])) > _LONGEST:
            break
        words.append(plain)
    return "-".join(words) or QCoreApplication.translate("FileNames", "Untitled")
