"""The sentences that refuse a formula: each says what was expected and what stands there."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from engine.errors import Choice, EngineError, FormulaError, FormulaQuestion
from engine.formula.spelling import misspelt
from engine.formula.tokens import Kind, Token
from engine.graph.names import is_operations_own
from engine.operations.catalog import OPERATIONS
from engine.operations.operation import Operation
from engine.quoting import brief, quote


def refuse(code: str, sentence: str, token: Token, **details: object) -> FormulaError:
    """Return an error that points at a token."""
    return FormulaError(code, sentence, position=token.position, length=token.length, **details)


def question(
    code: str, sentence: str, token: Token, choices: Sequence[Choice], **details: object
) -> FormulaQuestion:
    """Return a question about a token."""
    return FormulaQuestion(
        code,
        sentence,
        position=token.position,
        length=token.length,
        choices=tuple(choices),
        **details,
    )


def read_as(
    code: str,
    sentence: str,
    rewritten: str,
    as_names: Iterable[str] = (),
    **details: object,
) -> Choice:
    """Return an answer: its words, and the formula in which only this reading is left."""
    return Choice(code, sentence, rewritten, frozenset(as_names), details)


def passed_on(error: EngineError, token: Token) -> FormulaError:
    """Return another part's error as one that points at a token."""
    return refuse(error.code, error.sentence, token, **error.details)


def operand_expected(previous: Token | None, found: Token) -> FormulaError:
    """Say that a number or a name is missing."""
    place = "here" if previous is None else f"after {previous.quoted}"
    return refuse(
        "operand_expected",
        f"Expected a number, a name or “(” {place}, but {_stands(found)}.",
        found,
        after="" if previous is None else previous.text,
        found=found.text,
    )


def _stands(token: Token) -> str:
    if token.kind is Kind.END:
        return "the formula ends here"
    if token.kind is Kind.LINE:
        return "the line ends here"
    return f"{token.quoted} stands there"


def operator_expected(previous: Token, found: Token) -> FormulaError:
    """Say that two operands stand side by side."""
    return refuse(
        "operator_expected",
        f"Expected an operator such as + or * between {previous.quoted} and {found.quoted}.",
        found,
        before=previous.text,
        after=found.text,
    )


_CLOSING = {"(": ")", "{": "}", "[": "]", "⌊": "⌋"}


def group_open(token: Token) -> FormulaError:
    """Say that a parenthesis or a bar is never closed."""
    if token.kind is Kind.BAR or token.text == "⌊":
        return refuse(
            "bar_open",
            f"This {token.quoted} is never closed; a second one is missing behind what it holds.",
            token,
            sign=token.text,
        )
    if token.text == "{":
        return refuse("brace_open", "This “{” is never closed; a “}” is missing.", token)
    return refuse("parenthesis_open", "This “(” is never closed; a “)” is missing.", token)


def other_bracket(opening: Token, closing: Token) -> FormulaError:
    """Say that a parenthesis is closed by a bracket of another kind."""
    return refuse(
        "other_bracket",
        f"{opening.quoted} is closed by “{quote(_CLOSING[opening.text])}”, but {closing.quoted} "
        "stands here.",
        closing,
        opening=opening.text,
        wanted_sign=_CLOSING[opening.text],
        found=closing.text,
    )


def chained_comparison(token: Token) -> FormulaError:
    """Say that comparisons are not put in a row."""
    return refuse(
        "chained_comparison",
        f"{token.quoted} follows another comparison; write each by itself, such as "
        "(a < b)*(b < c).",
        token,
        sign=token.text,
    )


def no_place(token: Token) -> FormulaError:
    """Say what stands in square brackets behind a value."""
    return refuse(
        "no_place",
        f"{token.quoted} picks nothing: behind a value stand whole numbers in square brackets, as "
        "in x[0], W[1, 0] or v[1:3].",
        token,
        text=token.text,
    )


def whole_axis(token: Token) -> FormulaError:
    """Say how the row and the column of a matrix are written."""
    return refuse(
        "whole_axis",
        f"{token.quoted} is not read here: the first row of a matrix W is W[0], and its first "
        "column W.T[0].",
        token,
        text=token.text,
    )


def member_expected(dot: Token, found: Token) -> FormulaError:
    """Say that nothing follows a dot."""
    return refuse(
        "member_expected",
        f"After “.” should stand what is asked of the value, as in x.sum() or W.T, but "
        f"{_stands(found)}.",
        dot,
        found=found.text,
    )


def unknown_member(name: Token) -> FormulaError:
    """Say that a value has nothing of that name."""
    return refuse(
        "unknown_member",
        f"A value has no {name.quoted} here; write functions with brackets, as in x.sum(), and W.T "
        "for the transposed matrix.",
        name,
        name=name.text,
    )


def unknown_method(name: Token) -> FormulaError:
    """Say that nothing of that name is called on a value, or which name was misspelt."""
    return _misspelt_function(name) or unknown_member(name)


def unknown_norm(token: Token) -> FormulaError:
    """Say which norms there are."""
    return refuse(
        "unknown_norm",
        f"Norms here are ‖x‖, ‖x‖₁ and ‖x‖₂; “{brief(token.text)}” is another one.",
        token,
        text=token.text,
    )


