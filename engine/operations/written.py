"""Functions written from the records' NumPy templates: each formula then has one source.

What a template computes more than once, the function computes once: a template is a single
expression, so that exported programs can contain it, and a shifted exponential stands in it as
often as it is used.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Sequence
from functools import cache, partial
from typing import Any

import numpy as np

from engine.arrays import Array, unbroadcast
from engine.settings import Setting
from engine.written_functions import make_function

_SIZE_OF_DIFFERENCE = re.compile(r"np\.size\((\w+) - (\w+)\)")
# What begins and ends brackets, with the name of what is called, and what divides arguments.
_MARKS = re.compile(r"[\w.]*\(|[,)]")
# A term of several parts.
_OPERATOR = re.compile(r" [-+*/] ")


def write_template(
    template: str, names: Sequence[str], settings: Sequence[Setting] = ()
) -> Callable[..., Any]:
    """Return what a template says as a function.

    Args:
        template: One NumPy expression.
        names: The parameters before the settings, by their names in the template.
        settings: The settings, which are parameters by name; a whole one is handed over as a
            float and used as an integer.

    Example:
        >>> function = write_template("np.exp($x) / (1 + np.exp($x))", ("x",))
        >>> float(function(0.0))
        0.5
    """
    every = (*names, *(setting.name for setting in settings))
    lines = [f"{item.name} = int({item.name})" for item in settings if item.integer]
    lines += _lines_of(template.replace("$", ""))
    return make_function("written", every, lines, {"np": np, "unbroadcast": unbroadcast})


def pull_backs(
    templates: Sequence[str], inputs: Sequence[str], settings: Sequence[Setting] = ()
) -> tuple[Callable[..., Array], ...]:
    """Return the vector-Jacobian products that templates of downstream gradients say.

    What a template gives is summed over the axes along which its input was repeated.

    Args:
        templates: One for each input, ``$g`` being the upstream gradient and ``$y`` the output.
        inputs: The names of the inputs.
        settings: The settings.
    """
    return tuple(
        write_template(f"unbroadcast({template}, np.shape(${port}))", ("g", "y", *inputs), settings)
        for template, port in zip(templates, inputs, strict=True)
    )


def push_to_number(
    templates: Sequence[str], inputs: Sequence[str], settings: Sequence[Setting] = ()
) -> tuple[Callable[..., Array], ...]:
    """Return the Jacobian-vector products of a gate whose output is one number.

    Its gradient times the upstream one is what the templates say; element by element times a
    tangent instead, and summed, it is that input's share of the output's tangent.

    Args:
        templates: As for ``pull_backs``, each a product with ``$g``.
        inputs: The names of the inputs.
        settings: The settings.
    """

    def push(template: str) -> Callable[..., Array]:
        # Few runs go forward with tangents, so none of these is written before it is needed.
        written = cache(
            partial(write_template, f"np.sum({template})", ("g", "y", *inputs), settings)
        )

        def jvp(tangent: Array, output: Array, *values: Array, **numbers: float) -> Array:
            return np.asanyarray(written()(tangent, output, *values, **numbers))

        return jvp

    return tuple(map(push, templates))


def _lines_of(expression: str) -> list[str]:
    """Return lines that compute an expression, naming what stands in it more than once."""
    # How many elements two arrays make is known without making them.
    rest = _SIZE_OF_DIFFERENCE.sub(r"np.broadcast(\1, \2).size", expression)
    lines: list[str] = []
    # Of two branches only one may be possible.
    while " if " not in rest and (found := _repeated(rest)):
        name = f"part{len(lines)}"
        lines.append(f"{name} = {found}")
        is_call = found.startswith("np.") and found.endswith(")")
        rest = rest.replace(found, name) if is_call else rest.replace(f"({found})", f"({name})")
    return [*lines, f"return {rest}"]


def _repeated(expression: str) -> str:
    """Return the shortest computation that stands more than once, or nothing."""
    counts = Counter(expression[begin:end] for begin, end in _computations(expression))
    return min((text for text, count in counts.items() if count > 1), key=len, default="")


def _computations(expression: str) -> set[tuple[int, int]]:
    """Return where calls of NumPy begin and end, and terms that fill their brackets."""
    found: set[tuple[int, int]] = set()
    begun: list[tuple[int, int]] = []
    lists: set[int] = set()
    for mark in _MARKS.finditer(expression):
        begin, end = mark.span()
        if mark[0].endswith("("):
            begun.append((begin, end))
        elif mark[0] == ",":
            # One of two indices may stand outside all parentheses.
            lists.update(inside for _, inside in begun[-1:])
        else:
            name, inside = begun.pop()
            # Each draw has a generator of its own, of which a call follows.
            if expression.startswith("np.", name) and not expression.startswith(".", end):
                found.add((name, end))
            if inside not in lists and _OPERATOR.search(expression, inside, begin):
                found.add((inside, begin))
    return found
