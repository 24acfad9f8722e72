"""Keeps methods that Qt calls from being freed by an error in one of them."""

from __future__ import annotations

import ctypes
import weakref
from types import FunctionType

from shiboken6 import Shiboken

# How many errors a method survives. Each costs it one reference, once for each of the objects of
# its class that Qt first asks for it in the rest of the same event.
_SPARE = 200

_kept: dict[FunctionType, list[FunctionType]] = {}
# Whose methods are held already: nearly all of them, whenever a page is made.
_seen: weakref.WeakSet[type] = weakref.WeakSet()
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
        if kind in _seen:
            continue
        _seen.add(kind)
        for member in vars(kind).values():
            if isinstance(member, FunctionType) and member not in _kept:
                _kept[member] = [member] * _SPARE


def made_of_qt(base: type = Shiboken.Object) -> set[type]:
    """Return every class below a class, Qt's own and the program's."""
    found: set[type] = set()
    below = [base]
    while below:
        kinds: list[type] = below.pop().__subclasses__()
        fresh = [kind for kind in kinds if kind not in found]
        found.update(fresh)
        below += fresh
    return found
