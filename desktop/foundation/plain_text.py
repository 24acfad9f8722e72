"""Text of people and files on its way into Qt, which guesses whether a text is markup.

A tooltip, a What's This or a label that holds ``<img src=…>`` would open the file that it names; an
ampersand in a menu would underline the letter after it. What people and files say is shown as it
stands: these functions and `desktop.foundation.plain_label` are the ways in, and
``tests/architecture/test_plain_text.py`` finds who goes round them.
"""

from __future__ import annotations

import re
from html import escape

from PySide6.QtGui import Qt

from engine.quoting import LONGEST_SENTENCE, clip, quote

_LONGEST_ENTRY = 80
_BREAK = "\N{ZERO WIDTH SPACE}"
_LONG_WORD = re.compile(r"\S{20}(?=\S)")


def plain(text: str) -> str:
    """Return a text for a tooltip, a What's This or a status tip that is shown as it stands."""
    seen = clip(text, LONGEST_SENTENCE).replace("\0", "\N{REPLACEMENT CHARACTER}")
    return f"<qt>{escaped(seen)}</qt>" if Qt.mightBeRichText(seen) else seen


def escaped(text: str) -> str:
    """Return a text to stand between markup of the program's own."""
    return escape(text).replace("\n", "<br>")


def entry_text(text: str) -> str:
    """Return a name for a menu, a button or a tab: on one line, no letter of it a mnemonic."""
    return quote(text, _LONGEST_ENTRY).replace("&", "&&")


def breakable(text: str) -> str:
    """Return a text for a label that breaks lines, where a long word may be broken too."""
    return _LONG_WORD.sub(lambda word: f"{word[0]}{_BREAK}", text)


def window_title(text: str) -> str:
    """Return a name for the title of a window, where ``[*]`` would mark what is not saved."""
    return quote(text, 2 * _LONGEST_ENTRY).replace("[*]", "[*][*]")