def parenthesis_extra(token: Token) -> FormulaError:
    """Say that a parenthesis was never opened."""
    if token.text != ")":
        return refuse(
            "bracket_extra", f"This {token.quoted} closes nothing.", token, sign=token.text
        )
    return refuse("parenthesis_extra", "This “)” has no “(” before it.", token)


def misplaced_comma(token: Token) -> FormulaError:
    """Say where commas stand."""
    return refuse(
        "misplaced_comma",
        "A comma stands between the inputs of a function, as in max(a, b), and between the "
        "numbers of a vector, as in [1, 2]; decimals have a point, as in 0.5.",
        token,
    )


def separator_inside(token: Token) -> FormulaError:
    """Say that formulas are parted outside of brackets."""
    return refuse(
        "separator_inside",
        "“;” parts formulas and stands in no brackets; between the inputs of a function stands a "
        "comma.",
        token,
    )


def misplaced_equals(token: Token) -> FormulaError:
    """Say where an equals sign stands."""
    return refuse(
        "misplaced_equals",
        "“=” stands only after a name at the beginning, as in f = x + y; "
        "put “;” or a new line before the next such name.",
        token,
    )


def _misspelt_function(token: Token) -> FormulaError | None:
    near = misspelt(token.text)
    if not near:
        return None
    return refuse(
        "misspelt_function",
        f"{token.quoted} is not a function known here; did you mean “{brief(near)}”?",
        token,
        name=token.text,
        suggestion=near,
    )


def unknown_function(token: Token) -> FormulaError:
    """Say that a name is no function, and name the one that was misspelt, if any."""
    return _misspelt_function(token) or refuse(
        "unknown_function",
        f"{token.quoted} is not a function known here; to multiply, write * before the “(”.",
        token,
        name=token.text,
    )


def unknown_of_library(token: Token) -> FormulaError:
    """Say that a library's function is none here."""
    return _misspelt_function(token) or refuse(
        "unknown_of_library",
        f"{token.quoted} is not a function known here; those that there are stand in the palette.",
        token,
        name=token.text,
    )


def checked_name(token: Token) -> Token:
    """Return the token of a name, or refuse one that an operation has."""
    operation = OPERATIONS.find(token.text)
    if operation is not None and is_operations_own(token.text):
        raise function_as_name(token, operation)
    return token


def function_as_name(token: Token, operation: Operation) -> FormulaError:
    """Say that the name of an operation names no value."""
    if operation.is_source:
        use = f"choose another name, such as {brief(token.text)}1"
    else:
        inputs = ", ".join(operation.inputs)
        use = f"write {token.text}({inputs}), or choose another name, such as {brief(token.text)}1"
    return refuse(
        "name_is_operation",
        f"{token.quoted} is the name of an operation; {use}.",
        token,
        name=token.text,
    )


def wrong_arity(token: Token, operation: Operation, given: int) -> FormulaError:
    """Say how many inputs a function takes."""
    inputs = "1 input" if operation.arity == 1 else f"{operation.arity} inputs"
    stand = "stands" if given == 1 else "stand"
    return refuse(
        "function_arity",
        f"{token.quoted} takes {inputs} ({', '.join(operation.inputs)}), "
        f"but {given or 'none'} {stand} here.",
        token,
        name=token.text,
        arity=operation.arity,
        given=given,
    )


def setting_expected(token: Token, name: str) -> FormulaError:
    """Say that a setting needs a number."""
    return refuse(
        "setting_number_expected",
        f"The setting “{brief(name)}” needs a number, as in {brief(name)}=0.1, but "
        f"{_stands(token)}.",
        token,
        name=name,
    )


def other_axis(token: Token) -> FormulaError:
    """Say along which axis gates work."""
    return refuse(
        "other_axis",
        f"{token.quoted} is no setting here: sums and means take all elements, and softmax takes "
        "each row of a matrix.",
        token,
        name=token.text,
    )


def setting_twice(token: Token) -> FormulaError:
    """Say that a setting was given already."""
    return refuse(
        "setting_twice", f"The setting {token.quoted} is given twice.", token, name=token.text
    )


def empty_formula(token: Token) -> FormulaError:
    """Say that there is nothing to understand."""
    return refuse("formula_empty", "The formula is empty; write one such as (x + y)*z.", token)


def number_too_large(token: Token) -> FormulaError:
    """Say that a number is beyond floating point."""
    return refuse(
        "number_too_large",
        f"{token.quoted} is larger than a computer's numbers, which end near 1.8e308.",
        token,
        text=token.text,
    )


def defined_twice(token: Token) -> FormulaError:
    """Say that a name was given already."""
    return refuse(
        "defined_twice",
        f"{token.quoted} is defined twice; give the second one another name.",
        token,
        name=token.text,
    )


def defined_by_itself(token: Token) -> FormulaError:
    """Say that a name stands in its own definition."""
    return refuse(
        "defined_by_itself",
        f"{token.quoted} stands in its own definition; a value cannot depend on itself.",
        token,
        name=token.text,
    )


def used_before(token: Token) -> FormulaError:
    """Say that a definition comes too late."""
    return refuse(
        "used_before_definition",
        f"{token.quoted} is used here before it is defined; write “{brief(token.text)} = …” first.",
        token,
        name=token.text,
    )


def hole_alone(token: Token) -> FormulaError:
    """Say that a placeholder is no formula."""
    return refuse(
        "hole_alone",
        "“?” marks an input without a wire and cannot stand alone; put a number or a name there.",
        token,
    )
