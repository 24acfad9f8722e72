"""Finds every English text of the engine that the desktop shows, so that it can be translated.

The tables of the engine are data with titles and summaries; its errors have codes. Neither passes
through Qt's ``tr``, so Qt's own tool cannot see them.
"""

from __future__ import annotations

import ast
import dataclasses
import importlib
import json
import pkgutil
from collections.abc import Iterator
from enum import Enum, EnumType
from types import ModuleType

import engine
from engine.registry import Registry
from tests.support.sources import ROOT, sources

# Attributes of records that hold a sentence or a title for people.
SHOWN = ("title", "summary", "sentence", "note", "convention", "description")

# What an operation calls its input ports.
_PORTS = "inputs"

# What the engine says in a terminal stays English, as what is typed there is.
_TERMINAL = "command_line"

# Calls that make an error of a code and its details or say the like of a table, and those that tell
# what a lesson waits for.
RAISING = ("Error", "ValueQuestion", "refuse", "remark", "question", "read_as")
WAITING = ("missing",)
# What such a call is told beside the details: where something is wrong, how badly, and the answers.
_BESIDE = {"position", "length", "at", "is_warning", "weight", "choice", "readings", "taken"}
_BESIDE |= {"rewritten", "as_names", "otherwise"}


def table_texts() -> list[str]:
    """Return the texts of all records of all registries, in order and each once."""
    texts: dict[str, None] = {}
    for module in _modules():
        for value in vars(module).values():
            if isinstance(value, Registry):
                for record in value.values():
                    texts.update(dict.fromkeys(_texts(record)))
            elif isinstance(value, EnumType) and hasattr(value, "title"):
                kinds: Iterator[Enum] = iter(value)
                texts.update(dict.fromkeys(text for kind in kinds for text in _texts(kind)))
            elif dataclasses.is_dataclass(value) and not isinstance(value, type):
                # What stands in no table: a term that several rules share, the settings of a run.
                texts.update(dict.fromkeys(_texts(value)))
    return list(texts)


def written_texts() -> list[str]:
    """Return the texts that the engine gives to records which it makes only when asked."""
    return [
        text
        for source in sources("engine")
        if _TERMINAL not in source.path.parts
        for call in source.nodes
        if isinstance(call, ast.Call)
        for keyword in call.keywords
        if keyword.arg in SHOWN
        for text in _literals(keyword.value)
    ]


def literal_texts() -> list[str]:
    """Return the texts that the desktop asks for by ``translate_engine("…")``."""
    return [
        call.args[0].value
        for source in sources("desktop")
        for call in source.nodes
        if isinstance(call, ast.Call)
        and isinstance(call.func, ast.Name)
        and call.func.id == "translate_engine"
        and isinstance(call.args[0], ast.Constant)
        and isinstance(call.args[0].value, str)
    ]


def example_texts() -> list[str]:
    """Return the titles and descriptions of the shipped examples, whose files are data too."""
    drawings = [
        json.loads(path.read_text(encoding="utf-8"))
        for path in sorted((ROOT / "resources" / "examples").glob("*.json"))
    ]
    return [text for drawing in drawings for key in SHOWN if (text := drawing.get(key))]


def error_details() -> dict[str, set[str]]:
    """Return for every code of an `EngineError` the names of the details it comes with."""
    return _details(RAISING)


def missing_details() -> dict[str, set[str]]:
    """Return for every code of what a lesson waits for the names of the details it comes with."""
    return _details(WAITING)


def _details(calls: tuple[str, ...]) -> dict[str, set[str]]:
    found: dict[str, set[str]] = {}
    for source in sources("engine", "desktop"):
        if _TERMINAL in source.path.parts:
            continue
        for call in source.nodes:
            match call:
                case ast.Call(
                    func=ast.Name(id=name) | ast.Attribute(attr=name),
                    args=[ast.Constant(value=str(code)), *_],
                ) if name.endswith(calls) and code.isidentifier():
                    names = {keyword.arg for keyword in call.keywords if keyword.arg is not None}
                    found.setdefault(code, set()).update(names - _BESIDE)
    return found


def engine_texts() -> list[str]:
    """Return every source text of the context ``engine``."""
    shown = [*table_texts(), *written_texts(), *literal_texts(), *example_texts()]
    keys = [f"error:{code}" for code in sorted(error_details())]
    keys += [f"lesson_missing:{code}" for code in sorted(missing_details())]
    return list(dict.fromkeys([*shown, *keys]))


def _literals(value: ast.expr) -> Iterator[str]:
    """Yield the texts that an expression may have for its value, as far as they are written out."""
    match value:
        case ast.Constant(value=str(text)) if text:
            yield text
        case ast.IfExp(body=first, orelse=second):
            yield from _literals(first)
            yield from _literals(second)


def _modules() -> Iterator[ModuleType]:
    for found in pkgutil.walk_packages(engine.__path__, "engine."):
        if not found.name.endswith("__main__") and _TERMINAL not in found.name:
            yield importlib.import_module(found.name)


def _texts(value: object) -> Iterator[str]:
    """Yield the shown texts of a record and of all the records inside it."""
    if isinstance(value, Enum):
        own = [str(getattr(value, name)) for name in SHOWN if getattr(value, name, "")]
        yield from own or ([value.value] if isinstance(value.value, str) else [])
    elif dataclasses.is_dataclass(value) or hasattr(value, "_fields"):
        fields = getattr(value, "_fields", None) or [f.name for f in _fields(value)]
        for name in fields:
            inner = getattr(value, name)
            if name == _PORTS:
                # A port that is called by a letter is a letter of its formula.
                yield from (port for port in inner if len(port) > 1)
            elif isinstance(inner, str):
                if name in SHOWN and inner:
                    yield inner
            else:
                yield from _texts(inner)
    elif isinstance(value, tuple):
        for item in value:
            yield from _texts(item)


def _fields(value: object) -> tuple[dataclasses.Field[object], ...]:
    return dataclasses.fields(value) if dataclasses.is_dataclass(value) else ()
