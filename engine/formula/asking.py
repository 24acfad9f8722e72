"""The questions about a formula that can be read in several ways: each with the ways to read it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from engine.errors import Choice, FormulaQuestion
from engine.formula.complaints import question, read_as
from engine.formula.tokens import Kind, Token
from engine.quoting import brief, quote

# What to put in where: the text between two places is replaced.
Edit = tuple[int, int, str]
_OPENING = frozenset({"(", "{"})


def rewritten(text: str, edits: Iterable[Edit]) -> str:
    """Return a text with pieces replaced.

    Example:
        >>> rewritten("1/2x", [(2, 2, "("), (4, 4, ")")])
        '1/(2x)'
    """
    for start, end, new in sorted(edits, key=lambda edit: edit[:2], reverse=True):
        text = text[:start] + new + text[end:]
    return text


def operand_end(tokens: Sequence[Token], index: int) -> int:
    """Return where in the text the operand ends that begins with a token, its powers included."""
    place = _atom_end(tokens, index)
    while tokens[place + 1].text == "**":
        place = _atom_end(tokens, place + 2)
    return tokens[place].end


def _atom_end(tokens: Sequence[Token], index: int) -> int:
    """Return the index of the last token of what cannot be parted: a number, a name, a bracket."""
    last = len(tokens) - 2
    while index < last and tokens[index].text in {"-", "+"}:
        index += 1
    if index < last and tokens[index].kind is Kind.NAME and tokens[index + 1].kind is Kind.OPEN:
        index += 1
    if tokens[min(index, last)].kind is not Kind.OPEN:
        return min(index, last)
    depth = 0
    for place in range(index, last + 1):
        depth += (tokens[place].kind is Kind.OPEN) - (tokens[place].kind is Kind.CLOSE)
        if depth == 0:
            return place
    return last


def product_of_names(
    text: str, tokens: Sequence[Token], name: Token, doubtful: Mapping[str, Sequence[str]]
) -> FormulaQuestion:
    """Ask whether names are names or the products of the names that they are made of.

    Args:
        text: The formula.
        tokens: Its tokens.
        name: The first of these names, which the question is about.
        doubtful: All of them, with what each is made of; the answer holds for all.
    """
    parts = doubtful[name.text]
    signs = ("*", "@") if any(part[:1].isupper() for part in parts) else ("*",)
    choices = [_in_words(sign, _written_out(text, tokens, doubtful, sign), parts) for sign in signs]
    own = read_as(
        "read_as_name",
        f"“{brief(name.text)}” is one name",
        text,
        doubtful,
        name=brief(name.text),
    )
    product, plain = brief("·".join(parts)), brief("*".join(parts))
    return question(
        "product_or_name",
        f"Is {name.quoted} the product {product}, or one name? The product is written {plain}.",
        name,
        [*choices, own],
        name=name.text,
        product=product,
        plain=plain,
    )


def _written_out(
    text: str, tokens: Sequence[Token], doubtful: Mapping[str, Sequence[str]], sign: str
) -> str:
    edits = []
    for index, token in enumerate(tokens):
        if token.kind is not Kind.NAME or token.text not in doubtful:
            continue
        product = sign.join(doubtful[token.text])
        before = tokens[index - 1] if index else None
        after = tokens[index + 1]
        binds = before is not None and (before.text in {"/", "**", "@"} or before.kind is Kind.NAME)
        held = binds or after.kind in {Kind.TRANSPOSED, Kind.DOT, Kind.ARRAY}
        edits.append((token.position, token.end, f"({product})" if held else product))
    return rewritten(text, edits)


def _in_words(sign: str, whole: str, parts: Sequence[str]) -> Choice:
    product = brief(("·" if sign == "*" else sign).join(parts))
    if sign == "@":
        return read_as(
            "read_as_matrix_product",
            f"{product}, a product of matrices",
            whole,
            product=product,
        )
    return read_as("read_as_product", f"{product}, a product", whole, product=product)


def product_of_two(text: str, before: Token, after: Token) -> FormulaQuestion:
    """Ask whether two names side by side are their product."""
    signs = ("*", "@") if before.text[:1].isupper() else ("*",)
    choices = [
        _in_words(
            sign,
            rewritten(text, [(before.end, after.position, sign)]),
            (before.text, after.text),
        )
        for sign in signs
    ]
    product = f"{brief(before.text)}*{brief(after.text)}"
    return question(
        "product_of_two",
        f"Between {before.quoted} and {after.quoted} stands no operator; a product is written "
        f"{product}.",
        after,
        choices,
        before=before.text,
        after=after.text,
        product=product,
    )


def value_before_bracket(text: str, name: Token, bracket: Token) -> FormulaQuestion:
    """Say that a name stands for a value and not for a function, and offer the product."""
    whole = rewritten(text, [(name.end, bracket.position, "*")])
    product = f"{brief(name.text)}·(…)"
    return question(
        "variable_called",
        f"{name.quoted} is a value here and not a function; to multiply, write "
        f"{brief(name.text)}*(…).",
        name,
        [read_as("read_as_product", f"{product}, a product", whole, product=product)],
        name=name.text,
    )


def _written(text: str, edits: Sequence[Edit]) -> Choice:
    """Return a reading that is told by how it is written."""
    whole = rewritten(text, edits)
    return read_as("read_as_written", quote(whole), whole, formula=quote(whole))


def _both(text: str, *readings: Sequence[Edit]) -> tuple[list[Choice], str, str]:
    """Return two ways of writing as answers, and as a sentence says them."""
    choices = [_written(text, edits) for edits in readings]
    one, other = (quote(choice.text) for choice in choices)
    return choices, one, other


def divided_product(
    text: str, tokens: Sequence[Token], factor: int, beside: int
) -> FormulaQuestion:
    """Ask whether what follows a quotient without a sign belongs below the line: 1/2x."""
    end = operand_end(tokens, beside)
    start = tokens[factor].position
    inside = [(start, start, "("), (end, end, ")")]
    choices, one, other = _both(text, inside, [_star(tokens, beside)])
    return question(
        "quotient_or_product",
        f"Whether {tokens[beside].quoted} belongs below the line is not clear; write {one} or "
        f"{other}.",
        tokens[beside],
        choices,
        name=tokens[beside].text,
        one=one,
        other=other,
    )


def raised_product(
    text: str, tokens: Sequence[Token], exponent: int, beside: int
) -> FormulaQuestion:
    """Ask whether what follows an exponent without a sign belongs to it: e^2x."""
    end = operand_end(tokens, beside)
    first = exponent
    while tokens[first - 1].text in {"-", "+"}:
        first -= 1
    start = tokens[first].position
    inside = [(start, start, "("), (end, end, ")")]
    choices, one, other = _both(text, inside, [_star(tokens, beside)])
    return question(
        "power_or_product",
        f"Whether {tokens[beside].quoted} belongs to the exponent is not clear; write {one} or "
        f"{other}.",
        tokens[beside],
        choices,
        name=tokens[beside].text,
        one=one,
        other=other,
    )


def _star(tokens: Sequence[Token], beside: int) -> Edit:
    """Return the edit that puts a sign of multiplication before a token."""
    return tokens[beside - 1].end, tokens[beside].position, "*"


def rooted(text: str, tokens: Sequence[Token], sign: int, beside: int) -> FormulaQuestion:
    """Ask how far a root reaches: √2x, √x²."""
    first, inside = tokens[sign + 1].position, tokens[beside - 1].end
    is_power = tokens[beside].text == "**"
    end = operand_end(tokens, sign + 1 if is_power else beside)
    opening = (first, first, "(")
    far, near = [opening, (end, end, ")")], [opening, (inside, inside, ")")]
    return _reach(text, tokens[sign], far, near)


def function_of_quotient(
    text: str, tokens: Sequence[Token], name: int, slash: int
) -> FormulaQuestion:
    """Ask whether a function without brackets takes the quotient behind it: ln x/y."""
    last = tokens[slash - 1].end
    end = operand_end(tokens, slash + 1)
    opening = (tokens[name].end, tokens[name + 1].position, "(")
    far, near = [opening, (end, end, ")")], [opening, (last, last, ")")]
    return _reach(text, tokens[name], near, far)


def function_of_product(
    text: str, tokens: Sequence[Token], name: int, beside: int
) -> FormulaQuestion:
    """Ask whether a function without brackets takes two names behind it: sin x y."""
    end = operand_end(tokens, beside)
    last = tokens[beside - 1].end
    opening = (tokens[name].end, tokens[name + 1].position, "(")
    star = (last, tokens[beside].position, "*")
    near = [opening, (last, tokens[beside].position, ")*")]
    return _reach(text, tokens[name], [opening, star, (end, end, ")")], near)


def power_of_sum(text: str, tokens: Sequence[Token], sign: int, power: int) -> FormulaQuestion:
    """Ask whether what Σ(…)² squares is each term or the sum."""
    end = operand_end(tokens, sign + 1)
    start, opened, closed = tokens[sign].position, tokens[sign].end, tokens[power - 1].end
    each = [(opened, opened, "("), (end, end, ")")]
    whole = [(start, start, "("), (closed, closed, ")")]
    return _reach(text, tokens[sign], each, whole)


def _reach(text: str, token: Token, *readings: Sequence[Edit]) -> FormulaQuestion:
    choices, one, other = _both(text, *readings)
    return question(
        "how_far_it_reaches",
        f"How far {token.quoted} reaches is not clear; write {one} or {other}.",
        token,
        choices,
        name=token.text,
        one=one,
        other=other,
    )


def inverse_or_reciprocal(text: str, name: Token, power_end: int, inverse: str) -> FormulaQuestion:
    """Ask whether sin⁻¹ is the inverse function or 1/sin."""
    start = name.position
    space = "" if text[power_end : power_end + 1] in {" ", "("} else " "
    readings = (
        [(start, power_end, inverse + space)],
        [(start, power_end, f"1/{name.text}{space}")],
    )
    choices, one, other = _both(text, *readings)
    return question(
        "inverse_or_reciprocal",
        f"{name.quoted} to the power −1 is the inverse function to some, and 1 divided by it to "
        f"others; write {one} or {other}.",
        name,
        choices,
        name=name.text,
        one=one,
        other=other,
    )


def comma_in_number(text: str, before: Token, comma: Token, after: Token) -> FormulaQuestion:
    """Ask what a comma between digits is: it may part decimals or thousands."""
    if len(after.text) == 3 and after.text.isdigit() and before.text != "0":
        return _two_readings(text, before, comma, after, ".")
    decimal = rewritten(text, [(comma.position, comma.end, ".")])
    return question(
        "misplaced_comma",
        "A comma stands only between the inputs of a function; decimals have a point, as in 0.5.",
        comma,
        [_as_number(f"{before.text}.{after.text}", decimal)],
    )


def thousands_or_inputs(text: str, before: Token, comma: Token, after: Token) -> FormulaQuestion:
    """Ask whether the comma of ``max(1,000)`` parts thousands or inputs."""
    return _two_readings(text, before, comma, after, ", ")


def _two_readings(
    text: str, before: Token, comma: Token, after: Token, other: str
) -> FormulaQuestion:
    """Ask whether a comma parts thousands, or is what would be written ``other``."""
    words = [f"{before.text}{sign}{after.text}" for sign in ("", other)]
    texts = [rewritten(text, [(comma.position, comma.end, sign)]) for sign in ("", other)]
    typed = brief(f"{before.text},{after.text}")
    first, second = (brief(each) for each in words)
    return question(
        "value_two_readings",
        f"“{typed}” can be read in two ways; write {first} or {second}.",
        comma,
        [_as_number(number, whole) for number, whole in zip(words, texts, strict=True)],
        text=typed,
        first=first,
        second=second,
    )


def _as_number(number: str, whole: str) -> Choice:
    return read_as("read_as_number", number, whole, number=number)
