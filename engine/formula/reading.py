"""What a typed formula was understood as: its graph, and what there is to say about it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from engine.errors import Choice
from engine.formula.complaints import read_as
from engine.formula.tokens import Token
from engine.graph.model import Graph
from engine.quoting import brief


@dataclass(frozen=True, slots=True)
class FormulaNote:
    """Something that was understood in a way worth telling, such as e as Euler's number.

    Attributes:
        code: A stable identifier, such as ``"constant_e"``.
        sentence: What was understood, in English.
        position: Index in the text of the first character that it is about.
        length: How many characters it is about.
        choices: Other readings, if any: each the formula with which this one is left.
        details: The values that the sentence names, for translation.
    """

    code: str
    sentence: str
    position: int
    length: int
    choices: tuple[Choice, ...] = ()
    details: dict[str, object] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class FormulaReading:
    """A formula that was read.

    Attributes:
        graph: The graph that it describes, its target the last statement's value.
        notes: What there is to say about it, in the order of the text, each cause once.
    """

    graph: Graph
    notes: tuple[FormulaNote, ...] = ()


def remark(
    code: str,
    sentence: str,
    position: int,
    length: int,
    otherwise: Iterable[Choice] = (),
    **details: object,
) -> FormulaNote:
    """Return a note of a code and its details."""
    return FormulaNote(code, sentence, position, length, tuple(otherwise), details)


def constant_note(text: str, token: Token, name: str) -> FormulaNote:
    """Say that a name is a constant, and offer to take it as a name of its own."""
    other = read_as("read_as_input", f"an input {token.text}", text, (token.text,), name=token.text)
    if name == "e":
        sentence = "e is Euler’s number here, 2.718…"
        return remark("constant_e", sentence, token.position, token.length, [other])
    sentence = "π is the number 3.14159… here"
    return remark("constant_pi", sentence, token.position, token.length, [other], name=token.text)


def logarithm_note(token: Token) -> FormulaNote:
    """Say to which base log is."""
    sentence = "log is the natural logarithm here, ln; the one to base 10 is log10"
    return remark("natural_log", sentence, token.position, token.length)


def inverse_note(token: Token, name: str) -> FormulaNote:
    """Say that a matrix is not inverted."""
    sentence = f"{brief(name)}⁻¹ is 1/{brief(name)} here, element by element, and no inverse matrix"
    return remark("no_inverse", sentence, token.position, token.length, name=brief(name))
