"""Points in two classes: those on the one side of a formula, and those on the other."""

from __future__ import annotations

import re

import numpy as np

from engine import ranges
from engine.arrays import Array, as_array
from engine.errors import EngineError, EvaluationError, FormulaError, SettingError
from engine.quoting import brief, quote
from engine.surfaces.function import SurfaceFunction, compile_formula, surface_latex
from engine.training.datasets.dataset import Dataset, FormulaSource

MOST_FORMULA_POINTS = 5000
LONGEST_FORMULA = 1000
MOST_NOISE = 0.5
# Where the formula is no number, other points are drawn, up to so many for each that is wanted.
_TRIES = 20
_SUBSCRIPTS = str.maketrans("₀₁₂₃₄₅₆₇₈₉", "0123456789")
# A number or another factor may stand right before it, or a factor right behind it: 2x1, x1x2.
_NUMBERED = re.compile(r"(?<![A-Za-z_])x(_?)[12](?![0-9_])")
_SIDES = re.compile(r"[=<>≤≥]+")
_SIGNS = {"=": "=", "==": "=", ">": ">", ">=": r"\ge", "≥": r"\ge",
          "<": "<", "<=": r"\le", "≤": r"\le"}  # fmt: skip
_COMPARED = {"=": False, "==": False, ">": False, ">=": False, "≥": False,
             "<": True, "<=": True, "≤": True}  # fmt: skip


def formula_points(source: FormulaSource) -> Dataset:
    """Draw points and give each the class of the side on which it lies.

    The points are drawn evenly from the rectangle. Class 1 is where the left side is more than the
    right one (of ``y = sin(x)``: above the curve) or the inequality holds; a formula without sides
    is compared with 0. The class is decided after adding U(−1, 1) · noise · half the width or the
    height to the point, so noise gives the wrong class to points near the border and moves none.
    The variables are x and y, x1 and x2, or x_1 and x_2.

    Args:
        source: The formula, the rectangle, how many points, the noise and the seed.

    Raises:
        FormulaError: The text is no formula, or too long; the error points at the place.
        SettingError: A number is out of range, or all points lie on one side.
        EvaluationError: The formula has other variables, or is nowhere a number.

    Example:
        >>> from engine.training.datasets.dataset import View
        >>> data = formula_points(FormulaSource("y = x", View(-1.0, 1.0, -1.0, 1.0), 50, 0.0, 3))
        >>> bool((data.classes == (data.inputs[:, 1] > data.inputs[:, 0])).all())
        True
        >>> data.class_names
        ('y < x', 'y > x')
    """
    _check(source)
    left, sign, right = _sides(source.text)
    function, names = _compiled(source.text, left, right)
    rng = np.random.default_rng(source.seed)
    points, classes = _drawn(source, function, rng)
    if _COMPARED[sign]:
        classes = ~classes
    if classes.all() or not classes.any():
        raise SettingError(
            "formula_one_side",
            "All points lie on one side of the formula; look at a range that its border crosses.",
        )
    rows = as_array(points)
    targets = as_array(classes.astype(np.float64)[:, None])
    return Dataset(
        rows,
        targets,
        source.view,
        input_names=names,
        class_names=_class_names(left, sign, right),
        formula=source,
    )


def border_latex(text: str) -> str:
    """Return the LaTeX of a border, with its sign where it has one.

    Raises:
        FormulaError: One of its sides is no formula, or there are several signs.
    """
    left, sign, right = _sides(text)
    names = _names(left, right)
    if not _SIDES.search(text):
        return surface_latex(left, names)
    return f"{surface_latex(left, names)} {_SIGNS[sign]} {surface_latex(right, names)}"


def _check(source: FormulaSource) -> None:
    if len(source.text) > LONGEST_FORMULA:
        raise FormulaError(
            "function_too_long",
            f"This formula has {len(source.text):,} characters; a function may have "
            f"{LONGEST_FORMULA:,}.",
            position=LONGEST_FORMULA,
            length=len(source.text) - LONGEST_FORMULA,
            count=f"{len(source.text):,}",
            most=f"{LONGEST_FORMULA:,}",
        )
    view = source.view
    if not (np.isfinite(view).all() and view.left < view.right and view.bottom < view.top):
        raise SettingError(
            "formula_range",
            "The range of each input needs a lower end and, above it, an upper one.",
        )
    if not 2 <= source.count <= MOST_FORMULA_POINTS:
        raise SettingError(
            "formula_count",
            f"{source.count} points cannot be drawn here; 2 to {MOST_FORMULA_POINTS} can.",
            count=source.count,
            most=MOST_FORMULA_POINTS,
        )
    if not 0.0 <= source.noise <= MOST_NOISE:
        raise SettingError(
            "formula_noise",
            f"The noise should be from 0 to {MOST_NOISE:g}, and {source.noise:g} is not.",
            noise=f"{source.noise:g}",
            most=f"{MOST_NOISE:g}",
        )


