"""What the function names in LaTeX stand for, for those who see σ or tanh for the first time."""

from __future__ import annotations

from string import Template

from engine.operations.operation import Operation, without_definitions


def _filled(template: str, operation: Operation) -> str:
    symbols = {setting.name: setting.symbol for setting in operation.settings}
    return Template(template).safe_substitute(x="x", y="f(x)", **symbols)


def definition_latex(operation: Operation) -> str:
    """Return f(x) = …, spelt out down to exponentials where a name hides them.

    Args:
        operation: An operation with one input named x.
    """
    short = _filled(operation.latex, operation)
    spelt = _filled(operation.definition, operation)
    ending = f" = {spelt}" if spelt else ""
    return f"f(x) = {short}{ending}"


def derivative_latex(operation: Operation) -> tuple[str, ...]:
    """Return f′(x) = … and, where the record names a part of it, that part as a second line."""
    main, definitions = without_definitions(_filled(operation.local_latex[0], operation))
    return f"f'(x) = {main}", *definitions
