"""The functions of numbers: each spelling computes the same, and a record follows from little."""

from __future__ import annotations

import inspect

import numpy as np
import pytest

from engine.operations.elementwise import elementwise
from engine.operations.number_functions import (
    NUMBER_FUNCTIONS,
    UFUNCS,
    NumberFunction,
    in_torch,
    numpy_text,
)
from engine.operations.operation import Category, Role
from engine.written_functions import make_function

# Inside the domain of nearly every function, and on both sides of every comparison.
NUMBERS = ((0.5, 2.0, 3.0), (2.0, 0.5, 3.0), (1.0, 1.0, 3.0))
FRACTIONS = ((0.5,), (-0.25,), (1.0,))


def operands(function: NumberFunction) -> list[str]:
    if function.name == "where":
        return ["a", "b", "c"]
    return list("abc"[: UFUNCS[function.name].nin])


@pytest.mark.parametrize("function", NUMBER_FUNCTIONS.values(), ids=lambda function: function.name)
def test_every_spelling_computes_what_numpy_does(function: NumberFunction) -> None:
    names = operands(function)
    written = make_function("floats", names, [f"return {function.floats.format(*names)}"], {})
    for numbers in FRACTIONS if function.name in ("arcsin", "arccos") else NUMBERS:
        joins = function.name.endswith("_and")
        chosen = [number > 0.75 if joins else number for number in numbers[: len(names)]]
        expected = getattr(np, function.name)(*chosen)
        found = bool(written(*chosen)) if function.is_truth else written(*chosen)
        assert found == pytest.approx(expected, rel=1e-15)
        if function.name in UFUNCS:
            text = numpy_text(UFUNCS[function.name], names)
            spelt = make_function("spelt", names, [f"return {text}"], {"np": np})
            assert spelt(*map(np.asarray, chosen)) == expected


@pytest.mark.parametrize(
    "template",
    ["np.maximum($x, 0.0)", "np.mean($x, axis=0)", "np.multiply.outer($a, $b)", "np.arctanh($x)"],
)
def test_what_pytorch_writes_otherwise_is_not_guessed(template: str) -> None:
    with pytest.raises(ValueError, match="PyTorch writes"):
        in_torch(template)


def test_a_record_follows_from_its_value_and_the_template_of_its_slope() -> None:
    record = elementwise(
        name="softened",
        title="Softened",
        symbol="s",
        category=Category.ELEMENTARY,
        role=Role.LOCAL,
        summary="The length of two sides.",
        reference="Pythagoras",
        inputs=("a", "b"),
        forward=np.hypot,
        latex=r"\sqrt{$a^2 + $b^2}",
        local_latex=(r"\frac{$a}{$y}", r"\frac{$b}{$y}"),
        numpy_local=("$a / $y", "$b / $y"),
    )
    assert (record.numpy, record.torch_template) == ("np.hypot($a, $b)", "torch.hypot($a, $b)")
    a, b, output = np.array(3.0), np.array(4.0), np.array(5.0)
    assert record.derivatives is not None
    assert list(inspect.signature(record.derivatives[0]).parameters) == ["y", "a", "b"]
    assert [slope(output, a, b) for slope in record.derivatives] == [0.6, 0.8]
    assert record.vjps[1](np.array(10.0), output, a, b) == 8.0
