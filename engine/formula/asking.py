"""The questions about a formula that can be read in several ways: each with the ways to read it."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from itertools import count

from engine.errors import Choice, FormulaError, FormulaQuestion
from engine.formula.complaints import question, read_as
from engine.formula.doubts import Doubt, Edit, both, rewritten, written
from engine.formula.spans import operand_end
from engine.formula.tokens import Kind, Token
from engine.quoting import brief, quote


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


def product_of_two(before: Token, after: Token) -> Doubt:
    """Ask whether two names side by side are their product."""
    signs = ("*", "@") if before.text[:1].isupper() else ("*",)
    readings = tuple(((before.end, after.position, sign),) for sign in signs)
    return Doubt("product_of_two", _ask_product, after, readings, before)


def _ask_product(doubt: Doubt, texts: Sequence[str]) -> FormulaQuestion:
    before, after = doubt.before, doubt.token
    assert before is not None
    parts = (before.text, after.text)
    choices = [_in_words(sign, whole, parts) for sign, whole in zip("*@", texts, strict=False)]
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


def called_or_multiplied(name: Token, after: Token) -> Doubt:
    """Ask whether what names a function and a value alike is called: σ x."""
    call = ((name.end, after.position, "("), (after.end, after.end, ")"))
    return Doubt("called", _ask_called, name, (call, ((name.end, after.position, "*"),)))


def _ask_called(doubt: Doubt, texts: Sequence[str]) -> FormulaQuestion:
    choices, one, other = both(texts)
    return question(
        "call_or_product",
        f"Whether {doubt.token.quoted} is the function or a value is not clear; write {one} or "
        f"{other}.",
        doubt.token,
        choices,
        name=doubt.token.text,
        one=one,
        other=other,
    )


def refuse_other_logarithm(text: str, name: Token, own: Collection[str]) -> None:
    """Ask about lg, to some the logarithm to base 10, and to others that to base 2.

    Raises:
        FormulaQuestion: The name is lg, and no value is called so.
    """
    if name.text.casefold() == "lg" and name.text not in own:
        ways = [[(name.position, name.end, other)] for other in ("log10", "log2")]
        raise other_logarithm(text, name, ways)


def other_logarithm(text: str, name: Token, ways: Sequence[Sequence[Edit]]) -> FormulaQuestion:
    """Offer the logarithms to base 10 and 2 by their names."""
    choices = [written(rewritten(text, edits)) for edits in ways]
    return question(
        "other_logarithm",
        f"{name.quoted} is not read so here; log(x) is natural, and for the others write "
        "log10(x) or log2(x).",
        name,
        choices,
        name=name.text,
    )


def value_before_bracket(name: Token, bracket: Token) -> Doubt:
    """Say that a name stands for a value and not for a function, and offer the product."""
    star = (name.end, bracket.position, "*")
    return Doubt("value_before_bracket", _ask_value, name, ((star,),))


def _ask_value(doubt: Doubt, texts: Sequence[str]) -> FormulaQuestion:
    name = doubt.token
    product = f"{brief(name.text)}·(…)"
    return question(
        "variable_called",
        f"{name.quoted} is a value here and not a function; to multiply, write "
        f"{brief(name.text)}*(…).",
        name,
        [read_as("read_as_product", f"{product}, a product", texts[0], product=product)],
        name=name.text,
    )


def calls_of_names(
    text: str, tokens: Sequence[Token], stuck: Mapping[int, Sequence[tuple[str, str]]], own: bool
) -> FormulaQuestion:
    """Ask whether names are functions with what they take, stuck together: lnx.

    Args:
        text: The formula.
        tokens: Its tokens.
        stuck: The indices of these names, and how each may be parted.
        own: Whether they may be names of their own.
    """
    first = tokens[min(stuck)]
    parted = stuck[min(stuck)]
    choices = []
    for number in range(len(parted)):
        edits = [
            edit
            for index, ways in stuck.items()
            for edit in _as_call(tokens, index, *ways[min(number, len(ways) - 1)])
        ]
        choices.append(written(rewritten(text, edits)))
    if own:
        name = brief(first.text)
        names = {tokens[index].text for index in stuck}
        choices.append(read_as("read_as_name", f"“{name}” is one name", text, names, name=name))
    call = brief(f"{parted[0][0]}({parted[0][1]})")
    return question(
        "call_or_name",
        f"Is {first.quoted} the function {call}, or one name? The function is written {call}.",
        first,
        choices,
        name=first.text,
        call=call,
    )


def _as_call(tokens: Sequence[Token], index: int, function: str, inside: str) -> list[Edit]:
    token = tokens[index]
    end = operand_end(tokens, index)
    return [(token.position, token.end, f"{function}({inside}"), (end, end, ")")]


def transposed_product(text: str, token: Token, own: bool) -> FormulaQuestion:
    """Ask whether the exponent of W^TX is the sign of a transposed matrix and a factor."""
    turned = rewritten(text, [(token.position + 1, token.position + 1, " @ ")])
    choices = [written(turned)]
    if own:
        name = brief(token.text)
        choices.append(read_as("read_as_name", f"“{name}” is one name", text, [name], name=name))
    return question(
        "transposed_or_power",
        f"Is the T in {token.quoted} the sign of a transposed matrix? Its product is written "
        f"{quote(turned)}.",
        token,
        choices,
        name=token.text,
        one=quote(turned),
    )


def operation_as_name(text: str, tokens: Sequence[Token], error: FormulaError) -> FormulaQuestion:
    """Offer another name where an operation's is given to a value: dot = w[0]*x[0]."""
    typed = next(token for token in tokens if token.position == error.position)
    names = {token.text for token in tokens}
    free = next(name for number in count(1) if (name := f"{typed.text}{number}") not in names)
    edits = [
        (token.position, token.end, free)
        for index, token in enumerate(tokens)
        if token.kind is Kind.NAME
        and token.text == typed.text
        and tokens[index + 1].kind is not Kind.OPEN
    ]
    whole = rewritten(text, edits)
    choice = read_as("read_as_renamed", f"call it {free}", whole, [free], name=free)
    return FormulaQuestion(
        error.code,
        error.sentence,
        position=error.position,
        length=error.length,
        choices=(choice,),
        **error.details,
    )


def inverse_or_reciprocal(text: str, name: Token, power_end: int, inverse: str) -> FormulaQuestion:
    """Ask whether sin⁻¹ is the inverse function or 1/sin."""
    start = name.position
    space = "" if text[power_end : power_end + 1] in {" ", "("} else " "
    readings = (
        [(start, power_end, inverse + space)],
        [(start, power_end, f"1/{name.text}{space}")],
    )
    choices, one, other = both([rewritten(text, edits) for edits in readings])
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
        "A comma stands between the inputs of a function, as in max(a, b), and between the "
        "numbers of a vector, as in [1, 2]; decimals have a point, as in 0.5.",
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
