"""What people and files say reaches Qt through the ways that show it as it stands.

Qt guesses whether a text is markup, and opens the files that markup names. These rules cannot know
where a text comes from, so they ask for the guarded way wherever it is not a literal of the code.
"""

from __future__ import annotations

import ast
from collections.abc import Iterator
from typing import TypeGuard

from tests.support.sources import Source, sources

WAYS = (
    "desktop/foundation/plain_text.py",
    "desktop/foundation/plain_label.py",
    "desktop/desk/explaining.py",
)
# Each of these guesses, and has a twin in the ways that does not.
GUESSING = {"QLabel", "QMessageBox"}
# Static helpers of Qt that make such a label or a box by themselves.
GUESSING_HELPERS = {"about", "critical", "information", "question", "warning"}
EXPLAINING = {"setStatusTip", "setToolTip", "setWhatsThis"}
GUARDS = {"plain", "escaped"}
# A tip taken from another widget, or the canvas's own markup, is guarded already.
GUARDED = {"toolTip", "whatsThis"}
MARKUP = {"desktop/graph_editor/palette/operation_chip.py", "desktop/graph_editor/canvas/view.py"}
# Signs that Qt reads as markup, a mnemonic or a place to fill in.
QUOTED = ("“",)
QUOTES = {"brief", "quote"}


def test_no_label_and_no_box_guesses_at_markup() -> None:
    found = [
        f"{source.name}: {ast.unparse(node)[:80]}"
        for source in _desktop()
        for node in source.nodes
        if _makes_guessing(node)
    ]
    assert found == [], "use PlainLabel, RichLabel or plain_message_box"


def test_every_tip_that_is_no_literal_is_guarded() -> None:
    found = [
        f"{source.name}:{argument.lineno}: {ast.unparse(argument)}"
        for source in _desktop()
        if source.name not in MARKUP
        for argument in _tips(source)
        if not _is_guarded(argument, source)
    ]
    assert found == [], "wrap it in plain(…)"


def test_what_explain_guards_is_not_guarded_before() -> None:
    found = [
        f"{source.name}:{call.lineno}: {ast.unparse(argument)}"
        for source in _desktop()
        for call in source.nodes
        if isinstance(call, ast.Call) and _called(call) == "explain"
        for argument in (*call.args[1:], *(keyword.value for keyword in call.keywords))
        if any(_is_call_of(value, GUARDS) for value in (argument, *_names(argument, source)))
    ]
    assert found == [], "guarded twice, markup would be shown with its guard"


def test_no_control_is_explained_setter_by_setter() -> None:
    """A tooltip and a What's This or a name, for one widget, are one call of `explain`."""
    found = [
        f"{source.name}:{line}: {widget}"
        for source in _desktop()
        if source.name not in MARKUP
        for widget, line, setters in _setters(source)
        if "setToolTip" in setters and setters & {"setAccessibleName", "setWhatsThis"}
        if not widget.rpartition(".")[2].endswith("action")
    ]
    assert found == [], "call explain(…)"


def test_what_stands_in_quotation_marks_is_quoted() -> None:
    found = [
        f"{source.name}:{value.lineno}: {ast.unparse(value)}"
        for source in sources("engine", "desktop")
        for node in source.nodes
        if isinstance(node, ast.JoinedStr)
        for value in _quoted(node)
        if not _is_call_of(value, QUOTES) and not _is_quoted_before(value, source)
    ]
    assert found == [], "clip it by quote(…) or brief(…)"


def test_no_rich_text_is_made_but_of_the_programs_own() -> None:
    risky = {"QTextBrowser", "QTextDocument", "QTextEdit", "setHtml", "insertHtml", "appendHtml"}
    found = [
        f"{source.name}:{call.lineno}"
        for source in _desktop()
        for call in source.nodes
        if isinstance(call, ast.Call) and _called(call) in risky
    ]
    assert found == []


def _desktop() -> Iterator[Source]:
    return (source for source in sources("desktop") if source.name not in WAYS)


