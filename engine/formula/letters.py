"""What keyboards lack and papers have: signs in other shapes, raised and lowered letters, ½."""

from __future__ import annotations

import unicodedata

from engine.graph.name_letters import PRIME, SAME_LETTERS

_FULL_WIDTH = {code: chr(code - 0xFEE0) for code in range(0xFF01, 0xFF5F)}
_SIGNS = {
    "-": "−‐‑‒–—―﹣⁃˗﹘➖",
    "+": "﹢➕",
    "*": "×·⋅∙∗⊙∘⨯✕✖⋆•‧・⨀ㆍᆞ\u2062",
    "/": "÷∕⁄➗",
    "^": "↑",
    "≤": "⩽≦",
    "≥": "⩾≧",
    "|": "∣❘",
    "‖": "∥",
    PRIME: "’‘´ʹʼ‵'",
    "(": "❨",
    ")": "❩",
    "Σ": "∑",
    "Π": "∏",
    # What is not seen parts words as a space does.
    " ": "\u200b\u200c\u200d\u2060\u2061\u2063\u2064\ufeff\u00ad\u3000",
}
_PLAIN = {ord(sign): plain for plain, signs in _SIGNS.items() for sign in signs}

# Sign for sign, so that every place in the text stays where it is.
PLAIN_SIGNS: dict[int, str] = {**_FULL_WIDTH, **_PLAIN, **SAME_LETTERS}

RAISED: dict[str, str] = {
    **dict(zip("⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁼⁽⁾", "0123456789+-=()", strict=True)),
    **dict(zip("ᵃᵇᶜᵈᵉᶠᵍʰⁱʲᵏˡᵐⁿᵒᵖʳˢᵗᵘᵛʷˣʸᶻ", "abcdefghijklmnoprstuvwxyz", strict=True)),
    **dict(zip("ᵀᵝᵞᵟ", "Tβγδ", strict=True)),
    "⊤": "T",
}
LOWERED: dict[str, str] = {
    **dict(zip("₀₁₂₃₄₅₆₇₈₉", "0123456789", strict=True)),
    **dict(zip("ₐₑₕᵢⱼₖₗₘₙₒₚᵣₛₜᵤᵥₓ", "aehijklmnoprstuvx", strict=True)),
    **dict(zip("₊₋₌₍₎", "_____", strict=True)),
    **dict(zip("ᵦᵧᵨᵩᵪ", "βγρφχ", strict=True)),
}
# ½ is a half: its Unicode decomposition is 1⁄2.
FRACTIONS: dict[str, float] = {sign: unicodedata.numeric(sign) for sign in "½⅓⅔¼¾⅕⅖⅗⅘⅙⅚⅐⅛⅜⅝⅞⅑⅒"}
# Letters to Python, and something else to people.
NO_LETTERS = frozenset({*map(chr, _PLAIN), *map(chr, _FULL_WIDTH), *RAISED, *LOWERED})


def in_plain_signs(text: str) -> str:
    """Return a text of the same length whose signs are those of a keyboard.

    Example:
        >>> in_plain_signs("（x−１）·ｙ")
        '(x-1)*y'
    """
    return text if text.isascii() else text.translate(PLAIN_SIGNS)
