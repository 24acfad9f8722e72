r"""How long a formula takes to typeset, told from its LaTeX, and how to make it take less.

The typesetter measures a row before it sets it, to learn how high brackets must grow, and what it
has measured it keeps (`typesetter.py`): a sign in rows within rows is set once for
each of them, and once more.
"""

from __future__ import annotations

import re

_TOKEN = re.compile(
    r"\\(?:left|right)(?![a-zA-Z])\s*(?:\\[{}|]|\\[a-zA-Z]+|.)?"
    r"|\\(?:textcolor|color|begin|end)\{[^{}]*\}"
    r"|\\(?:mathrm|mathbf|text|operatorname)\{[^{}]*\}"
    r"|\\[a-zA-Z]+|\\.|[0-9]+(?:\.[0-9]+)?|\S"
)
# What makes a row higher than a line of text, so that brackets round it grow.
_TALL = frozenset({"^", r"\frac", r"\dfrac", r"\sqrt", r"\sum", r"\prod", r"\int", r"\overline"})
_PLAIN = {r"\left(": "(", r"\right)": ")", r"\left[": "[", r"\right]": "]"}


def flattened(latex: str) -> str:
    r"""Write brackets that need not grow as plain ones, which look the same and nest for free.

    Example:
        >>> flattened(r"\sin\left(\cos\left(x\right)\right) + \left(x^{2}\right)")
        '\\sin(\\cos(x)) + \\left(x^{2}\\right)'
    """
    if r"\left" not in latex:
        return latex
    parts: list[str] = []
    end = 0
    # Of each open bracket: where it stands among the parts, and whether something in it is tall.
    open_: list[tuple[int, bool]] = []
    for found in _TOKEN.finditer(latex):
        token = found[0]
        parts += [latex[end : found.start()], token]
        end = found.end()
        if token.startswith(r"\left") and not token[5:6].isalpha():
            open_.append((len(parts) - 1, False))
        elif token.startswith(r"\right") and not token[6:7].isalpha() and open_:
            start, is_tall = open_.pop()
            first, last = _PLAIN.get(_squeezed(parts[start])), _PLAIN.get(_squeezed(token))
            if is_tall and open_:
                open_[-1] = (open_[-1][0], True)
            elif not is_tall and first and last:
                parts[start], parts[-1] = first, last
        elif (token in _TALL or token.startswith(r"\begin")) and open_:
            open_[-1] = (open_[-1][0], True)
    return "".join([*parts, latex[end:]])


def typesetting_cost(latex: str) -> int:
    r"""Return about how many signs the typesetter sets, those in rows within rows repeatedly.

    Example:
        >>> typesetting_cost("a + b"), typesetting_cost(r"\frac{a^{2} + b}{c}")
        (3, 12)
    """
    cost = depth = 0
    for found in _TOKEN.finditer(latex):
        token = found[0]
        if token == "{" or token.startswith(r"\left"):
            depth += 1
        if token not in ("{", "}", "^", "_"):
            cost += 1 + depth
        if token == "}" or token.startswith(r"\right"):
            depth = max(0, depth - 1)
    return cost


def _squeezed(token: str) -> str:
    return token.replace(" ", "")
