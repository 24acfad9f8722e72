"""A table of a file whose values other places name by their numbers."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any


class RecordTable:
    """Values that several places name by a number from 1, each written once."""

    def __init__(self, write: Callable[[Any], Any]) -> None:
        """Begin without values; `write` makes of one what a file can hold."""
        self._write = write
        # The values are kept with their numbers, so that no other can take one's id.
        self._known: dict[int, tuple[int, object]] = {}
        self._places: dict[str, int] = {}
        self.records: list[Any] = []

    def number(self, value: object) -> int:
        """Return a value's number; one that is written like another shares its number."""
        known = self._known.get(id(value))
        if known is None:
            written = self._write(value)
            # As text, 0 and −0 are two numbers.
            text = written if isinstance(written, str) else json.dumps(written)
            place = self._places.setdefault(text, len(self.records) + 1)
            if place > len(self.records):
                self.records.append(written)
            known = self._known[id(value)] = (place, value)
        return known[0]
