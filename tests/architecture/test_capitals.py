"""No text is put into capitals or small letters: X is not x, and F₁ is not f₁."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
CHANGING = {"upper", "capitalize", "title", "swapcase", "setCapitalization"}
# Where no text that anyone reads is changed: a letter of the Greek alphabet is a command of LaTeX,
# and a sentence begins with a large letter.
ALLOWED = {
    "engine/export/latex_groups.py",
    "engine/quoting.py",
}


def _changes(tree: ast.AST) -> list[int]:
    return [
        node.lineno
        for node in ast.walk(tree)
        if isinstance(node, ast.Call)
        and isinstance(node.func, ast.Attribute)
        and node.func.attr in CHANGING
        and not (node.func.attr == "title" and node.args)
    ]


@pytest.mark.parametrize("folder", ["desktop", "engine"])
def test_no_text_changes_its_letters(folder: str) -> None:
    found = {
        f"{path.relative_to(ROOT)}:{line}"
        for path in (ROOT / folder).rglob("*.py")
        if path.relative_to(ROOT).as_posix() not in ALLOWED
        for line in _changes(ast.parse(path.read_text(encoding="utf-8")))
    }
    assert not found


def test_no_style_sheet_changes_letters() -> None:
    sheets = list((ROOT / "resources").rglob("*.qss*"))
    assert sheets
    for path in sheets:
        text = path.read_text(encoding="utf-8")
        assert "text-transform" not in text
        assert "small-caps" not in text