def _sides(text: str) -> tuple[str, str, str]:
    """Return what stands left of the sign, the sign, and what stands right; 0 where nothing does.

    Raises:
        FormulaError: There are several signs, or nothing on one side of it.
    """
    plain = text.translate(_SUBSCRIPTS)
    signs = list(_SIDES.finditer(plain))
    if not signs:
        return plain.strip(), ">", "0"
    last = signs[-1]
    if len(signs) > 1 or last[0] not in _COMPARED:
        raise FormulaError(
            "formula_signs",
            "A border has one sign between its two sides: =, < or >, as in y = sin(x).",
            position=last.start(),
            length=len(last[0]),
        )
    left, right = plain[: last.start()], plain[last.end() :]
    if not left.strip() or not right.strip():
        raise FormulaError(
            "formula_side",
            f"Something should stand on both sides of “{quote(last[0])}”, as in y = sin(x).",
            position=last.start(),
            length=len(last[0]),
            sign=quote(last[0]),
        )
    return left.strip(), last[0], right.strip()


def _names(left: str, right: str) -> tuple[str, str]:
    numbered = _NUMBERED.search(f"{left} {right}")
    # A name is shown as it was typed: x1 or x_1.
    return ("x", "y") if numbered is None else (f"x{numbered[1]}1", f"x{numbered[1]}2")


def _compiled(text: str, left: str, right: str) -> tuple[SurfaceFunction, tuple[str, str]]:
    """Compile the difference of the two sides; each is read by itself, so that faults are there."""
    names = _names(left, right)
    shown = text.translate(_SUBSCRIPTS)
    for side in (left, right):
        try:
            compile_formula(side, names)
        except FormulaError as error:
            # The fault is told where it stands in the whole.
            error.position += shown.find(side)
            raise
        except EvaluationError as error:
            raise _refusal(error, names) from error
    function = compile_formula(f"({left}) - ({right})", names)
    if not any(source is not None for source in function.sources):
        raise EvaluationError(
            "formula_no_variable",
            f"The formula has neither {names[0]} nor {names[1]} in it, so it has no border.",
            one=names[0],
            other=names[1],
        )
    return function, names


def _refusal(error: EvaluationError, names: tuple[str, str]) -> EngineError:
    """Say of which names the formula may be made, where it has others."""
    if error.code != "unknown_variable":
        return error
    name = str(error.details.get("name", ""))
    return EvaluationError(
        "formula_variable",
        f"The formula is one of {names[0]} and {names[1]}; “{quote(name)}” is neither.",
        name=name,
        one=names[0],
        other=names[1],
    )


def _drawn(
    source: FormulaSource, function: SurfaceFunction, rng: np.random.Generator
) -> tuple[Array, np.ndarray[tuple[int, ...], np.dtype[np.bool_]]]:
    """Return points where the formula is a number, and whether it is above 0 at each."""
    view = source.view
    count = source.count
    points, above = np.empty((0, 2)), np.empty(0, dtype=bool)
    for _ in range(_TRIES):
        shares = rng.uniform(0.0, 1.0, (count, 2))
        stray = rng.uniform(-0.5, 0.5, (count, 2)) * source.noise
        drawn, judged = (
            np.stack(
                [
                    ranges.along(view.left, view.right, part[:, 0]),
                    ranges.along(view.bottom, view.top, part[:, 1]),
                ],
                axis=1,
            )
            for part in (shares, shares + stray)
        )
        with np.errstate(all="ignore"):
            values = np.asarray(function.value(judged[:, 0], judged[:, 1]))
        known = ~np.isnan(values)
        points = np.concatenate([points, drawn[known]])[:count]
        above = np.concatenate([above, values[known] > 0])[:count]
        if len(points) == count:
            return points, above
    raise EvaluationError(
        "formula_undefined",
        f"“{brief(source.text)}” is a number at too few places of this range to draw "
        f"{count} points; choose another range.",
        text=source.text,
        count=count,
    )


def _class_names(left: str, sign: str, right: str) -> tuple[str, str]:
    """Return what is true of the points of class 0 and of class 1."""
    below, above = f"{left} < {right}", f"{left} > {right}"
    return (above, below) if _COMPARED[sign] else (below, above)
