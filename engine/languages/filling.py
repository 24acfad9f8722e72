"""Texts with blanks, filled in a language that may join words by how they sound."""

from __future__ import annotations

import re
from string import Formatter

from engine.languages.language import Language

# A place for the form that fits what stands before it: {을/를}. A blank's name has no stroke.
MARK = re.compile(r"\{[^{}/:]*/[^{}:]*\}")


def fill(text: str, language: Language, /, *values: object, **named: object) -> str:
    """Return a text with its blanks filled, as `str.format` does, and its marks replaced.

    A mark lists forms with strokes between them; the language's `joining` chooses one by all that
    stands before it. So it stands after a blank, whatever fills that: ``{0}{을/를}``.

    Args:
        text: A text of that language.
        language: What it is written in.
        values: What fills ``{0}``, ``{1}``, or one ``{}`` after another.
        named: What fills ``{name}``.

    Raises:
        IndexError: A blank has no value.
        KeyError: A blank has no value of its name, or the language joins nothing.
        ValueError: The braces are not in pairs, or a value cannot be written as it is asked for.
    """
    if not MARK.search(text):
        return text.format(*values, **named)
    if language.joining is None:
        raise KeyError(f"{language.name} joins nothing, and here stand marks: {text}")
    formatter = Formatter()
    filled, unnumbered = "", 0
    for literal, blank, form, conversion in formatter.parse(text):
        filled += literal
        if blank is None:
            continue
        if "/" in blank:
            filled += language.joining(filled, tuple(blank.split("/")))
            continue
        value, _ = formatter.get_field(blank or str(unnumbered), values, named)
        unnumbered += not blank
        filled += format(formatter.convert_field(value, conversion), form or "")
    return filled
