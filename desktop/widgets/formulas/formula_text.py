r"""A formula as one line of plain text: what is copied of it, and what a screen reader says.

Its LaTeX would be read letter by letter: "backslash frac". What the typesetter makes of it first, a
tree of what the formula consists of, is written here with the signs that Unicode has.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import lru_cache
from xml.etree import ElementTree

from desktop.widgets.formulas.typesetter import mathml_of

# A longer one is told as it stands.
_LONGEST = 2_000
_SUPERSCRIPTS = str.maketrans("0123456789+−-()ni", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁻⁽⁾ⁿⁱ")
_SUBSCRIPTS = str.maketrans("0123456789+−-()aeijkmnoprstux", "₀₁₂₃₄₅₆₇₈₉₊₋₋₍₎ₐₑᵢⱼₖₘₙₒₚᵣₛₜᵤₓ")
_SPACED = frozenset("=+−-±·×÷≈≠<>≤≥→←↦∈∝≡⇒⇔∘⊙")
_OPENING = frozenset("([{|⟨")
# What stands over a letter, as the sign that joins the letter before it.
_ACCENTS = {"^": "\u0302", "¯": "\u0304", "‾": "\u0304", "~": "\u0303", "˜": "\u0303"}
_ACCENTS |= {"→": "\u20d7", "⃗": "\u20d7", "˙": "\u0307", "\u0302": "\u0302", "\u0303": "\u0303"}
_INVISIBLE = str.maketrans("", "", "\u2061\u2062\u2063\u2064")


@lru_cache(maxsize=512)
def formula_text(latex: str) -> str:
    r"""Return a formula as plain text, or its LaTeX where it cannot be read.

    Example:
        >>> formula_text(r"\frac{\partial f}{\partial z} = x_1^2")
        '∂f/∂z = x₁²'
    """
    if len(latex) > _LONGEST:
        return latex
    try:
        return " ".join(_text(mathml_of(latex)).split())
    except Exception:  # noqa: BLE001 - the parser raises whatever it stumbles on
        return latex


def _text(node: ElementTree.Element) -> str:
    write = _WRITTEN.get(_tag(node))
    return write(node) if write is not None else _row(list(node))


def _tag(node: ElementTree.Element) -> str:
    return node.tag.rpartition("}")[2]


def _row(nodes: list[ElementTree.Element]) -> str:
    return "".join(_spaced(nodes))


def _spaced(nodes: list[ElementTree.Element]) -> Iterator[str]:
    """Yield the parts of a row, with spaces round what joins two of them."""
    before, was_word = "", False
    for node in nodes:
        text = _text(node)
        is_word = _tag(node) == "mi" and len(text) > 1
        if _tag(node) == "mo" and text in _SPACED and not _is_sign(text, before):
            text = f" {text} "
        elif text == ",":
            text = ", "
        elif was_word and text[:1].isalnum():
            # A function and what it is of: ln 2.
            text = f" {text}"
        elif is_word and before[-1:].isalnum():
            text = f" {text}"
        yield text
        before, was_word = text or before, is_word


def _is_sign(text: str, before: str) -> bool:
    """Tell a minus before a number from one between two."""
    stripped = before.strip()
    return text in "+−-±" and (not stripped or stripped[-1] in _SPACED | _OPENING | {","})


def _leaf(node: ElementTree.Element) -> str:
    return (node.text or "").translate(_INVISIBLE)


def _words(node: ElementTree.Element) -> str:
    return f" {node.text or ''} "


def _fraction(node: ElementTree.Element) -> str:
    above, below = (_grouped(_text(part)) for part in node)
    return f"{above}/{below}"


def _grouped(text: str) -> str:
    """Return a part in brackets where it would fall apart without."""
    inner = text.strip()
    is_whole = not any(sign in inner for sign in " /,") or _is_bracketed(inner)
    return inner if is_whole else f"({inner})"


def _is_bracketed(text: str) -> bool:
    """Tell whether the first bracket is closed by the last sign and not before."""
    if not (text.startswith("(") and text.endswith(")")):
        return False
    depth = 0
    for place, sign in enumerate(text):
        depth += (sign == "(") - (sign == ")")
        if depth == 0:
            return place == len(text) - 1
    return False


def _raised(text: str) -> str:
    if text in ("′", "″", "⊤"):
        return "ᵀ" if text == "⊤" else text
    squeezed = text.replace(" ", "")
    if all(ord(sign) in _SUPERSCRIPTS for sign in squeezed):
        return squeezed.translate(_SUPERSCRIPTS)
    return "ᵀ" if squeezed == "T" else f"^{_grouped(text)}"


def _lowered(text: str) -> str:
    squeezed = text.replace(" ", "")
    if all(ord(sign) in _SUBSCRIPTS for sign in squeezed):
        return squeezed.translate(_SUBSCRIPTS)
    return f"_{_grouped(text)}"


def _superscript(node: ElementTree.Element) -> str:
    base, above = node
    return _text(base) + _raised(_text(above))


def _subscript(node: ElementTree.Element) -> str:
    base, below = node
    return _text(base) + _lowered(_text(below))


def _both(node: ElementTree.Element) -> str:
    base, below, above = node
    return _text(base) + _lowered(_text(below)) + _raised(_text(above))


def _over(node: ElementTree.Element) -> str:
    base, above = node
    accent = _ACCENTS.get(_text(above))
    return _text(base) + accent if accent else f"{_text(base)}{_raised(_text(above))}"


def _root(node: ElementTree.Element) -> str:
    return f"√{_grouped(_row(list(node)))}"


def _other_root(node: ElementTree.Element) -> str:
    base, degree = node
    return f"{_raised(_text(degree))}√{_grouped(_text(base))}"


def _table(node: ElementTree.Element) -> str:
    return "; ".join(", ".join(_row(list(cell)).strip() for cell in row) for row in node)


_WRITTEN: dict[str, Callable[[ElementTree.Element], str]] = {
    "mi": _leaf,
    "mn": _leaf,
    "mo": _leaf,
    "mtext": _words,
    "mspace": lambda _: " ",
    "mfrac": _fraction,
    "msup": _superscript,
    "msub": _subscript,
    "msubsup": _both,
    "munderover": _both,
    "munder": _subscript,
    "mover": _over,
    "msqrt": _root,
    "mroot": _other_root,
    "mtable": _table,
}
