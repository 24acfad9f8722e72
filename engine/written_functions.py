"""Functions made of lines that this program wrote itself: the one place where source is compiled.

The lines come from the tables' own templates, numbered names and numbers; no text of a person gets
into them, which is what makes it safe to run them.
"""

from __future__ import annotations

import builtins
import math
import types
from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import lru_cache
from typing import Any

_MATHEMATICS = {name: getattr(math, name) for name in dir(math) if not name.startswith("_")}


def make_function(
    name: str, parameters: Sequence[str], lines: Iterable[str], names: Mapping[str, Any]
) -> Callable[..., Any]:
    """Make a function of its lines, which this program wrote itself.

    Args:
        name: The function's name, which a traceback shows.
        parameters: The names of its parameters.
        lines: Its body.
        names: What the lines may use besides their parameters and the functions of ``math``.
    """
    body = "\n".join(indented(lines))
    code = _compiled(name, f"def {name}({', '.join(parameters)}):\n{body}\n")
    # NumPy imports some of what it calls when it is first needed, by the built-ins of its caller's
    # globals, and ends the process where these hold none.
    return types.FunctionType(code, {"__builtins__": builtins, **_MATHEMATICS, **names})


@lru_cache(maxsize=64)
def _compiled(name: str, text: str) -> types.CodeType:
    """Compile a function's text, once: the same lines are often written for other arrays."""
    module = compile(text, f"<{name}>", "exec")
    return next(item for item in module.co_consts if isinstance(item, types.CodeType))


def indented(lines: Iterable[str]) -> list[str]:
    """Return lines one level further in, as the body of what stands before them."""
    return [f"    {line}" for line in lines]
