"""Keeps methods that Qt calls from being freed by an error in one of them."""

from __future__ import annotations

import ctypes
from collections.abc import Iterator
from types import FunctionType

from shiboken6 import Shiboken

# How many errors a method survives. Each costs it one reference, once for each of the objects of
# its class that Qt first asks for it in the rest of the same event.
_SPARE = 200

_kept: dict[FunctionType, list[FunctionType]] = {}
# Never given back: where references were lost, giving back the others would free a method too
# early at the end of the program.
ctypes.pythonapi.Py_IncRef(ctypes.py_object(_kept))


def keep_overrides() -> None:
    """Hold spare references to each method of each class made of one of Qt's, made so far.

    When an override raises an exception in the midst of an event, PySide (6.11.3,
    ``Sbk_GetPyOverride``) gives up looking for others until Python is reached again, and then
    releases the method found although it belongs to its class alone. Without a spare reference the
    method would be freed while its class still holds it, and the program would crash at its next
    use, often much later and somewhere else.
    """
    for kind in made_of_qt():
        for member in vars(kind).values():
            if isinstance(member, FunctionType) and member not in _kept:
                _kept[member] = [member] * _SPARE


def made_of_qt(base: type = Shiboken.Object) -> Iterator[type]:
    """Return every class below a class, Qt's own and the program's, some more than once."""
    below: list[type] = base.__subclasses__()
    for kind in below:
        yield kind
        yield from made_of_qt(kind)
