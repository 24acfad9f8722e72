"""Points above and below a formula: which class, which refusals, what is kept with the data."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from engine.entries import Entry
from engine.errors import EngineError, FileFormatError, FormulaError
from engine.training.datasets.dataset import FormulaSource, View
from engine.training.datasets.formula_points import formula_points
from engine.training.run.points import Points
from engine.training.run.run import TrainingRun
from engine.training.run.samples_record import read_samples, samples_record

BOX = View(-3.0, 3.0, -2.0, 2.0)


@pytest.mark.parametrize(
    ("text", "inside"),
    [
        ("y = sin(x)", lambda x, y: y > np.sin(x)),
        ("x1^2 + x2^2 - 1", lambda x, y: x**2 + y**2 > 1),
        ("x₁² + 1 > x₂", lambda x, y: x**2 + 1 > y),
        ("x**2 + y**2 < 2", lambda x, y: x**2 + y**2 < 2),
        ("y ≤ x", lambda x, y: y < x),
        ("x = 0.5", lambda x, y: x > 0.5),
    ],
)
def test_the_class_is_the_side_on_which_a_point_lies(text: str, inside: object) -> None:
    source = FormulaSource(text, BOX, 300, 0.0, 4)
    assert callable(inside)
    data = formula_points(source)
    assert len(data) == 300
    assert np.array_equal(data.classes, inside(data.inputs[:, 0], data.inputs[:, 1]))
    assert np.all(np.abs(data.inputs) <= [3.0, 2.0])
    assert data.input_names == (("x1", "x2") if set(text) & set("₁^") else ("x", "y"))
    assert data.formula == source
    assert data.view == BOX


@pytest.mark.parametrize("text", ["x1x2", "2x1x2", "x₁x₂ > 0", "x_1 > -x_2", "3x1"])
def test_numbered_inputs_stand_side_by_side_and_keep_their_spelling(text: str) -> None:
    data = formula_points(FormulaSource(text, BOX, 50))
    assert data.input_names == (("x_1", "x_2") if "_" in text else ("x1", "x2"))


def test_the_names_of_the_classes_say_what_is_true_of_their_points() -> None:
    made = [formula_points(FormulaSource(text, BOX)).class_names for text in
            ("y = sin(x)", "x1^2 + x2^2 - 1", "x < 0.5")]  # fmt: skip
    assert made == [
        ("y < sin(x)", "y > sin(x)"),
        ("x1^2 + x2^2 - 1 < 0", "x1^2 + x2^2 - 1 > 0"),
        ("x > 0.5", "x < 0.5"),
    ]


def test_the_seed_draws_the_same_points_and_noise_moves_none() -> None:
    source = FormulaSource("y = x", BOX, 400, 0.0, 7)
    clean, again = formula_points(source), formula_points(source)
    noisy = formula_points(replace(source, noise=0.2))
    other = formula_points(replace(source, seed=8))
    assert np.array_equal(clean.inputs, again.inputs)
    assert np.array_equal(clean.inputs, noisy.inputs)
    assert not np.array_equal(clean.inputs, other.inputs)
    wrong = clean.classes != noisy.classes
    assert 5 < np.count_nonzero(wrong) < 100
    # Only points near the border can have the wrong class.
    assert np.abs(clean.inputs[wrong, 1] - clean.inputs[wrong, 0]).max() < 0.2 * (3.0 + 2.0)


def test_where_the_formula_is_no_number_no_point_is_drawn() -> None:
    data = formula_points(FormulaSource("y = log(x)", BOX, 100))
    assert len(data) == 100
    assert data.inputs[:, 0].min() > 0


@pytest.mark.parametrize(
    ("text", "code", "position"),
    [
        ("y = sin(x", "", 7),
        ("y = x = 2", "formula_signs", 6),
        ("y == = x", "formula_signs", 5),
        ("y =", "formula_side", 2),
        ("y = sin(z)", "formula_variable", None),
        ("x1 = y", "formula_variable", None),
        ("2 = 3", "formula_no_variable", None),
        ("y = x + 100", "formula_one_side", None),
        ("log(-1 - x^2) = y", "formula_undefined", None),
        ("", "", 0),
        ("y = " + "x" * 2000, "function_too_long", 1000),
    ],
)
def test_what_is_no_border_is_refused_where_it_is_wrong(
    text: str, code: str, position: int | None
) -> None:
    with pytest.raises(EngineError) as caught:
        formula_points(FormulaSource(text, BOX))
    if code:
        assert caught.value.code == code
    if position is not None:
        assert isinstance(caught.value, FormulaError)
        assert caught.value.position == position


@pytest.mark.parametrize(
    "changes",
    [
        {"count": 1}, {"count": 5001}, {"noise": 0.6}, {"noise": float("nan")},
        {"view": View(1.0, 1.0, 0.0, 1.0)}, {"view": View(0.0, float("inf"), 0.0, 1.0)},
    ],
)  # fmt: skip
def test_numbers_out_of_range_are_refused(changes: dict[str, object]) -> None:
    with pytest.raises(EngineError):
        formula_points(replace(FormulaSource("y = x", BOX), **changes))  # type: ignore[arg-type]


def test_the_ends_of_the_number_range_are_drawn_from_too() -> None:
    wide = View(-1.7e308, 1.7e308, -1.7e308, 1.7e308)
    data = formula_points(FormulaSource("y = x", wide, 50))
    assert np.isfinite(data.inputs).all()
    assert 0 < np.count_nonzero(data.classes) < 50


def test_the_record_is_kept_with_the_data_until_points_are_drawn_by_hand() -> None:
    data = formula_points(FormulaSource("y = x", BOX, 30, 0.1, 5))
    record = samples_record(data)
    assert read_samples(Entry(record)).formula == data.formula
    for key, wrong in (("count", 1), ("noise", 2.0), ("seed", -1), ("text", 3), ("view", [1, 0])):
        damaged = {**record, "formula": {**record["formula"], key: wrong}}
        with pytest.raises(FileFormatError):
            read_samples(Entry(damaged))
    drawn = Points.of(TrainingRun(samples=data)).added(0.0, 0.5, 1).dataset()
    assert drawn.formula is None
    assert drawn.class_names == data.class_names
