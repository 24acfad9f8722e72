"""Reads texts that nobody would write as formulas, by the thousand, and tells the figures.

``python -m tests.support.formula_fuzz 20000`` changes the collected formulas, makes up signs of all
alphabets, brackets within brackets and long lines. A text is read or refused in a sentence that
points into it; a question's readings can be read; nothing is worked at longer than its length says.
"""

from __future__ import annotations

import re
import sys
import traceback
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import dataclass
from random import Random

from engine.errors import Choice, FormulaError, FormulaQuestion
from engine.formula.parser import parse_formula
from engine.formula.printer import format_formula
from engine.graph.model import Graph
from tests.support.formula_corpus.collection import SPELLINGS, TEXTBOOKS
from tests.support.work import count_calls

# Calls of functions: so many whatever stands there, and so many more for each sign.
MOST_CALLS = 4_000
MOST_CALLS_EACH = 250
# An answer may lead to another question; so many answers lead to an end.
MOST_ANSWERS = 12
_LONGEST_PRINTED = 400
_QUOTED = re.compile(r"“[^”]*”")
_PYTHON = re.compile(
    r"Traceback|Error\b|Exception|\bNone\b|\bTrue\b|\bFalse\b|<(?:class|function|module) "
    r"|\bobject at\b|__|NodeId"
    r"|Kind\.|Token\(|array\(|float64|numpy|(?<![\w}])\{[a-z_]*\}"
)
_TEXTS = tuple(entry.text for entry in (*SPELLINGS, *TEXTBOOKS))
_SIGNS = (
    "()[]{}|‖+-*/^@=,;:?!.'′\"\\#$%&~<>≤≥≠_ \t\n\r²³⁻¹ᵀ₁₂√∛Σ∏σπµ½·×÷−"
    "eE0123456789xyzwfW가ŷ\u0302\u200b"
)
_NESTED = (
    ("(", ")"), ("[", "]"), ("{", "}"), ("|", "|"), ("‖", "‖"), ("sin(", ")"), ("max(1,", ")"),
    ("e^", ""), ("√", ""), ("-", ""), ("+", ""), ("sin ", ""), ("2", ""), ("x^-", ""), ("1/", ""),
    ("w[", "]"), ("where(x>0,", ",y)"), ("σ(", ")²"), ("\\frac{", "}{2}"), ("np.", ""), ("", ".T"),
    ("", ".sum()"), ("", "²"), ("", "ᵀ"), ("", "⁻¹"), ("", "[0]"), ("", "(x)"), ("", "′"),
)  # fmt: skip


@dataclass(frozen=True)
class Faulty:
    """A text that was not dealt with as it should be.

    Attributes:
        text: The text.
        fault: What is wrong with what came of it.
    """

    text: str
    fault: str


def texts(count: int, seed: int = 17) -> Iterator[str]:
    """Yield so many texts; one seed always gives the same ones."""
    for number in range(count):
        random = Random(f"{seed}/{number}")
        yield random.choices(_MAKERS, _WEIGHTS)[0](random)


def outcome_of(text: str) -> str | Faulty:
    """Read a text, and say what came of it in a word, or what is wrong."""
    try:
        graph = parse_formula(text)
    except FormulaQuestion as question:
        return Faulty(text, fault) if (fault := _question_fault(text, question)) else "asked"
    except FormulaError as error:
        return Faulty(text, fault) if (fault := _refusal_fault(text, error)) else "refused"
    except Exception:  # noqa: BLE001 - whatever escapes is what is looked for
        return Faulty(text, traceback.format_exc(limit=-3))
    return Faulty(text, fault) if (fault := _graph_fault(text, graph)) else "read"


def calls_of(text: str) -> int:
    """Return how many functions are called to read a text."""

    def work() -> None:
        with suppress(FormulaError):
            parse_formula(text)

    return count_calls(work)


def _graph_fault(text: str, graph: Graph) -> str:
    if graph.target not in graph.nodes:
        return "the graph has no result"
    if len(text) > _LONGEST_PRINTED:
        return ""
    printed = format_formula(graph)
    try:
        again = parse_formula(printed, graph)
    except FormulaError as error:
        return f"printed it is “{printed}”, and that is refused: {error.sentence}"
    second = format_formula(again)
    return "" if second == printed else f"printed it is “{printed}”, and then “{second}”"


