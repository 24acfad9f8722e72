"""From tokens to statements, by the grammar of formulas.

A formula is statements with ``;`` or new lines between them; a comment begins with ``#``::

    statement   [name "="] expression | name "(" name, … ")" "=" expression
    expression  operands with operators between them: + - * / ** @ > < >= <= == !=
    operand     ["+" | "-"] number | [vector or matrix] | name | "?" | "(" expression ")"
                | "|" expression "|" | "‖" expression "‖"
                | function "(" expression, …, setting=number ")"
                | function operand                  (sin x, ln 2x, sin²x, √x)
                | operand operand                   (2x, 2(x + 1), (x + 1)(y + 2))
                | operand "[" place "]"             (x[0], W[1, 0], v[1:3])
                | operand ".T" | operand "." function "(" … ")"

From the loosest to the tightest bind: comparisons; + and -; * / and @; a function without
brackets; what stands side by side; a sign; ** and ^ (from the right); a root; what stands behind an
operand. So ``sin 2x`` is sin(2x), ``ln x + 1`` is ln(x) + 1, and ``-x²`` is −(x²). Where people
differ (``1/2x``, ``e^2x``, ``√2x``, ``ln x/y``, ``Σ w·x``, ``lnx``, two names side by side, a name
that is made of known ones) the formula asks and takes nothing for granted; one answer settles all
places of its kind (``engine.formula.doubts``).

``e``, ``π`` and ``pi`` are the numbers, unless something has that name. Signs are understood in all
their shapes (× · ⊙ ÷ −, full-width ones), raised and lowered ones (x², x⁻¹, Wᵀ, w₁₂ for w_12),
fractions (½), LaTeX's words, and the names of libraries before functions (np.exp, torch.relu,
F.softmax). Bars close where an operand has ended and open where one is wanted, so that |a|·|b| and
||x| - 1| have one reading each.
"""

from __future__ import annotations

from collections.abc import Collection

from engine.errors import FormulaError
from engine.formula import asking, complaints
from engine.formula.doubts import Doubts
from engine.formula.expression import ExpressionReader
from engine.formula.known_names import (
    KnownNames,
    function_head,
    in_parts,
    known_names,
    with_functions,
)
from engine.formula.program_lines import refuse_program
from engine.formula.syntax import Statement
from engine.formula.tokens import Kind, Token, tokenize
from engine.formula.vocabulary import find_function


def parse_statements(
    text: str,
    known: Collection[str] = frozenset(),
    given: Collection[str] = frozenset(),
    *,
    fixed: bool = False,
) -> tuple[list[Statement], KnownNames]:
    """Read a formula's statements, in order, and what its names are.

    Args:
        text: The formula.
        known: The names that a graph has; each is one, whatever else could be read there.
        given: Further names that are such.
        fixed: Whether there are no other names.

    Raises:
        FormulaQuestion: It can be read in several ways.
        FormulaError: It cannot be understood; the error points at the place and says why.
    """
    refuse_program(text)
    plain = with_functions(tokenize(text))
    names = known_names(text, plain, known, given, fixed=fixed)
    tokens = in_parts(plain, names)
    doubts = Doubts(text)
    try:
        statements = _statements(tokens, names, doubts)
    except FormulaError:
        if doubts:
            raise doubts.question() from None
        raise
    if doubts:
        raise doubts.question()
    if not statements:
        raise complaints.empty_formula(tokens[-1])
    return statements, names


def _statements(tokens: list[Token], names: KnownNames, doubts: Doubts) -> list[Statement]:
    statements: list[Statement] = []
    # A cell of a spreadsheet begins so.
    index = 1 if tokens[0].kind is Kind.EQUALS else 0
    while True:
        while tokens[index].kind in {Kind.SEPARATOR, Kind.LINE}:
            index += 1
        if tokens[index].kind is Kind.END:
            break
        statement, index = _statement(tokens, index, names, doubts)
        statements.append(statement)
    return statements


def _statement(
    tokens: list[Token], index: int, names: KnownNames, doubts: Doubts
) -> tuple[Statement, int]:
    name = None
    if tokens[index].kind is Kind.NAME:
        head = function_head(tokens, index)
        if head is not None:
            # A function of the table that is written out has no name for its result.
            is_function = find_function(tokens[index].text) is not None
            name = None if is_function else complaints.checked_name(tokens[index])
            index = head + 1
        elif tokens[index + 1].kind is Kind.EQUALS:
            name = _named(tokens, index, names)
            index += 2
    reader = ExpressionReader(tokens, index, names, doubts)
    steps = tuple(reader.read())
    return Statement(name, steps), reader.index


def _named(tokens: list[Token], index: int, names: KnownNames) -> Token:
    """Return the name before an equals sign, or offer another one where an operation has it."""
    try:
        return complaints.checked_name(tokens[index])
    except FormulaError as error:
        raise asking.operation_as_name(names.text, tokens, error) from None
