"""Widgets whose size takes long to find out: a page asks them one by one before a layout."""

from __future__ import annotations


class SlowToMeasure:
    """A second base beside a class of Qt.

    A page in pieces lets each of them measure in a turn of its own; a layout would ask them all in
    one.
    """

    def measure(self) -> None:
        """Find out now, and keep, what the size follows from."""
        raise NotImplementedError(f"{type(self).__name__} does not say how it is measured")