def _refusal_fault(text: str, error: FormulaError) -> str:
    end = error.position + error.length
    if not 0 <= error.position <= end <= len(text):
        return f"{error.position} to {end} is not in the text: {error.sentence}"
    if not error.sentence.endswith((".", "?", "…")) or "\n" in error.sentence:
        return f"that is no sentence: {error.sentence!r}"
    python = _PYTHON.search(_QUOTED.sub("", error.sentence))
    # What was typed may be a program's.
    if python is not None and python[0] not in text:
        return f"that is a program's sentence: {error.sentence}"
    return "" if error.code and error.sentence.isprintable() else f"unseen: {error.sentence!r}"


def _question_fault(text: str, question: FormulaQuestion) -> str:
    if fault := _refusal_fault(text, question):
        return fault
    if not question.choices:
        return "a question without choices"
    return next(filter(None, (_choice_fault(choice) for choice in question.choices)), "")


def _choice_fault(choice: Choice) -> str:
    """Take the first reading again and again, until the formula is read."""
    names: frozenset[str] = frozenset()
    chosen, taken = choice, set[tuple[str, frozenset[str]]]()
    while (chosen.text, names | chosen.names) not in taken and len(taken) < MOST_ANSWERS:
        names |= chosen.names
        taken.add((chosen.text, names))
        try:
            parse_formula(chosen.text, names=names)
        except FormulaQuestion as question:
            chosen = question.choices[0]
        except FormulaError as error:
            # What else is wrong in the text is found when the question is answered.
            return _refusal_fault(chosen.text, error)
        else:
            return ""
    is_long = len(choice.text) > _LONGEST_PRINTED
    return "" if is_long else f"“{choice.text}” is asked about without end"


def _changed(random: Random) -> str:
    text = random.choice(_TEXTS)
    for _ in range(random.randint(1, 5)):
        place = random.randint(0, len(text))
        end = min(len(text), place + random.randint(0, 4))
        other = random.choice(_TEXTS)
        start = random.randint(0, len(other))
        text = random.choice(
            (
                text[:place] + random.choice(_SIGNS) + text[place:],
                text[:place] + text[end:],
                text[:place] + random.choice(_SIGNS) + text[end:],
                text[:place] + other[start : start + random.randint(1, 9)] + text[place:],
                text[:place] + text[place:end] * 2 + text[end:],
                text[:place] + other[start:],
            )
        )
    return text


def _made_up(random: Random) -> str:
    ends = random.choice((0x7F, 0x24F, 0x3FF, 0x33FF, 0xFFFF, 0x1FFFF, 0x10FFFF))
    return "".join(
        chr(random.randint(0, ends)) if random.random() < 0.5 else random.choice(_SIGNS)
        for _ in range(random.randint(0, 40))
    )


def _of_signs(random: Random) -> str:
    return "".join(random.choice(_SIGNS) for _ in range(random.randint(0, 30)))


def _nested(random: Random) -> str:
    depth = random.choice((1, 2, 3, 10, 100, 1_000))
    before, after = random.choice(_NESTED)
    if random.random() < 0.3:
        other = random.choice(_NESTED)
        before, after = before + other[0], other[1] + after
    missing = random.choice((0, 0, 0, 1, depth))
    return before * depth + random.choice(("x", "2", "", "x+y", "v[0]")) + after * (depth - missing)


def _long(random: Random) -> str:
    text, sign = random.choice(_TEXTS), random.choice((" + ", "*", "\n", "; ", ", ", "", " ", "^"))
    return sign.join([text] * random.choice((10, 100, 400)))


_MAKERS: tuple[Callable[[Random], str], ...] = (_changed, _made_up, _of_signs, _nested, _long)
_WEIGHTS = (70, 10, 12, 6, 2)


def main(count: int) -> int:
    """Read so many texts; print what came of them, and those that cost the most."""
    outcomes: Counter[str] = Counter()
    dearest = (0.0, "")
    for text in texts(count):
        outcome = outcome_of(text)
        if isinstance(outcome, str):
            calls = calls_of(text)
            share = calls / (MOST_CALLS + MOST_CALLS_EACH * len(text))
            dearest = max(dearest, (share, text))
            if share > 1:
                outcome = Faulty(text, f"{calls} calls for {len(text)} signs")
        if isinstance(outcome, Faulty):
            print(f"{_short(outcome.text)}: {outcome.fault}")
            outcome = "FAULTY"
        outcomes[outcome] += 1
    print(f"{count} texts: {', '.join(f'{n} {what}' for what, n in outcomes.most_common())}")
    print(f"at most {dearest[0]:.0%} of the calls allowed: {_short(dearest[1])}")
    return 1 if outcomes["FAULTY"] else 0


def _short(text: str) -> str:
    return repr(text) if len(text) <= 120 else f"{text[:80]!r} … ({len(text)} signs)"


if __name__ == "__main__":
    sys.exit(main(int(sys.argv[1]) if len(sys.argv) > 1 else 2_000))
