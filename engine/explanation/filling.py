"""Fills an operation's LaTeX template with letters or with numbers, bracketed where needed."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from engine.explanation.array_notation import ROW_SUM

_BLANK = re.compile(r"\$([A-Za-z_]\w*)")
# What may stand directly before a negative number without brackets.
_OPENERS = ("", "(", "[", ",", "{", "<", ">", ":")
# What goes over all elements, and the sign between what is written out.
_SUM, _PRODUCT = r"\sum_i ", r"\prod_i "
_SIGNS = {_SUM: "+", _PRODUCT: r"\cdot"}
_IN_A_ROW = re.compile(r"\{(\$\w+)\}_[jk]|\\left\((\$\w+)\\right\)_[jk]")
_ELEMENT = re.compile(r"_(j|\{j\}|\{ij\}|i(?![a-z]))")
_LONGEST_SUM = 4
# Of a longer sum so many terms are written, and the last.
_FIRST_TERMS = 2
_ZERO_FACTOR = re.compile(r"0 \\cdot ")


@dataclass(frozen=True, slots=True)
class Filler:
    """What a blank is filled with.

    Attributes:
        latex: The text.
        bracketed: Whether it must be bracketed as a factor or a base.
        elements: The text and the bracketing of each element, for sums over them.
        columns: How many elements stand in each row of a matrix; 0 for a vector.
    """

    latex: str
    bracketed: bool = False
    elements: tuple[Filler, ...] = ()
    columns: int = 0


def fill(template: str, fillers: Mapping[str, Filler]) -> str:
    """Fill the blanks of a template, ``$a`` by the filler of that name.

    Brackets are set round what asks for them, except where braces or brackets already delimit it.
    """

    def replacement(match: re.Match[str]) -> str:
        filler = fillers[match[1]]
        if filler.bracketed and not _is_delimited(template, match.start(), match.end()):
            return rf"\left({filler.latex}\right)"
        return filler.latex

    return _BLANK.sub(replacement, template)


def blanks(template: str) -> frozenset[str]:
    """Return the names of a template's blanks."""
    return frozenset(_BLANK.findall(template))


def only_elements(template: str, names: Iterable[str]) -> bool:
    """Return whether a template goes over elements, and none of some arrays stands in it whole."""
    whole = re.compile(rf"\$(?:{'|'.join(map(re.escape, names))})\b(?!\}}_)")
    goes_over = r"\sum_" in template or r"\prod_" in template
    return goes_over and whole.search(template) is None


def fill_with_numbers(
    template: str,
    fillers: Mapping[str, Filler],
    count: int,
    terms: int | None = None,
    *,
    is_cut: bool = False,
) -> str:
    """Fill a template with numbers: sums and products of elements are written out.

    Juxtaposed factors get their dot.

    Of a long sum those terms are left out that begin with a factor of 0, and of those that are
    left all but the first ones and the last.

    Args:
        template: The operation's template.
        fillers: The numbers.
        count: What n stands for.
        terms: How many elements a sum goes over; as many as n, if it is not given.
        is_cut: Whether these are no more than the first ones and the last.

    Returns:
        The LaTeX, or an empty text if it cannot be written in numbers.
    """
    template = re.sub(r"(?<!\^)(\d) \$", r"\1 \\cdot $", template)
    if count == 1:
        template = re.sub(r"\\frac\{1\}\{n\} (\\cdot )?", "", template)
        template = template.replace(r"\frac{2}{n}", r"2 \cdot")
    template = re.sub(r"\{[nN]\}", f"{{{count}}}", template)
    template = _rows_spread(template, fillers)
    sizes = {len(filler.elements) for filler in fillers.values() if filler.elements}
    over = next((sign for sign in _SIGNS if sign in template), "")
    if over and terms is not None and terms > 1 and terms not in sizes:
        return ""
    if not over:
        # Places of single elements, where whole vectors would be put in, would only mislead.
        return "" if _ELEMENT.search(template) else fill(template, fillers)
    before, behind = template.split(over, 1)
    term, rest = _apart(behind)
    sign = _SIGNS[over]
    written = [
        _term(term, fillers, index, sign="" if index == 0 else f"{sign} ")
        for index in range(count if terms is None else terms)
    ]
    if is_cut:
        written.insert(_FIRST_TERMS, r"\cdots")
    shortened = written if is_cut else _shortened(written, is_sum=over == _SUM)
    together = f" {sign} ".join(shortened)
    needs_brackets = before and not before.endswith("{") and len(written) > 1
    bracketed = rf"\left( {together} \right)" if needs_brackets else together
    return fill(before, fillers) + bracketed + fill(rest, fillers)


def _apart(behind: str) -> tuple[str, str]:
    """Return what a sum goes over, and what closes the group that the sum stands in."""
    depth = 0
    for place, letter in enumerate(behind):
        depth += (letter == "{") - (letter == "}")
        if depth < 0:
            return behind[:place], behind[place:]
    return behind, ""


def _shortened(terms: list[str], *, is_sum: bool) -> list[str]:
    """Leave out what adds nothing to a long sum, and then the middle of what is still long."""
    if is_sum and len(terms) > _LONGEST_SUM:
        terms = [term for term in terms if not _ZERO_FACTOR.match(term)] or terms[:1]
    if len(terms) > _LONGEST_SUM:
        return [*terms[:_FIRST_TERMS], r"\cdots", terms[-1]]
    return terms


def _rows_spread(template: str, fillers: Mapping[str, Filler]) -> str:
    """Write out sums over a row: of a matrix in a column, one for each of its rows."""

    def written(found: re.Match[str]) -> str:
        term = _IN_A_ROW.sub(lambda it: it[1] or it[2], found[2])
        names = blanks(term)
        inside = [fillers[name] for name in names if name in fillers]
        sizes = {(len(filler.elements), filler.columns) for filler in inside}
        if len(inside) < len(names) or len(sizes) != 1 or not inside[0].elements:
            return found[0]
        ((count, columns),) = sizes
        length = columns or count
        terms = [
            _term(term, fillers, index, sign="+ " if index % length else "")
            for index in range(count)
        ]
        sums = [" + ".join(terms[at : at + length]) for at in range(0, count, length)]
        if not columns:
            return rf"\left( {sums[0]} \right)"
        body = r" \\ ".join(sums)
        return rf"\left[\begin{{matrix}} {body} \end{{matrix}}\right]"

    return ROW_SUM.sub(written, template)


def _term(term: str, fillers: Mapping[str, Filler], index: int, *, sign: str) -> str:
    """Fill the term of a sum or a product with the elements of one index.

    The sign is the one that it will stand behind.
    """
    indexed = {
        name: filler.elements[index % len(filler.elements)] if filler.elements else filler
        for name, filler in fillers.items()
    }
    plain = re.sub(r"\{\$(\w+)\}_i", r"$\1", term)
    # A negative number is bracketed where the sign is seen before it.
    return fill(sign + plain, indexed).removeprefix(sign)


def _is_delimited(template: str, start: int, end: int) -> bool:
    if template[:start].rstrip().endswith((r"\begin{matrix}", r"\\", "&", r"\lfloor")):
        return True
    if template[:start].endswith("|") and template.startswith("|", end):
        return True
    before = template[:start].rstrip()[-1:]
    after = template[end:].lstrip()[:1]
    is_base = after == "^" or (before == "{" and template[end : end + 2] == "}^")
    return before in _OPENERS and not is_base
