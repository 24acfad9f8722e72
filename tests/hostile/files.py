"""Files that nobody wrote: damaged, foreign and hostile ones, made from good ones by a seed."""

from __future__ import annotations

import json
import math
import random
from collections.abc import Callable, Iterator
from typing import Any

# What takes the place of an entry: other types, the ends of the numbers, long and strange texts.
LONG = 10_000_000
STRANGE_TEXTS = (
    "",
    "<img src='/dev/zero'>",
    "<b>x</b>",
    "&amp;",
    "&File",
    "{0} {name} %n",
    "\u202egnp.exe",
    "a\x00b",
    "line\nbreak",
    "\ud800",
    "x" * 100_000,
    "𝕏" * 70_000,
)
STRANGE_VALUES: tuple[Any, ...] = (
    None, True, False, 0, -1, 1, 2**31, 2**53 + 1, 10**300, 10**400, -0.0, 0.5, 1e308, -1e308,
    5e-324, math.nan, math.inf, -math.inf, [], {}, [[]], [[[1]]], [1, "1"], [[1, 2], [3]],
    {"id": 1}, [1] * 20_000, *STRANGE_TEXTS,
)  # fmt: skip


def mutated(good: bytes, seed: int) -> bytes:
    """Return a file damaged in one to four ways; the same for the same seed."""
    dice = random.Random(seed)
    content = good
    is_record = good.startswith(b"{")
    # Damage to single bytes mostly leaves no JSON text, so that most files keep to entries.
    if dice.random() < 0.8:
        for _ in range(dice.randint(1, 3)):
            content = (_swap_entry if is_record else _swap_cell)(content, dice)
    else:
        for _ in range(dice.randint(1, 3)):
            content = dice.choice(_WAYS)(content, dice)
    return content


def special(good: bytes) -> Iterator[tuple[str, bytes]]:
    """Yield hostile files with their names; the largest has some ten megabytes."""
    yield "empty", b""
    yield "zeros", bytes(100_000)
    yield "utf-16", good.decode().encode("utf-16")
    yield "utf-32", good.decode().encode("utf-32")
    yield "latin-1", b'{"format": "\xe9\xff"}'
    yield "bom", b"\xef\xbb\xbf" + good
    yield "brackets", b"[" * 100_000
    yield "braces", b'{"a":' * 100_000
    yield "closed brackets", b"[" * 900 + b"]" * 900
    yield "digits", b"9" * 1_000_000
    yield "exponent", b"1e400"
    yield "long text", json.dumps("x" * LONG).encode()
    yield "long line", b"a" * LONG
    yield "lines", b"\n" * LONG
    yield "commas", b"," * 4_000_000
    yield "quotes", b'"' * 1_000_001
    try:
        record = json.loads(good)
    except ValueError:
        return
    for key in record:
        for name, value in (
            ("ten million letters", "x" * LONG),
            ("deep", _deep(900)),
            ("many entries", [{"id": n, "operation": "add"} for n in range(60_000)]),
            ("many numbers", [0] * 1_000_000),
            ("nothing", None),
        ):
            yield f"{key}: {name}", json.dumps(record | {key: value}).encode()
    body = good.strip()
    yield "twice the keys", body[:-1] + b"," + body[1:]
    yield "trailing", good + b"x"


def _deep(levels: int) -> Any:
    value: Any = 1
    for _ in range(levels):
        value = [value]
    return value


def _flip(content: bytes, dice: random.Random) -> bytes:
    data = bytearray(content)
    for _ in range(dice.randint(1, 8)):
        if data:
            data[dice.randrange(len(data))] ^= 1 << dice.randrange(8)
    return bytes(data)


def _truncate(content: bytes, dice: random.Random) -> bytes:
    return content[: dice.randint(0, len(content))]


def _splice(content: bytes, dice: random.Random) -> bytes:
    first, second = sorted(dice.randint(0, len(content)) for _ in range(2))
    return content[:first] + content[second:] + content[first:second]


def _repeat(content: bytes, dice: random.Random) -> bytes:
    first, second = sorted(dice.randint(0, len(content)) for _ in range(2))
    return content[:second] + content[first:second] * dice.randint(1, 3) + content[second:]


def _digit(content: bytes, dice: random.Random) -> bytes:
    """Put another number where one stands."""
    places = [place for place, byte in enumerate(content) if 48 <= byte <= 57]
    if not places:
        return content
    place = dice.choice(places)
    number = dice.choice([b"0", b"-1", b"1e400", b"9" * 30, b"0.5", b"NaN", b"true", b"99"])
    return content[:place] + number + content[place + 1 :]


def _swap_entry(content: bytes, dice: random.Random) -> bytes:
    """Put something else in the place of one entry, or take it away."""
    record = _parsed(content)
    holders = list(_holders(record))
    if not holders:
        return content
    holder = dice.choice(holders)
    key = dice.choice(list(holder) if isinstance(holder, dict) else list(range(len(holder))))
    if dice.random() < 0.15:
        del holder[key]
    elif dice.random() < 0.2:
        other = dice.choice(holders)
        holder[key] = other if not _contains(other, holder) else dice.choice(STRANGE_VALUES)
    else:
        holder[key] = dice.choice(STRANGE_VALUES)
    return json.dumps(record).encode()


def _swap_cell(content: bytes, dice: random.Random) -> bytes:
    """Put something else in the place of one cell of a table."""
    lines = content.decode("utf-8", "replace").split("\n")
    place = dice.randrange(len(lines))
    cells = lines[place].split(",")
    cells[dice.randrange(len(cells))] = str(dice.choice(STRANGE_VALUES))
    lines[place] = ",".join(cells)
    return "\n".join(lines).encode("utf-8", "surrogatepass")


def _parsed(content: bytes) -> Any:
    try:
        return json.loads(content)
    except (ValueError, RecursionError):
        return None


def _holders(value: Any) -> Iterator[Any]:
    """Yield every list and every record that holds something."""
    if isinstance(value, dict | list) and value:
        yield value
        for inner in value.values() if isinstance(value, dict) else value:
            yield from _holders(inner)


def _contains(value: Any, wanted: Any) -> bool:
    return any(holder is wanted for holder in _holders(value))


_WAYS: tuple[Callable[[bytes, random.Random], bytes], ...] = (
    _flip, _truncate, _splice, _repeat, _digit, _digit,
)  # fmt: skip
