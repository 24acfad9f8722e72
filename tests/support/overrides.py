"""Hears each exception that leaves a method which Qt calls.

PySide forgets some of them: where Python called Qt, and Qt calls an override that fails, the error
waits for the way back to Python, and what else Qt calls before may lose it.
"""

from __future__ import annotations

import functools
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from types import FunctionType
from typing import Any

from desktop.foundation.overrides import made_of_qt

Hear = Callable[[str, BaseException], None]

# Qt's side of an object remembers which method it calls, and holds no reference to it.
_called: list[Callable[..., Any]] = []


@contextmanager
def watched_overrides(hear: Hear) -> Iterator[None]:
    """Tell of each exception that leaves an override of the program's, and let it go on.

    Args:
        hear: Gets the method's name and the exception.

    Yields:
        While it listens to the classes that were there when it began.
    """
    plain = [
        (kind, name, member)
        for kind in made_of_qt()
        if kind.__module__.startswith("desktop.")
        for name, member in list(vars(kind).items())
        if isinstance(member, FunctionType) and _is_called_by_qt(kind, name)
    ]
    for kind, name, member in plain:
        listening = _listening(f"{kind.__qualname__}.{name}", member, hear)
        _called.append(listening)
        setattr(kind, name, listening)
    try:
        yield
    finally:
        for kind, name, member in plain:
            setattr(kind, name, member)


def _listening(name: str, method: FunctionType, hear: Hear) -> Callable[..., Any]:
    @functools.wraps(method)
    def listening(*arguments: Any, **named: Any) -> Any:
        try:
            return method(*arguments, **named)
        except BaseException as error:
            hear(name, error)
            raise

    return listening


def _is_called_by_qt(kind: type, name: str) -> bool:
    above = kind.__mro__[1:]
    return not name.startswith("_") and any(
        name in vars(base) for base in above if base.__module__.startswith("PySide6.")
    )
