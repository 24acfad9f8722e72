"""Habits that keep the code readable and the application translatable, themed and safe."""

from __future__ import annotations

import ast
import re
import sys
from collections.abc import Iterator

from tests.support.sources import PACKAGES, Source, sources

COLOUR = re.compile(r"#(?:[0-9a-fA-F]{3,4}|[0-9a-fA-F]{6}|[0-9a-fA-F]{8})\Z")
# So long that no class is cut in two for its length alone.
LONGEST_FILE = 500
# Calls whose first text a user reads, hears or searches for.
SHOWS_TEXT = {
    "QAction",
    "QCheckBox",
    "QGroupBox",
    "QLabel",
    "QPushButton",
    "QRadioButton",
    "addMenu",
    "explain",
    "setAccessibleDescription",
    "setAccessibleName",
    "setPlaceholderText",
    "setStatusTip",
    "setText",
    "setToolTip",
    "setWhatsThis",
    "setWindowTitle",
}
WORDS = re.compile(r"[A-Za-z]{3,}")
MARKUP = re.compile(r"<[^>]*>|&\w+;")
NEVER_TRANSLATED = {"Wiregrad"}
# Viridis is a published colour map, the same in every theme.
OWN_COLOURS = {"desktop/widgets/plots/plot_style.py"}


def test_each_file_is_one_noun_opened_by_a_line_that_says_so() -> None:
    faults = {source.name: _faults_of(source) for source in sources(*PACKAGES)}
    assert len(faults) > 1000
    assert {name: found for name, found in faults.items() if found} == {}


def _faults_of(source: Source) -> list[str]:
    stem, is_init = source.path.stem, source.path.name == "__init__.py"
    checks = {
        "the file needs a docstring": bool(ast.get_docstring(source.tree)),
        "two nouns live in this file": len(source.text.splitlines()) <= LONGEST_FILE,
        "the standard library has that name": is_init or stem not in sys.stdlib_module_names,
        "an __init__ holds its docstring only": not is_init or len(source.tree.body) == 1,
    }
    return [fault for fault, holds in checks.items() if not holds]


def test_no_package_is_named_like_one_of_the_standard_library() -> None:
    folders = {source.path.parent for source in sources(*PACKAGES)}
    assert [str(folder) for folder in folders if folder.name in sys.stdlib_module_names] == []


def test_nothing_evaluates_code() -> None:
    found = [
        f"{source.name}:{node.lineno}"
        for source in sources("engine", "desktop")
        for node in source.nodes
        if isinstance(node, ast.Call)
        and isinstance(node.func, ast.Name)
        and node.func.id in {"eval", "exec", "__import__"}
    ]
    assert found == []


def test_every_colour_comes_from_the_theme() -> None:
    themed = [source for source in sources("desktop") if source.name not in OWN_COLOURS]
    found = [line for source in themed for line in _colours(source)]
    assert found == []


def test_every_text_that_is_shown_can_be_translated() -> None:
    found = [line for source in sources("desktop") for line in _untranslated(source)]
    assert found == []


def test_no_text_is_put_together_before_it_is_translated() -> None:
    found = [
        f"{source.name}:{call.lineno}"
        for source in sources("desktop")
        for call in _calls(source)
        if _called(call) in {"tr", "translate", "QT_TRANSLATE_NOOP"}
        and any(_is_put_together(argument) for argument in call.args)
    ]
    assert found == []


def _calls(source: Source) -> Iterator[ast.Call]:
    return (node for node in source.nodes if isinstance(node, ast.Call))


def _called(call: ast.Call) -> str:
    if isinstance(call.func, ast.Attribute):
        return call.func.attr
    return call.func.id if isinstance(call.func, ast.Name) else ""


def _is_put_together(argument: ast.expr) -> bool:
    """Tell an f-string or a sum of texts; a sum of numbers moves a rectangle."""
    return isinstance(argument, ast.JoinedStr) or (
        isinstance(argument, ast.BinOp)
        and any(isinstance(getattr(part, "value", None), str) for part in ast.walk(argument))
    )


def _colours(source: Source) -> Iterator[str]:
    for node in source.nodes:
        match node:
            case ast.Constant(value=str(text)) if COLOUR.match(text):
                yield f"{source.name}:{node.lineno} {text}"
            case ast.Attribute(value=ast.Attribute(attr="GlobalColor"), attr=name):
                if name != "transparent":
                    yield f"{source.name}:{node.lineno} {name}"


def _untranslated(source: Source) -> Iterator[str]:
    for call in _calls(source):
        if _called(call) not in SHOWS_TEXT or not call.args:
            continue
        # `explain` names the widget before its words.
        words = [*call.args[: 3 if _called(call) == "explain" else 2], *_more(call)]
        for argument in words:
            for text in _literals(argument):
                if WORDS.search(text) and text not in NEVER_TRANSLATED:
                    yield f"{source.name}:{call.lineno} {text!r}"


def _more(call: ast.Call) -> list[ast.expr]:
    """Return what a call of `explain` tells beyond its tip."""
    return [keyword.value for keyword in call.keywords if keyword.arg == "more"]


def _literals(argument: ast.expr) -> Iterator[str]:
    """Yield the text of a literal, without markup and with what an f-string fills in left out."""
    match argument:
        case ast.Constant(value=str(text)):
            yield MARKUP.sub("", text)
        case ast.JoinedStr(values=parts):
            texts = (part.value if isinstance(part, ast.Constant) else "" for part in parts)
            yield MARKUP.sub("", "".join(str(text) for text in texts))