def _makes_guessing(node: ast.AST) -> bool:
    if isinstance(node, ast.ClassDef):
        return any(isinstance(base, ast.Name) and base.id in GUESSING for base in node.bases)
    if not isinstance(node, ast.Call):
        return False
    if isinstance(node.func, ast.Attribute):
        owner = node.func.value
        is_box = isinstance(owner, ast.Name) and owner.id == "QMessageBox"
        return is_box and node.func.attr in GUESSING_HELPERS
    return _called(node) in GUESSING


def _tips(source: Source) -> Iterator[ast.expr]:
    for node in source.nodes:
        if not isinstance(node, ast.Call):
            continue
        if _called(node) in EXPLAINING:
            yield from node.args[:1]
        elif ast.unparse(node.func) == "QToolTip.showText":
            yield from node.args[1:2]
        elif _called(node) in {"setItemData", "setData"} and "ToolTipRole" in ast.unparse(node):
            yield node.args[1]


def _names(argument: ast.expr, source: Source) -> list[ast.expr]:
    return _values(argument, source) if isinstance(argument, ast.Name) else []


def _setters(source: Source) -> Iterator[tuple[str, int, set[str]]]:
    """Yield for each list of statements what is called on each widget that explains it."""
    for node in source.nodes:
        body = getattr(node, "body", None)
        found: dict[str, tuple[int, set[str]]] = {}
        for statement in body if isinstance(body, list) else []:
            call = statement.value if isinstance(statement, ast.Expr) else None
            if isinstance(call, ast.Call) and isinstance(call.func, ast.Attribute):
                _, names = found.setdefault(ast.unparse(call.func.value), (call.lineno, set()))
                names.add(call.func.attr)
        for widget, (line, names) in found.items():
            yield widget, line, names


def _is_guarded(argument: ast.expr, source: Source) -> bool:
    if _is_literal(argument) or _is_call_of(argument, GUARDS | GUARDED):
        return True
    return isinstance(argument, ast.Name) and all(
        _is_literal(value) or _is_call_of(value, GUARDS) for value in _values(argument, source)
    )


def _values(name: ast.Name, source: Source) -> list[ast.expr]:
    """Return what a name is set to in the function around it; itself where that is not told."""
    around = [
        node
        for node in source.nodes
        if isinstance(node, ast.FunctionDef)
        and node.lineno <= name.lineno <= (node.end_lineno or node.lineno)
    ]
    inner = max(around, key=lambda node: node.lineno)
    found = [
        node.value
        for node in ast.walk(inner)
        if isinstance(node, ast.Assign)
        for target in node.targets
        if isinstance(target, ast.Name) and target.id == name.id
    ]
    return found or [name]


def _is_literal(value: ast.expr) -> bool:
    if isinstance(value, ast.Constant):
        return True
    return _is_call_of(value, {"tr", "translate", "translate_engine"}) and all(
        isinstance(argument, ast.Constant) for argument in value.args
    )


def _quoted(text: ast.JoinedStr) -> Iterator[ast.expr]:
    """Yield what an f-string fills in right after an opening quotation mark."""
    for before, value in zip(text.values, text.values[1:], strict=False):
        is_opening = isinstance(before, ast.Constant) and str(before.value).endswith(QUOTED)
        if is_opening and isinstance(value, ast.FormattedValue):
            yield value.value


def _is_quoted_before(value: ast.expr, source: Source) -> bool:
    """Tell a name that holds what was quoted a line before, and a constant of the module."""
    return isinstance(value, ast.Name) and (
        value.id.strip("_").isupper()
        or all(_is_call_of(found, QUOTES) for found in _values(value, source))
    )


def _is_call_of(value: ast.expr, names: set[str]) -> TypeGuard[ast.Call]:
    return isinstance(value, ast.Call) and _called(value) in names


def _called(call: ast.Call) -> str:
    if isinstance(call.func, ast.Attribute):
        return call.func.attr
    return call.func.id if isinstance(call.func, ast.Name) else ""
