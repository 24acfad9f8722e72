"""Fills an operation's LaTeX template with letters or with numbers, bracketed where needed."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

_BLANK = re.compile(r"\$([A-Za-z_]\w*)")
# What may stand directly before a negative number without brackets.
_OPENERS = ("", "(", "[", ",", "{")
# The norm is written as its definition, because its numbers are those of the sum.
_DEFINITIONS = {r"\lVert $x \rVert^2": r"\sum_i {$x}_i^2"}
_SUM = r"\sum_i "
_SUMS_OVER_J = (
    (r"\sum_j e^{{$x}_j}", "x", r"e^{$x}"),
    (r"\sum_j \left($g\right)_j", "g", "$g"),
    (r"\sum_j {$v}_j", "v", "$v"),
)
# Places of elements of a matrix, of which all are gone through: as good as one place.
_PLACES = ((r"\sum_{ij} ", r"\sum_i "), ("_{ij}", "_i"))
_SUM_OVER_J = re.compile(r"\\sum_j [^\\]*\{\$\w+\}_j")
_ELEMENT = re.compile(r"_(j|\{j\}|\{ij\}|i(?![a-z]))")
# What stands in a record's LaTeX between a formula and the meaning of a letter in it.
_WHERE = r",\ "
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
        is_vector: Whether the elements stand in one row or column.
    """

    latex: str
    bracketed: bool = False
    elements: tuple[Filler, ...] = ()
    is_vector: bool = False


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
    """Return whether a template is a sum into which none of some arrays is put as a whole."""
    whole = re.compile(rf"\$(?:{'|'.join(map(re.escape, names))})\b(?!\}}_)")
    spread = _DEFINITIONS.get(template, template)
    return r"\sum_" in spread and whole.search(spread) is None


def without_definitions(latex: str) -> tuple[str, tuple[str, ...]]:
    r"""Return a formula and the meanings of the letters in it that stand behind it.

    Example:
        >>> without_definitions(r"1 + u^2,\ u = x + 1")
        ('1 + u^2', ('u = x + 1',))
    """
    main, *definitions = latex.split(_WHERE)
    return main, tuple(definitions)


def fill_with_numbers(
    template: str,
    fillers: Mapping[str, Filler],
    count: int,
    terms: int | None = None,
    *,
    is_cut: bool = False,
) -> str:
    """Fill a template with numbers: sums are written out and juxtaposed factors get their dot.

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
    template = _DEFINITIONS.get(template, template)
    template = re.sub(r"(\d) \$", r"\1 \\cdot $", template)
    if count == 1:
        template = re.sub(r"\\frac\{1\}\{n\} (\\cdot )?", "", template)
    template = re.sub(r"\{[nN]\}", f"{{{count}}}", template)
    template = _spread(template, fillers)
    for place, one in _PLACES:
        template = template.replace(place, one)
    if _SUM not in template and _SUM_OVER_J.search(template):
        template = template.replace(r"\sum_j ", _SUM).replace("}_j", "}_i")
    sizes = {len(filler.elements) for filler in fillers.values() if filler.elements}
    if _SUM in template and terms is not None and terms > 1 and terms not in sizes:
        return ""
    if _SUM not in template:
        # Places of single elements, where whole vectors would be put in, would only mislead.
        return "" if _ELEMENT.search(template) else fill(template, fillers)
    before, term = template.split(_SUM, 1)
    written = [_term(term, fillers, index) for index in range(count if terms is None else terms)]
    if is_cut:
        written.insert(_FIRST_TERMS, r"\cdots")
    together = " + ".join(written if is_cut else _shortened(written))
    bracketed = rf"\left( {together} \right)" if before and len(written) > 1 else together
    return fill(before, fillers) + bracketed


def _shortened(terms: list[str]) -> list[str]:
    """Leave out what adds nothing to a long sum, and then the middle of what is still long."""
    if len(terms) > _LONGEST_SUM:
        terms = [term for term in terms if not _ZERO_FACTOR.match(term)] or terms[:1]
    if len(terms) > _LONGEST_SUM:
        return [*terms[:_FIRST_TERMS], r"\cdots", terms[-1]]
    return terms


def _spread(template: str, fillers: Mapping[str, Filler]) -> str:
    """Write out the sums over j of a vector's elements, or of their exponentials."""
    for written, name, term in _SUMS_OVER_J:
        elements = fillers[name].elements if name in fillers else ()
        is_vector = name in fillers and fillers[name].is_vector
        if written in template and is_vector and 0 < len(elements) <= _LONGEST_SUM:
            # A negative number is bracketed where the plus sign is seen before it.
            terms = fill(term, {name: elements[0]}) + "".join(
                fill(f" + {term}", {name: element}) for element in elements[1:]
            )
            template = template.replace(written, rf"\left( {terms} \right)")
    return template


def _term(term: str, fillers: Mapping[str, Filler], index: int) -> str:
    """Fill the term of a sum with the elements of one index."""
    indexed = {
        name: filler.elements[index % len(filler.elements)] if filler.elements else filler
        for name, filler in fillers.items()
    }
    plain = re.sub(r"\{\$(\w+)\}_i", r"$\1", term)
    return fill(plain, indexed)


def _is_delimited(template: str, start: int, end: int) -> bool:
    before = template[:start].rstrip()[-1:]
    after = template[end:].lstrip()[:1]
    is_base = after == "^" or (before == "{" and template[end : end + 2] == "}^")
    return before in _OPENERS and not is_base
