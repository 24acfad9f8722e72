"""A number as people write it, told as this program writes one: groups, commas, shares, powers.

``0,5`` and ``1/2`` are numbers everywhere. ``1 000 000``, ``1_000``, ``1′000``, ``1,000.5`` and
``1.000,5`` can mean one thing only and are read so; ``1,000`` and ``1 200`` can mean two.
"""

from __future__ import annotations

import re
import unicodedata
from decimal import Decimal

from engine.errors import Choice, ValueQuestion
from engine.quoting import brief

_SIGNS = str.maketrans(
    {
        **dict.fromkeys("−–‐‑‒—﹣－", "-"),
        **dict.fromkeys("⁄∕／", "/"),
        **dict.fromkeys("\u00a0\u2009\u202f\u2007", " "),
        **dict.fromkeys("'’‘′ʼ", "'"),
        # What an input method for Chinese, Japanese or Korean writes in full width.
        **{chr(code): chr(code - 0xFEE0) for code in range(0xFF01, 0xFF5F) if code != 0xFF0D},
        "\u3000": " ",
        "％": "%",
    }
)
_SUPERSCRIPTS = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹⁻⁺", "0123456789-+")
_DIGITS = r"(?:[0-9]+(?:\.[0-9]*)?|\.[0-9]+)"
_PERCENT = re.compile(r"(?<![\w.%])([+\-]?)(\d+(?:[.,]\d+)?|[.,]\d+)\s?%(?![\w.%])")
_POWER = re.compile(
    rf"([+-]?{_DIGITS})\s*[x×*·⋅]\s*10\s*(?:(?:\^|\*\*)\s*\(?([+-]?[0-9]+)\)?|([⁻⁺]?[⁰¹²³⁴⁵⁶⁷⁸⁹]+))"
)
_BARE_POWER = re.compile(r"([+-]?)10\s*(?:(?:\^|\*\*)\s*\(?([+-]?[0-9]+)\)?|([⁻⁺]?[⁰¹²³⁴⁵⁶⁷⁸⁹]+))")
_AS_IS = re.compile(rf"[+-]?{_DIGITS}(?:[eE][+-]?[0-9]+)?")
_FRACTION = re.compile(r"([+-]?)([0-9]*) ?([¼-¾⅐-⅞])")
# Groups of three, with a mark between them that is no other sign of a number.
_MARKED = re.compile(r"[+-]?[0-9]{1,3}(?:(['_])[0-9]{3})(?:\1[0-9]{3})*(?:[.,][0-9]+)?")
_UNDERSCORED = re.compile(r"[+-]?[0-9]+(?:_[0-9]+)+(?:[.,][0-9]+)?")
_SPACED = re.compile(r"[+-]?[1-9][0-9]{0,2}(?: [0-9]{3})+(?:[.,][0-9]+)?")
_COMMAS = re.compile(r"[+-]?[1-9][0-9]{0,2}(?:,[0-9]{3})+(?:\.[0-9]+)?")
_POINTS = re.compile(r"[+-]?[1-9][0-9]{0,2}(?:\.[0-9]{3})+(?:,[0-9]+)?")
_DECIMAL_COMMA = re.compile(r"[+-]?[0-9]*,[0-9]+(?:[eE][+-]?[0-9]+)?")
# In a list a comma parts numbers; but no number is written 000.
_GROUPED_IN_LIST = re.compile(r"(?<![\w.])[+-]?[1-9][0-9]{0,2}(?:[, ][0-9]{3})+(?![\w.])")
_IDLE_ZEROS = re.compile(r"[, ]0[0-9]{2}(?![0-9])")


def plain_signs(text: str) -> str:
    """Return a text with the signs of a keyboard for those of print, and shares as numbers.

    Example:
        >>> plain_signs("−５"), plain_signs("80 %"), plain_signs("[12.5%, 5 %]")
        ('-5', '0.80', '[0.125, 0.05]')
    """
    return _shares_as_numbers(text.translate(_SIGNS))


def without_percent(text: str) -> str:
    """Return a text with its percentages as numbers of as many digits, and nothing else changed.

    Example:
        >>> without_percent("−5 %"), without_percent("0.5")
        ('-0.05', '0.5')
    """
    told = plain_signs(text)
    return text if told == text.translate(_SIGNS) else told


