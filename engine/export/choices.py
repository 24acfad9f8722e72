"""Choices in a template that its settings decide: a program then has only what is left of them."""

from __future__ import annotations

import ast
from typing import Any

_ATOMS = (ast.Call, ast.Subscript, ast.Attribute, ast.Name, ast.Constant)


def decided(text: str) -> str:
    """Return an expression without the choices between which written numbers decide.

    Example:
        >>> decided("np.reshape(x, (3, 2) if 2 else 3)"), decided("x[0:0 or None]")
        ('np.reshape(x, (3, 2))', 'x[:]')
        >>> decided("(a if b.ndim == 1 else b)")
        '(a if b.ndim == 1 else b)'
    """
    tree = ast.parse(text, mode="eval")
    decisions = _Decisions()
    body: ast.expr = decisions.visit(tree).body
    if not decisions.has_decided:
        return text
    found = ast.unparse(body)
    return found if isinstance(body, _ATOMS) else f"({found})"


class _Decisions(ast.NodeTransformer):
    """Takes the branch that is chosen, and the first of several values that counts."""

    def __init__(self) -> None:
        self.has_decided = False

    def visit_IfExp(self, node: ast.IfExp) -> Any:
        self.generic_visit(node)
        if not _is_number(node.test):
            return node
        self.has_decided = True
        return node.body if ast.literal_eval(node.test) else node.orelse

    def visit_BoolOp(self, node: ast.BoolOp) -> Any:
        self.generic_visit(node)
        first, *others = node.values
        if not isinstance(node.op, ast.Or) or len(others) != 1 or not _is_number(first):
            return node
        self.has_decided = True
        return first if ast.literal_eval(first) else others[0]

    def visit_Slice(self, node: ast.Slice) -> Any:
        self.generic_visit(node)
        if node.lower is not None and _is_number(node.lower) and not ast.literal_eval(node.lower):
            node.lower = None
        if isinstance(node.upper, ast.Constant) and node.upper.value is None:
            node.upper = None
        return node


def _is_number(node: ast.expr) -> bool:
    """Whether it is a number as it stands, with its sign."""
    inner = node.operand if isinstance(node, ast.UnaryOp) else node
    return isinstance(inner, ast.Constant) and isinstance(inner.value, int | float)
