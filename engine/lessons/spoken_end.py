r"""How a text with Markdown and LaTeX ends when it is read aloud, for the particle behind it."""

from __future__ import annotations

import re

# As much as the last word, number or formula takes.
_LONGEST = 200
_MARKS = {"hat": "\u0302", "bar": "\u0304", "tilde": "\u0303", "dot": "\u0307"}
_ACCENT = re.compile(r"\\(hat|bar|tilde|dot)\s*\{?\s*(\\?[A-Za-z]+)\s*\}?")
_NUMBER = r"\{\s*([\d.]+)\s*\}"
_FRACTION = re.compile(rf"\\[dt]?frac\s*{_NUMBER}\s*{_NUMBER}")
# What is read as a power, 제곱; a transpose and a star are read as letters and signs are.
_POWER = re.compile(r"\^\s*(?:\{\s*[^{}T*\\]*\s*\}|[^{}T*\\\s])")
# Commands that are not read: they place what is read.
_SILENT = re.compile(
    r"\\(?:left|right|big|Big|bigg|Bigg|quad|qquad|limits|displaystyle|[,;:! ])(?![a-z])"
)
_TRANSPOSED = re.compile(r"\^\s*\{?\s*(?:T|\\top)\s*\}?")
_TRAILING_STARS = re.compile(r"[*_`~]+$")


def spoken_end(text: str) -> str:
    r"""Return a text so that its last sound can be told: without marks, dollars and braces.

    Example:
        >>> spoken_end(r"**$f = (x + y)\cdot z$**"), spoken_end(r"$x^{2}$")
        ('f = (x + y)cdot z', 'x²')
    """
    plain = _TRAILING_STARS.sub("", text[-_LONGEST:])
    if plain.endswith("$"):
        return _spoken_formula(plain.rstrip("$").rpartition("$")[2])
    return plain.replace("\\", "")


def _spoken_formula(latex: str) -> str:
    latex = _SILENT.sub("", latex)
    latex = _FRACTION.sub(r"\1/\2", latex)
    latex = _ACCENT.sub(lambda match: match[2].lstrip("\\") + _MARKS[match[1]], latex)
    latex = _TRANSPOSED.sub(" T", latex)
    latex = _POWER.sub("²", latex)
    latex = latex.replace("'", "′").replace(r"\prime", "′").replace(r"\top", "T")
    return re.sub(r"[{}\\$]", "", latex)
