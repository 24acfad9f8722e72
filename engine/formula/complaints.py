"""The sentences that refuse a formula: each says what was expected and what stands there."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from difflib import get_close_matches

from engine.errors import Choice, EngineError, FormulaError, FormulaQuestion
from engine.formula.tokens import Kind, Token
from engine.formula.vocabulary import function_names
from engine.operations.operation import Operation
from engine.quoting import brief


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


def parenthesis_open(token: Token) -> FormulaError:
    """Say that a parenthesis is never closed."""
    return refuse("parenthesis_open", "This “(” is never closed; a “)” is missing.", token)


def parenthesis_extra(token: Token) -> FormulaError:
    """Say that a parenthesis was never opened."""
    return refuse("parenthesis_extra", "This “)” has no “(” before it.", token)


def misplaced_comma(token: Token) -> FormulaError:
    """Say where commas stand."""
    return refuse(
        "misplaced_comma",
        "A comma stands only between the inputs of a function; decimals have a point, as in 0.5.",
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


def unknown_function(token: Token) -> FormulaError:
    """Say that a name is no function, and name the nearest one that is."""
    near = get_close_matches(token.text.lower(), function_names(), n=1, cutoff=0.65)
    if near:
        return refuse(
            "misspelt_function",
            f"{token.quoted} is not a function known here; did you mean “{brief(near[0])}”?",
            token,
            name=token.text,
            suggestion=near[0],
        )
    return refuse(
        "unknown_function",
        f"{token.quoted} is not a function known here; to multiply, write * before the “(”.",
        token,
        name=token.text,
    )


def variable_called(token: Token) -> FormulaError:
    """Say that a name stands for a value and not for a function."""
    return refuse(
        "variable_called",
        f"{token.quoted} is a value here and not a function; to multiply, write "
        f"{brief(token.text)}*(…).",
        token,
        name=token.text,
    )


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
