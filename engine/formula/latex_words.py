r"""LaTeX as books have it, made plain: ``\frac{a}{b}`` is ``({a}/{b})``, ``\sigma`` is ``σ``.

Only words are replaced; what is understood of the result stands in ``engine.formula.grammar``. Each
letter of the result knows from where it comes, so that faults are told where they were typed.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from engine.errors import FormulaError
from engine.quoting import quote

_GREEK = {
    name: letter
    for names, letters in (
        ("alpha beta gamma delta epsilon zeta eta theta iota kappa lambda mu", "αβγδεζηθικλμ"),
        ("nu xi pi rho sigma tau upsilon phi chi psi omega", "νξπρστυφχψω"),
        ("Gamma Delta Theta Lambda Xi Pi Sigma Upsilon Phi Psi Omega", "ΓΔΘΛΞΠΣΥΦΨΩ"),
        ("varepsilon vartheta varphi varrho ell", "εθφρℓ"),
    )
    for name, letter in zip(names.split(), letters, strict=True)
}
_FUNCTIONS = (
    "exp ln log sin cos tan sinh cosh tanh arcsin arccos arctan max min "
    "softmax sigmoid relu ReLU erf sign"
)
_SPACING = (
    "left right big Big bigl bigr Bigl Bigr biggl biggr quad qquad displaystyle textstyle limits "
    "nolimits"
)
_WORDS: dict[str, str] = {
    **_GREEK,
    **{name: f" {name}" for name in _FUNCTIONS.split()},
    **dict.fromkeys(("cdot", "times", "ast", "odot", "circ", "star", "bullet"), "*"),
    "div": "/",
    "le": "≤",
    "leq": "≤",
    "ge": "≥",
    "geq": "≥",
    "ne": "≠",
    "neq": "≠",
    "lt": "<",
    "gt": ">",
    "sqrt": "√",
    "sum": "Σ",
    "prod": "Π",
    "top": "⊤",
    "intercal": "⊤",
    "prime": "′",
    **dict.fromkeys(("lVert", "rVert", "Vert", "|"), "‖"),
    **dict.fromkeys(("lvert", "rvert", "vert", "mid"), "|"),
    "{": "(",
    "}": ")",
    "\\": "\n",
    **dict.fromkeys(_SPACING.split(), " "),
    **dict.fromkeys([",", ";", "!", ":", ">"], " "),
    " ": " ",
}
_FRACTIONS = frozenset({"frac", "dfrac", "tfrac"})
_MARKS = {"hat": "\u0302", "widehat": "\u0302", "bar": "\u0304", "tilde": "\u0303", "dot": "\u0307"}
_STYLED = re.compile(
    r"\\(?:mathrm|mathbf|mathit|mathsf|mathcal|text|textbf|textit|operatorname|boldsymbol|bm|vec)"
    r"\*?\s*\{\s*(\\?[^\W\d_][\w-]*)\s*\}"
)
_MARKED = re.compile(
    r"\\(hat|widehat|bar|tilde|dot)\s*(?:\{\s*(\\?\w+)\s*\}|(\\[A-Za-z]+|[^\W\d_]))"
)
_COMMAND = re.compile(r"\\([A-Za-z]+|.|$)", re.DOTALL)


@dataclass(slots=True)
class PlainText:
    """A text that was made plain.

    Attributes:
        text: The plain text.
        starts: For each of its letters where in the original that begins which it stands for.
        ends: Likewise where that ends.
    """

    text: str = ""
    starts: list[int] = field(default_factory=list)
    ends: list[int] = field(default_factory=list)

    def span(self, position: int, length: int) -> tuple[int, int]:
        """Return where a piece of the plain text stands in the original: place and length."""
        if not length:
            place = self.starts[position] if position < len(self.starts) else self._length
            return place, 0
        start = self.starts[position]
        return start, self.ends[position + length - 1] - start

    @property
    def _length(self) -> int:
        return self.ends[-1] if self.ends else 0


def without_latex(text: str) -> PlainText:
    r"""Return a text whose words of LaTeX are plain ones.

    Raises:
        FormulaError: A word of LaTeX is not known here, or a fraction has no two parts in braces.

    Example:
        >>> without_latex(r"\frac{a}{b} \cdot y").text.strip()
        '({a}/{b}) * y'
    """
    maker = _Maker(text)
    maker.run()
    return maker.made()


class _Maker:
    def __init__(self, text: str) -> None:
        self._text = text
        self._pieces: list[str] = []
        self._starts: list[int] = []
        self._ends: list[int] = []
        # What follows each brace that is open, and what each fraction still waits for.
        self._after: list[str] = []
        self._fraction: tuple[int, int, str] | None = None

    def made(self) -> PlainText:
        return PlainText("".join(self._pieces), self._starts, self._ends)

    def run(self) -> None:
        position = 0
        while position < len(self._text):
            sign = self._text[position]
            if self._fraction is not None and not sign.isspace() and sign != "{":
                raise self._no_fraction()
            if sign == "\\":
                position = self._command(position)
                continue
            if sign == "{":
                self._open(position)
            elif sign == "}" and self._after:
                self._put("}", position, position + 1)
                self._close(position)
            else:
                self._put(sign, position, position + 1)
            position += 1
        if self._fraction is not None:
            raise self._no_fraction()

    def _put(self, plain: str, start: int, end: int) -> None:
        self._pieces.append(plain)
        self._starts += [start] * len(plain)
        self._ends += [end] * len(plain)

    def _open(self, position: int) -> None:
        self._put("{", position, position + 1)
        self._after.append("" if self._fraction is None else self._fraction[2])
        self._fraction = None

    def _close(self, position: int) -> None:
        after = self._after.pop()
        if after:
            self._put(after, position, position + 1)
        if after == "/":
            self._fraction = (position, 1, ")")

    def _command(self, position: int) -> int:
        styled = _STYLED.match(self._text, position)
        if styled is not None:
            self._put(_letters(styled[1]).replace("-", "_"), position, styled.end())
            return styled.end()
        marked = _MARKED.match(self._text, position)
        if marked is not None:
            self._put(_letters(marked[2] or marked[3]) + _MARKS[marked[1]], position, marked.end())
            return marked.end()
        command = _COMMAND.match(self._text, position)
        assert command is not None
        word, end = command[1], command.end()
        if word in _FRACTIONS:
            self._put("(", position, end)
            self._fraction = (position, end - position, "/")
        elif word in _WORDS:
            self._put(_WORDS[word], position, end)
        else:
            raise FormulaError(
                "latex_word_unknown",
                f"“{quote(command[0])}” is a word of LaTeX that is not understood here.",
                position=position,
                length=end - position,
                word=command[0],
            )
        return end

    def _no_fraction(self) -> FormulaError:
        assert self._fraction is not None
        position, length, _ = self._fraction
        return FormulaError(
            "latex_fraction",
            r"A fraction in LaTeX has two parts in braces, as in \frac{a}{b}.",
            position=position,
            length=length,
        )


def _letters(word: str) -> str:
    return _WORDS.get(word[1:], word[1:]).strip() if word.startswith("\\") else word
