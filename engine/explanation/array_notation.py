r"""Templates of arrays: the places of elements, and which products go element by element.

The records write for a vector: ``\sum_i`` goes over all elements, ``\sum_j`` and ``\sum_k`` over
those of one row, which is all a vector has.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping

# A sum over one row, and what it adds up: a product of elements, or of their exponentials.
_FACTOR = r"(?:e\^\{\{\$\w+\}_INDEX\}|\{\$\w+\}_INDEX|\\left\(\$\w+\\right\)_INDEX|[a-z]_INDEX)"
ROW_SUM = re.compile(
    r"\\sum_([jk]) (" + f"{_FACTOR}(?: \\\\cdot {_FACTOR})*".replace("INDEX", r"\1") + r")"
)
_PLACE = re.compile(r"(?:\{\$(\w+)\}|(\\right\)|\)|(?<![A-Za-z\\])[a-z]))_([ijk])(?![A-Za-z])")
_MEAN = re.compile(r"\\frac\{1\}\{n\} (?:\\cdot )?")
# What goes over all elements, whatever their array.
_OVER_ALL = re.compile(r"(\\(?:sum|prod|max|min))_i ")
_LEADING = "hg"
_OPENING, _CLOSING = "([{", ")]}"
# What ends a factor: signs of sums, of comparisons and of lists.
_END = re.compile(r" [+-] |[<>=,&]|\\le\b|\\ge\b|\\\\")


def with_places(template: str, axes: Mapping[str, int], whole: int) -> str:
    r"""Return a template with as many places at each element as its array has axes.

    Args:
        template: The template, written for a vector.
        axes: The number of axes of each array, by its name.
        whole: That of all of them side by side, which sums go over.

    Example:
        >>> with_places(r"\sum_i ({$p}_i - {$t}_i)^2", {"p": 2, "t": 1}, 2)
        '\\sum_{ij} ({$p}_{ij} - {$t}_{j})^2'
        >>> with_places(r"\sum_i ({$p}_i - {$t}_i)^2", {"p": 0, "t": 0}, 0)
        '($p - $t)^2'
    """
    if whole == 0:
        template = _OVER_ALL.sub("", template)

    def placed(found: re.Match[str]) -> str:
        name, base, letter = found.groups()
        count = whole if name is None else axes.get(name, whole)
        owner = base if name is None else f"{{${name}}}"
        if count == 0:
            return owner if name is None else f"${name}"
        return f"{owner}_{{{_letters(letter, count, whole)}}}"

    if whole == 1:
        return _without_scalars(template, axes)
    template = _PLACE.sub(placed, template)
    places = _letters("i", whole, whole)
    return _OVER_ALL.sub(lambda found: rf"{found[1]}_{{{places}}} ", template)


def without_mean(template: str) -> str:
    r"""Return a template without the mean that a single element or sample needs none of.

    Example:
        >>> without_mean(r"-\frac{1}{n} \ln $p")
        '-\\ln $p'
    """
    return _MEAN.sub("", template).replace(r"\frac{2}{n}", "2")


def _without_scalars(template: str, axes: Mapping[str, int]) -> str:
    """Take the places from numbers, which have no elements."""
    for name, count in axes.items():
        if count == 0:
            template = re.sub(rf"\{{\${name}\}}_[ijk](?![A-Za-z])", f"${name}", template)
    return template


def _letters(letter: str, count: int, whole: int) -> str:
    """Return the places of an element: the last ones of those that the whole array has."""
    last = "j" if letter == "i" else letter
    before = ("i" + _LEADING)[: whole - 1][::-1]
    return (before + last)[-count:]


def with_products(
    template: str, arrays: Collection[str], letters: Collection[str], *, are_rows: bool
) -> str:
    r"""Return a template with ``\odot`` where arrays are multiplied element by element.

    Args:
        template: The template; products of arrays in it are meant element by element.
        arrays: The names of the blanks that arrays are put into.
        letters: Letters that stand for arrays.
        are_rows: Whether a sum over a row is one number for each of several rows.

    Example:
        >>> with_products(r"$w \cdot $x \cdot ($x - $b)", {"x"}, (), are_rows=False)
        '$w \\cdot $x \\odot ($x - $b)'
    """
    array, text, start = _array_pattern(arrays, letters, are_rows=are_rows), "", 0
    for found in re.finditer(r"\\cdot", template):
        left, right = _before(template, found.start()), _behind(template, found.end())
        is_elementwise = bool(array.search(left) and array.search(right))
        text += template[start : found.start()] + (r"\odot" if is_elementwise else r"\cdot")
        start = found.end()
    return text + template[start:]


def names_array(template: str, arrays: Collection[str], letters: Collection[str]) -> bool:
    """Tell whether an array stands as a whole in a template."""
    return _array_pattern(arrays, letters, are_rows=False).search(template) is not None


def _array_pattern(
    arrays: Collection[str], letters: Collection[str], *, are_rows: bool
) -> re.Pattern[str]:
    # The vector of ones is an array, too; an indicator, which brackets follow, is what it asks.
    names = [r"\\mathbf\{1\}(?!\[)"]
    if arrays:
        names += [rf"\$(?:{'|'.join(map(re.escape, arrays))})\b(?!\}}_|\\right\)_)"]
        names += [rf"(?<![A-Za-z\\$]){letter}(?![A-Za-z_'])" for letter in letters]
    names += [r"\\sum_[jk] "] if are_rows else []
    return re.compile("|".join(names))


def _before(template: str, end: int) -> str:
    """Return the factors that stand before a sign of multiplication."""
    depth = 0
    for place in range(end - 1, -1, -1):
        letter = template[place]
        depth += (letter in _CLOSING) - (letter in _OPENING)
        if depth < 0 or (depth == 0 and _END.match(template, place)):
            return template[place:end]
    return template[:end]


def _behind(template: str, start: int) -> str:
    """Return the factor that stands behind a sign of multiplication."""
    depth = 0
    for place in range(start, len(template)):
        letter = template[place]
        depth += (letter in _OPENING) - (letter in _CLOSING)
        is_next = template.startswith((r"\cdot", r"\odot"), place)
        if depth < 0 or (depth == 0 and (is_next or _END.match(template, place))):
            return template[start:place]
    return template[start:]