def plain_number(text: str) -> str:
    """Return one number as this program writes it; what is no number stays as it is.

    Args:
        text: What was typed, its signs those of a keyboard (`plain_signs`).

    Raises:
        ValueQuestion: It can be read in two ways.

    Example:
        >>> [plain_number(text) for text in ("0,5", "1/2", "1.000,5", "1_000", "1.5*10^-3", "1½")]
        ['0.5', '1/2', '1000.5', '1000', '1.5e-3', '3/2']
    """
    if _AS_IS.fullmatch(text):
        return text
    parts = [part.strip() for part in text.split("/")]
    told: list[str] = []
    for place, part in enumerate(parts):
        try:
            told.append(_plain_part(part))
        except ValueQuestion as question:
            if len(parts) == 1:
                raise
            choices = tuple(
                _choice("/".join([*parts[:place], choice.text, *parts[place + 1 :]]))
                for choice in question.choices
                if not choice.text.startswith("[")
            )
            raise _question(text, choices) from question
    return "/".join(told)


def check_list(text: str) -> None:
    """Ask where commas or spaces in a list seem to part groups of digits and not numbers.

    Raises:
        ValueQuestion: They do, as in ``[1,000, 2,000]``.
    """
    found = [match for match in _GROUPED_IN_LIST.finditer(text) if _IDLE_ZEROS.search(match[0])]
    if not found:
        return
    grouped, parted = text, text
    for match in reversed(found):
        start, end = match.span()
        groups = re.split("[, ]", match[0])
        grouped = f"{grouped[:start]}{''.join(groups)}{grouped[end:]}"
        numbers = ", ".join(_without_idle_zeros(group) for group in groups)
        parted = f"{parted[:start]}{numbers}{parted[end:]}"
    raise _question(text, (_choice(grouped), _choice(parted)))


def _plain_part(text: str) -> str:
    told = _power_or_fraction(text)
    return _ungrouped(text) if told is None else told


def _power_or_fraction(text: str) -> str | None:
    """Return 1.5·10³ and 1½ as this program writes them; None for what is neither."""
    power = _POWER.fullmatch(text.replace(",", ".") if text.count(",") == 1 else text)
    if power is not None:
        return f"{power[1]}e{_exponent(power[2], power[3])}"
    bare = _BARE_POWER.fullmatch(text)
    if bare is not None:
        return f"{bare[1]}1e{_exponent(bare[2], bare[3])}"
    fraction = _FRACTION.fullmatch(text)
    return None if fraction is None else _mixed(*fraction.groups())


def _ungrouped(text: str) -> str:
    """Return a number without marks between groups of digits, and with a decimal point."""
    if _MARKED.fullmatch(text) or _UNDERSCORED.fullmatch(text):
        return re.sub("['_]", "", text).replace(",", ".")
    if _SPACED.fullmatch(text):
        return _spaced(text)
    if _COMMAS.fullmatch(text):
        return _with_commas(text)
    if _POINTS.fullmatch(text) and (text.count(".") > 1 or "," in text):
        return text.replace(".", "").replace(",", ".")
    return text.replace(",", ".") if _DECIMAL_COMMA.fullmatch(text) else text


def _with_commas(text: str) -> str:
    if text.count(",") > 1 or "." in text:
        return text.replace(",", "")
    raise _question(text, (_choice(text.replace(",", "")), _choice(text.replace(",", "."))))


def _spaced(text: str) -> str:
    whole = text.replace(" ", "").replace(",", ".")
    numbers = text.split(" ")
    if any(number.startswith("0") for number in numbers[1:]):
        # Nobody writes the number 000.
        return whole
    raise _question(text, (_choice(whole), _choice(f"[{', '.join(numbers)}]")))


def _mixed(sign: str, whole: str, part: str) -> str:
    above, below = unicodedata.normalize("NFKD", part).split("\N{FRACTION SLASH}")
    return f"{sign}{int(whole or 0) * int(below) + int(above)}/{below}"


def _exponent(written: str | None, raised: str | None) -> int:
    return int(written or (raised or "").translate(_SUPERSCRIPTS))


def _without_idle_zeros(group: str) -> str:
    return group.lstrip("0") or "0"


def _shares_as_numbers(text: str) -> str:
    # A hundredth of what stands below a line is seldom what is meant.
    return text if "/" in text or "%" not in text else _PERCENT.sub(_share, text)


def _share(match: re.Match[str]) -> str:
    number = Decimal(match[2].replace(",", ".")).scaleb(-2)
    return f"{match[1]}{number:f}"


def _question(text: str, choices: tuple[Choice, ...]) -> ValueQuestion:
    first, second = (choice.text for choice in choices)
    return ValueQuestion(
        "value_two_readings",
        f"“{brief(text)}” can be read in two ways; write {brief(first)} or {brief(second)}.",
        choices,
        text=brief(text),
        first=brief(first),
        second=brief(second),
    )


def _choice(text: str) -> Choice:
    """Return a reading: 1.000 is called 1, since to some it would be a thousand again."""
    is_number = _AS_IS.fullmatch(text) is not None
    words = repr(float(text)).removesuffix(".0") if is_number else text
    return Choice("value_reading", words, text, details={"text": words})
