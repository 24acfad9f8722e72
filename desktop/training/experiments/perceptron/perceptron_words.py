"""A step of the perceptron in words and figures."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from desktop.foundation.translation import filled
from desktop.widgets.fields.number_text import format_number
from desktop.widgets.panels.figure import Figure
from engine.training.analysis.perceptron_lesson import PerceptronLesson

translate = QCoreApplication.translate

_DIGITS = 4


def number(value: float) -> str:
    """Write a number as the arithmetic shows it."""
    return Figure(format_number(value, _DIGITS), value)


def factor(value: float) -> str:
    """Write a number as a factor or a summand: in parentheses if it is negative."""
    text = number(value)
    return f"({text})" if value < 0 else text


def arithmetic(lesson: PerceptronLesson, step: int) -> tuple[str, ...]:
    """Return the lines that compute a step: the sum, what it says, the weights after it."""
    record = lesson.records[step]
    if record.sample is None:
        return (translate("PerceptronWords", "The start: no sample was looked at yet."),)
    old = lesson.before(step)
    x1, x2 = (float(value) for value in lesson.inputs[record.sample])
    target = float(lesson.targets[record.sample])
    w1, w2 = (float(value) for value in old.weights)
    total = w1 * x1 + w2 * x2 + old.bias
    lines = [
        filled(
            translate("PerceptronWords", "Sample {0}: x = ({1}, {2}), t = {3}"),
            record.sample + 1,
            number(x1),
            number(x2),
            number(target),
        ),
        f"w·x + w₀ = {factor(w1)}·{number(x1)} + {factor(w2)}·{number(x2)} + {factor(old.bias)}"
        f" = {number(total)}",
    ]
    if not record.was_wrong:
        return (
            *lines,
            translate("PerceptronWords", "The sum has the sign of t: right, nothing changes."),
        )
    if total == 0:
        lines.append(
            translate("PerceptronWords", "The sum is 0, on the line itself: that counts as wrong.")
        )
    else:
        lines.append(translate("PerceptronWords", "The sum has the other sign than t: wrong."))
    after = (float(record.weights[0]), float(record.weights[1]), record.bias)
    rate = lesson.rate
    lines += [
        _update(name, before, rate, target, x, new)
        for name, before, x, new in zip(
            ("w₁", "w₂", "w₀"), (w1, w2, old.bias), (x1, x2, 1.0), after, strict=True
        )
    ]
    return tuple(lines)


def _update(name: str, before: float, rate: float, target: float, x: float, after: float) -> str:
    correction = f"{number(rate)}·{factor(target)}·{number(x)}"
    return f"{name} ← {number(before)} + {correction} = {number(after)}"


def verdict(lesson: PerceptronLesson, step: int) -> str:
    """Return what a step's record says of the whole."""
    record, count = lesson.records[step], len(lesson.targets)
    if record.has_converged:
        return filled(
            translate(
                "PerceptronWords",
                "All {0} are right, and were in one whole round: it has converged.",
            ),
            count,
        )
    best = filled(
        translate("PerceptronWords", "{0} of {1} are right; the best so far was {2}."),
        record.right,
        count,
        record.best_right,
    )
    if record.is_cycling:
        has_found = record.best_right == lesson.best_right
        line = (
            translate("PerceptronWords", "the dashed line")
            if has_found
            else translate("PerceptronWords", "the dotted line")
        )
        why = filled(
            translate(
                "PerceptronWords",
                "The weights are back where they were: it goes round for ever. No straight line "
                "separates these four (Minsky and Papert, 1969). The best that any perceptron "
                "can do is {0} of {1}: {2}.",
            ),
            lesson.best_right,
            count,
            line,
        )
        return f"{best} {why}"
    if step == lesson.last:
        return (
            best
            + " "
            + filled(translate("PerceptronWords", "It was stopped after {0} rounds."), record.epoch)
        )
    return best
