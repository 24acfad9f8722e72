"""The accelerator is there when numba is, and asks it for arithmetic like NumPy's."""

from __future__ import annotations

import sys
from collections.abc import Callable
from importlib.machinery import ModuleSpec
from types import ModuleType
from typing import Any

import pytest

from engine.autodiff.codegen.accelerator import find_accelerator


def test_there_is_none_without_numba(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "numba", None)
    assert find_accelerator() is None


def test_with_numba_it_compiles_without_exceptions_and_without_the_lock(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    asked: dict[str, Any] = {}

    def njit(**options: Any) -> Callable[[Callable[..., Any]], Callable[..., Any]]:
        asked.update(options)
        return lambda function: lambda *numbers: ("compiled", function(*numbers))

    stand_in = ModuleType("numba")
    stand_in.__spec__ = ModuleSpec("numba", None)
    stand_in.njit = njit  # type: ignore[attr-defined]
    monkeypatch.setitem(sys.modules, "numba", stand_in)

    accelerate = find_accelerator()

    assert accelerate is not None
    assert accelerate(lambda x: x + 1)(2) == ("compiled", 3)
    assert asked == {"error_model": "numpy", "nogil": True}
