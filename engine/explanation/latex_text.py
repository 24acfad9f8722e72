r"""The LaTeX of the explanations as a line of text, for terminals and for whoever computes along.

Nothing is lost but the looks: what a fraction bar or a raised exponent holds together stands in
parentheses, a matrix is written row by row as ``[1, 2; 3, 4]``, and a power of ten as ``3e-5``.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping

_TOKEN = re.compile(r"\\[A-Za-z]+|\\.|[{}^_&]|[0-9]+(?:\.[0-9]+)?|\s+|.")
_ATOM = re.compile(r"[\w.]+|∂\w+|\[[^\[\]]*\]|\w+\([^()]*\)|\([^()]*\)")
_POWER_OF_TEN = re.compile(r" × 10\^(?:\((-?\d+)\)|(\d+))")
_SIGNS: Mapping[str, str] = {
    r"\cdot": "·", r"\odot": "⊙", r"\times": "×", r"\approx": "≈", r"\le": "≤", r"\ge": "≥",
    r"\partial": "∂", r"\nabla": "∇", r"\sum": "Σ", r"\square": "□", r"\infty": "∞",
    r"\to": "→", r"\ne": "≠", r"\prod": "Π", r"\lfloor": "⌊", r"\rfloor": "⌋",
    r"\cdots": "…", r"\vdots": "…", r"\ddots": "…", r"\lVert": "‖", r"\rVert": "‖",
    r"\,": " ", r"\quad": " ", r"\top": "ᵀ", r"\Delta": "Δ", r"\div": "÷", r"\_": "_",
    r"\\": "; ", "&": ", ",
    r"\alpha": "α", r"\beta": "β", r"\gamma": "γ", r"\delta": "δ", r"\epsilon": "ε",
    r"\zeta": "ζ", r"\eta": "η", r"\theta": "θ", r"\iota": "ι", r"\kappa": "κ",
    r"\lambda": "λ", r"\mu": "μ", r"\nu": "ν", r"\xi": "ξ", r"\pi": "π", r"\rho": "ρ",
    r"\sigma": "σ", r"\tau": "τ", r"\upsilon": "υ", r"\phi": "φ", r"\chi": "χ",
    r"\psi": "ψ", r"\omega": "ω", r"\Gamma": "Γ", r"\Theta": "Θ", r"\Lambda": "Λ",
    r"\Xi": "Ξ", r"\Pi": "Π", r"\Sigma": "Σ", r"\Upsilon": "Υ", r"\Phi": "Φ",
    r"\Psi": "Ψ", r"\Omega": "Ω",
}  # fmt: skip
# What brackets as tall as their content are on one line; a dot is none.
_DELIMITERS = {r"\left", r"\right", r"\Big"}
_NO_DELIMITER = "."
_ROOTS = {"3": "∛", "4": "∜"}
_FUNCTIONS = {
    rf"\{name}"
    for name in (
        *("ln", "exp", "sin", "cos", "tan", "sinh", "cosh", "tanh"),
        *("arctan", "arcsin", "arccos"),
    )
}


def latex_text(latex: str) -> str:
    r"""Return a line of LaTeX as text.

    Example:
        >>> latex_text(r"\frac{\partial f}{\partial x} = \frac{1}{2 \sqrt{q_{1}}} \cdot 3")
        '∂f/∂x = 1/(2 √(q1)) · 3'
        >>> latex_text(r"\left[\begin{matrix} 1 & 2 \\ -3 & 4 \end{matrix}\right] {x}^{\top}")
        '[1, 2; −3, 4] xᵀ'
    """
    reader = _Reader(_TOKEN.findall(latex))
    text = re.sub(r"\s+", " ", reader.read()).strip()
    text = re.sub(r"([(\[]) +", r"\1", text)
    text = re.sub(r" +([)\],;])", r"\1", text)
    text = _POWER_OF_TEN.sub(lambda found: f"e{found[1] or found[2]}", text)
    return text.replace("-", "\N{MINUS SIGN}")


class _Reader:
    """Reads tokens from left to right, groups within groups."""

    def __init__(self, tokens: list[str]) -> None:
        self._tokens, self._at = tokens, 0
        self._commands: Mapping[str, Callable[[], str]] = {
            r"\frac": self._fraction,
            r"\sqrt": self._root,
            r"\textcolor": self._colored,
            r"\begin": self._environment,
            r"\mathrm": self._group,
            r"\operatorname": self._group,
            r"\mathbf": self._bold,
            "^": self._raised,
            "_": self._lowered,
            "{": self._braced,
        }

    def read(self, *ends: str) -> str:
        """Return the text up to one of some tokens, which is taken too."""
        text = ""
        while self._at < len(self._tokens):
            token = self._next()
            if token in ends:
                break
            text += self._one(token)
        return text

    def _one(self, token: str) -> str:
        command = self._commands.get(token)
        if command is not None:
            return command()
        if token in _DELIMITERS:
            return self._delimiter()
        return _SIGNS.get(token, token.removeprefix("\\"))

    def _delimiter(self) -> str:
        delimiter = self._next()
        if delimiter == "|":
            # Where something is taken, not how large it is.
            return " |"
        return "" if delimiter == _NO_DELIMITER else self._one(delimiter)

    def _next(self) -> str:
        self._at += 1
        return self._tokens[self._at - 1] if self._at <= len(self._tokens) else ""

    def _skip_spaces(self) -> None:
        while self._at < len(self._tokens) and self._tokens[self._at].isspace():
            self._at += 1

    def _group(self) -> str:
        """Return the next group, or the next token where there is none."""
        self._skip_spaces()
        token = self._next()
        return self.read("}").strip() if token == "{" else self._one(token)

    def _braced(self) -> str:
        return self.read("}").strip()

    def _fraction(self) -> str:
        follows_function = self._follows_function()
        above, below = self._group(), self._group()
        if above.startswith("∂") and below.startswith("∂"):
            return f"{above.replace(' ', '')}/{below.replace(' ', '')}"
        if follows_function:
            # A bar holds a function's argument together: ln (1 − a)/a would be another number.
            return f"({_held(above)}/{_held(below)})"
        # The space keeps what follows from being read as part of the denominator.
        return f"{_held(above)}/{_held(below)} "

    def _follows_function(self) -> bool:
        """Whether what was begun last stands directly behind a function's name."""
        at = self._at - 2
        while at >= 0 and self._tokens[at].isspace():
            at -= 1
        return at >= 0 and self._tokens[at] in _FUNCTIONS

    def _root(self) -> str:
        if self._tokens[self._at : self._at + 1] != ["["]:
            return f"√({self._group()})"
        self._next()
        degree = self.read("]").strip()
        return f"{_ROOTS.get(degree, f'√[{degree}]')}({self._group()})"

    def _colored(self) -> str:
        self._group()
        return self._group()

    def _bold(self) -> str:
        # The indicator and the vector of ones, which the number 1 must not look like.
        return self._group().replace("1", "𝟏")

    def _environment(self) -> str:
        name = self._group()
        text = self.read(r"\end")
        self._group()
        return text if name != "cases" else "{" + text.strip() + "}"

    def _raised(self) -> str:
        text = self._group()
        if "_" in text:
            # The index belongs to what is raised, not to the power.
            return f"^({text})"
        return text if text in {"ᵀ", "'"} else f"^{_held(text)}"

    def _lowered(self) -> str:
        is_place = self._tokens[self._at - 2 : self._at - 1] == [")"]
        text = self._group()
        # A number belongs to the name, as in w0, and is a place behind a bracket.
        return text if text.isdigit() and not is_place else f"_{_held(text)}"


def _held(text: str) -> str:
    """Return what a bar, an exponent or an index holds together, in parentheses if need be."""
    return text if _ATOM.fullmatch(text) else f"({text})"
