r"""Whether a formula of the words can be drawn: ziamath draws unknown commands as text."""

from __future__ import annotations

import re
from collections.abc import Iterator

from engine.errors import EngineError
from engine.lessons.fault_list import nearest
from engine.quoting import quote

LONGEST_LATEX = 1_000


class LatexError(EngineError):
    """A formula in LaTeX that would not be drawn as it is meant."""


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


# What ziamath draws, as far as a lesson may want it; a test holds the list against the library.
COMMANDS = _words(
    """
    alpha beta gamma delta epsilon varepsilon zeta eta theta vartheta iota kappa lambda mu nu xi
    pi rho sigma tau upsilon phi varphi chi psi omega
    Gamma Delta Theta Lambda Xi Pi Sigma Upsilon Phi Psi Omega
    cdot times div pm mp ast star circ bullet oplus ominus otimes odot cap cup wedge vee setminus
    le leq ge geq lt gt ne neq equiv approx sim simeq cong propto ll gg in notin ni subset subseteq
    supset supseteq perp parallel mid
    to gets rightarrow leftarrow leftrightarrow Rightarrow Leftarrow Leftrightarrow longrightarrow
    longleftarrow Longrightarrow mapsto longmapsto uparrow downarrow nearrow searrow swarrow nwarrow
    iff implies
    infty partial nabla forall exists emptyset ell hbar Re Im prime dots ldots cdots vdots ddots
    angle degree top bot square blacksquare checkmark
    sum prod int oint lim max min sup inf argmax argmin
    exp log ln lg sin cos tan cot sec csc arcsin arccos arctan sinh cosh tanh coth det dim gcd deg
    ker Pr
    frac dfrac tfrac cfrac binom sqrt overset underset stackrel overline underline overbrace
    underbrace hat widehat bar tilde widetilde vec dot ddot boxed substack
    left right middle big Big bigg Bigg lvert rvert lVert rVert vert Vert langle rangle lfloor
    rfloor lceil rceil lbrace rbrace
    text textbf textit textrm mathrm mathbf mathit mathbb mathcal mathfrak mathsf mathtt
    boldsymbol operatorname
    begin end quad qquad limits displaystyle textstyle hline
    color textcolor
    """
)
ENVIRONMENTS = _words("matrix pmatrix bmatrix Bmatrix vmatrix Vmatrix cases aligned array split")
_SIGNS = frozenset("\\,;:!{}%#&$_| ")

_TOKEN = re.compile(r"\\(?P<command>[A-Za-z]+)\*?|\\(?P<sign>.)|(?P<brace>[{}])", re.DOTALL)
_NAME = re.compile(r"\s*\{\s*([A-Za-z]+)\*?\s*\}")


def latex_faults(latex: str) -> Iterator[LatexError]:
    """Return what keeps a formula from being drawn as it is meant.

    Args:
        latex: What stands between the dollars, its blanks filled.
    """
    if len(latex) > LONGEST_LATEX:
        yield LatexError(
            "lesson_latex_long",
            f"A formula has at most {LONGEST_LATEX} characters, and this one has {len(latex)}.",
            most=LONGEST_LATEX,
            found=len(latex),
        )
        return
    depth, sides = 0, 0
    environments: list[str] = []
    for token in _TOKEN.finditer(latex):
        command = token["command"]
        depth += {"{": 1, "}": -1}.get(token["brace"] or "", 0)
        sides += {"left": 1, "right": -1}.get(command or "", 0)
        if depth < 0 or sides < 0:
            break
        if command in {"begin", "end"}:
            yield from _environment(command, latex, token.end(), environments)
        elif command and command not in COMMANDS:
            yield _unknown(command)
        elif token["sign"] and token["sign"] not in _SIGNS:
            yield _unknown(token["sign"])
    if depth:
        yield LatexError(
            "lesson_latex_braces",
            f"The braces of “{quote(latex)}” are not in pairs.",
            latex=latex,
        )
    if sides:
        yield LatexError(
            "lesson_latex_sides",
            rf"In “{quote(latex)}” each \left needs a \right, and each \right a \left.",
            latex=latex,
        )
    for name in environments:
        yield LatexError("lesson_latex_end", rf"\begin{{{name}}} is never ended.", name=name)


def _environment(
    command: str, latex: str, end: int, environments: list[str]
) -> Iterator[LatexError]:
    """Take a beginning or an end of an environment, such as a matrix."""
    match = _NAME.match(latex, end)
    name = match[1] if match else ""
    if name not in ENVIRONMENTS:
        yield LatexError(
            "lesson_latex_environment",
            f"“{quote(name)}” is no environment that is drawn; there are: "
            f"{', '.join(sorted(ENVIRONMENTS))}.",
            name=name,
            choices=", ".join(sorted(ENVIRONMENTS)),
        )
    elif command == "begin":
        environments.append(name)
    elif name in environments[-1:]:
        environments.pop()
    else:
        yield LatexError(
            "lesson_latex_begin", rf"\end{{{name}}} ends what was not begun.", name=name
        )


def _unknown(command: str) -> LatexError:
    near = nearest(command, sorted(COMMANDS))
    if near:
        return LatexError(
            "lesson_latex_near",
            rf"“\{quote(command)}” is no command that is drawn; did you mean “\{near}”?",
            name=command,
            near=near,
        )
    return LatexError(
        "lesson_latex_unknown", rf"“\{quote(command)}” is no command that is drawn.", name=command
    )
