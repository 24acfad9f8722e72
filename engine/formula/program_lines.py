"""Lines of a program that are no formulas, and come along with those that are copied from one."""

from __future__ import annotations

import re

from engine.errors import FormulaError
from engine.quoting import quote

_LETTER = r"[^\W\d]"
# Words that begin a line of Python, before another word; what is behind lambda ends in a colon.
_WORDS = re.compile(
    rf"(?:^|[;\n\r])[ \t]*((?:import|from|def|class|for|while|with|if|elif|assert|del|global)"
    rf"(?=[ \t]+{_LETTER})|return(?=[ \t]+[\w(\[\-])|(?:else|try|finally)(?=:))"
    rf"|\b(lambda)\b[\w \t,]{{0,200}}:"
)
# What is called for what it does and not for a value.
ACTIONS = frozenset({"backward", "step", "zero_grad", "item", "detach", "requires_grad_", "numpy"})


def refuse_program(text: str) -> None:
    """Refuse a text in which a line is a program's, and say so.

    Raises:
        FormulaError: There is one; it points at the word that shows it.
    """
    found = _WORDS.search(text)
    if found is not None:
        group = 1 if found[1] else 2
        raise program_word(found[group], found.start(group))


def program_word(word: str, position: int) -> FormulaError:
    """Say that a word belongs to a program."""
    return FormulaError(
        "program_line",
        f"“{quote(word)}” belongs to a program; only the lines of the formula itself are read "
        "here, such as y = w*x + b.",
        position=position,
        length=len(word),
        word=word,
    )
