"""Text that is put together piece by piece and spelt out once.

An expression is written from its innermost part outwards. If each part were a text, every step
would copy all that is inside it, and a chain of n gates would take n² characters.
"""

from __future__ import annotations


class Rope:
    """A text in pieces; it is never changed.

    Attributes:
        parts: The pieces in order, texts or ropes themselves.
        length: How many characters it has.
        first: Its first character, or an empty text.
        last: Its last one, likewise.
    """

    __slots__ = ("first", "last", "length", "parts")

    def __init__(self, *parts: str | Rope) -> None:
        """Put pieces together."""
        self.parts = parts
        self.length = sum(map(length, parts))
        self.first = next((sign for part in parts if (sign := first_sign(part))), "")
        self.last = next((sign for part in reversed(parts) if (sign := last_sign(part))), "")


def length(text: str | Rope) -> int:
    """Return how many characters a text has."""
    return len(text) if isinstance(text, str) else text.length


def first_sign(text: str | Rope) -> str:
    """Return a text's first character, or an empty text."""
    return text[:1] if isinstance(text, str) else text.first


def last_sign(text: str | Rope) -> str:
    """Return a text's last character, or an empty text."""
    return text[-1:] if isinstance(text, str) else text.last


def spelt_out(text: str | Rope) -> str:
    """Return a rope as one text, without recursion: it may be as deep as a graph has gates.

    Example:
        >>> spelt_out(Rope("exp(", Rope("x", " + ", "1"), ")"))
        'exp(x + 1)'
    """
    found = []
    waiting = [text]
    while waiting:
        part = waiting.pop()
        if isinstance(part, str):
            found.append(part)
        else:
            waiting.extend(reversed(part.parts))
    return "".join(found)
