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
    product = brief("·".join(parts))
    return question(
        "product_or_name",
        f"Is {name.quoted} the product {product}, or one name?",
        name,
        [*choices, own],
        name=name.text,
        product=product,
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
    return question(
        "product_of_two",
        f"Between {before.quoted} and {after.quoted} stands no operator; is their product meant?",
        after,
        choices,
        before=before.text,
        after=after.text,
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


def divided_product(
    text: str, tokens: Sequence[Token], factor: int, beside: int
) -> FormulaQuestion:
    """Ask whether what follows a quotient without a sign belongs below the line: 1/2x."""
    end = operand_end(tokens, beside)
    gap = (tokens[beside - 1].end, tokens[beside].position, "*")
    return question(
        "quotient_or_product",
        f"Does {tokens[beside].quoted} stand below the line too, or behind the quotient?",
        tokens[beside],
        [
            _written(text, [(tokens[factor].position,) * 2 + ("(",), (end, end, ")")]),
            _written(text, [gap]),
        ],
        name=tokens[beside].text,
    )


def raised_product(
    text: str, tokens: Sequence[Token], exponent: int, beside: int
) -> FormulaQuestion:
    """Ask whether what follows an exponent without a sign belongs to it: e^2x."""
    end = operand_end(tokens, beside)
    start = exponent
    while tokens[start - 1].text in {"-", "+"}:
        start -= 1
    gap = (tokens[beside - 1].end, tokens[beside].position, "*")
    return question(
        "power_or_product",
        f"Does {tokens[beside].quoted} belong to the exponent, or behind the power?",
        tokens[beside],
        [
            _written(text, [(tokens[start].position,) * 2 + ("(",), (end, end, ")")]),
            _written(text, [gap]),
        ],
        name=tokens[beside].text,
    )


def rooted(text: str, tokens: Sequence[Token], sign: int, beside: int) -> FormulaQuestion:
    """Ask how far a root reaches: √2x, √x²."""
    root, first = tokens[sign], tokens[sign + 1]
    inside = tokens[beside - 1].end
    is_power = tokens[beside].text == "**"
    end = operand_end(tokens, sign + 1) if is_power else operand_end(tokens, beside)
    short = [(first.position, first.position, "("), (inside, inside, ")")]
    return question(
        "root_reaches",
        f"How far does {root.quoted} reach here?",
        root,
        [
            _written(text, [(first.position, first.position, "("), (end, end, ")")]),
            _written(text, short),
        ],
        name=root.text,
    )


def function_of_quotient(
    text: str, tokens: Sequence[Token], name: int, slash: int
) -> FormulaQuestion:
    """Ask whether a function without brackets takes the quotient behind it: ln x/y."""
    first, last = tokens[name + 1], tokens[slash - 1]
    end = operand_end(tokens, slash + 1)
    opening = (tokens[name].end, first.position, "(")
    return question(
        "function_reaches",
        f"How far does {tokens[name].quoted} reach here?",
        tokens[name],
        [
            _written(text, [opening, (last.end, last.end, ")")]),
            _written(text, [opening, (end, end, ")")]),
        ],
        name=tokens[name].text,
    )


def inverse_or_reciprocal(text: str, name: Token, power_end: int, inverse: str) -> FormulaQuestion:
    """Ask whether sin⁻¹ is the inverse function or 1/sin."""
    start = name.position
    return question(
        "inverse_or_reciprocal",
        f"Is {name.quoted} to the power −1 the inverse function, or 1 divided by it?",
        name,
        [
            _written(text, [(start, power_end, f"{inverse} ")]),
            _written(text, [(start, power_end, f"1/{name.text}")]),
        ],
        name=name.text,
    )


def comma_in_number(text: str, before: Token, comma: Token, after: Token) -> FormulaQuestion:
    """Ask what a comma between digits is: it may part decimals or thousands."""
    point = rewritten(text, [(comma.position, comma.end, ".")])
    choices = [_as_number(f"{before.text}.{after.text}", point)]
    if len(after.text) == 3 and after.text.isdigit() and before.text != "0":
        whole = rewritten(text, [(comma.position, comma.end, "")])
        choices.append(_as_number(before.text + after.text, whole))
    return question(
        "misplaced_comma",
        "A comma stands only between the inputs of a function; decimals have a point, as in 0.5.",
        comma,
        choices,
    )


def _as_number(number: str, whole: str) -> Choice:
    return read_as("read_as_number", number, whole, number=number)
