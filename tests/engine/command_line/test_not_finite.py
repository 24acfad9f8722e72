"""What subcommands print of numbers that are none, and of gradients that differ for a reason."""

from __future__ import annotations

import json

import pytest

from engine.command_line.main import main
from tests.engine.command_line.test_subcommands import printed, record

NOT_FINITE = (
    ("evaluate", "sqrt(x)", "x=0"),
    ("evaluate", "a**b", "a=-2", "b=3"),
    ("evaluate", "where(y, exp(x), x)", "x=1000", "y=-1"),
    ("evaluate", "sqrt(x) + W", "x=[0, 4]", "W=[1, 2]"),
    ("check", "sqrt(x)", "x=0"),
    ("check", "sqrt(x)", "x=1e-12"),
    ("check", "log(x)", "x=1e-6"),
    ("check", "1/x", "x=1e-5"),
    ("check", "a**b", "a=-2", "b=3"),
    ("check", "sum(sqrt(x))", "x=[0, 4]"),
    ("descend", "--surface", "x**0 + y**2", "--optimizer", "adam", "--start", "0", "1"),
    ("descend", "--surface", "1/x + y", "--optimizer", "sgd", "--start", "0", "1"),
    ("descend", "--surface", "1/x + y", "--optimizer", "sgd", "--start", "1e-200", "1"),
    ("descend", "--surface", "sqrt(x) + y", "--optimizer", "sgd", "--start", "0", "1"),
    ("descend", "--surface", "exp(exp(x)) + y", "--optimizer", "sgd", "--start", "6.5", "1"),
    ("train", "--data", "xor", "--epochs", "5", "--set", "learning_rate=10"),
)


@pytest.mark.parametrize("arguments", NOT_FINITE, ids=" ".join)
def test_no_subcommand_prints_a_number_that_is_none(
    capsys: pytest.CaptureFixture[str], arguments: tuple[str, ...]
) -> None:
    words = printed(capsys, *arguments).replace(",", " ").replace("[", " ").split()
    assert not {"nan", "inf", "-inf", "NaN"} & set(words)

    def refuse(name: str) -> None:
        raise AssertionError(f"{name} is no JSON")

    json.loads(printed(capsys, *arguments, "--json"), parse_constant=refuse)


@pytest.mark.parametrize(
    ("formula", "values"),
    [
        ("sqrt(x)", "x=1e-12"),
        ("sqrt(x)", "x=1e-300"),
        ("log(x)", "x=1e-6"),
        ("1/x", "x=1e-5"),
        ("1/x", "x=-1e-5"),
        ("1/x", "x=2e-5"),
        ("1/x", "x=1e-9"),
        ("sqrt(1 - x)", "x=0.9999999"),
        ("x**1.5*y + x**2.5", "x=1e-8"),
        ("tan(x)", "x=1.5707"),
        ("exp(x)", "x=700"),
        ("sin(x)", "x=1e8"),
        ("x**2", "x=1e14"),
    ],
)
def test_check_takes_a_step_that_fits(
    capsys: pytest.CaptureFixture[str], formula: str, values: str
) -> None:
    if "tan(" in formula:
        formula = "sin(x)/cos(x)"
    given = [formula, values, *(["y=3"] if "y" in formula else [])]
    found = record(capsys, "check", *given)
    assert found["agree"] is True
    assert found["inputs"]["x"]["relative_error"] < 1e-6


def test_check_says_which_step_it_took_and_why(capsys: pytest.CaptureFixture[str]) -> None:
    (remark,) = record(capsys, "check", "sqrt(x)", "x=1e-12")["inputs"]["x"]["remarks"]
    assert remark == (
        "x: h = 1e-16 was taken: with h = 1e-05 the function has no value at x − h or x + h."
    )
    # A step that was asked for is only made smaller where it leads to no value.
    coarse = record(capsys, "check", "1/x", "x=2e-5", "--step", "1e-5")
    assert (coarse["agree"], coarse["inputs"]["x"]["remarks"]) == (False, [])


@pytest.mark.parametrize(
    ("formula", "values", "told"),
    [
        ("relu(w*x)", ["w=1", "x=0"], "x: ReLU has a kink at 0"),
        ("relu(x1) - 2*relu(x1 + x2 - 1)", ["x1=1", "x2=0"], "x1, x2: ReLU has a kink at 0"),
        ("step(x)", ["x=0"], "x: Binary step jumps at 0"),
        # 0ʸ is ∞ below 0, 1 at 0 and 0 above: a jump on the one side that has values.
        ("x**y", ["x=0", "y=0"], "y: Power jumps at these inputs"),
        ("where(x, x, -x)", ["x=0"], "x: Where has a kink at these inputs"),
        ("clip(x)", ["x=1"], "x: Clip has a kink at 1"),
        ("sum(relu(x))", ["x=[1, 0, 2]"], "x[1]: ReLU has a kink at 0"),
    ],
)
def test_check_names_the_gate_whose_kink_spoils_the_difference(
    capsys: pytest.CaptureFixture[str], formula: str, values: list[str], told: str
) -> None:
    text = printed(capsys, "check", formula, *values)
    assert told in text
    assert text.splitlines()[-1] == "Not all agree, for the reason above."
    assert record(capsys, "check", formula, *values)["agree"] is False


def test_check_finds_no_kink_where_a_rule_is_wrong_or_a_curve_smooth(
    capsys: pytest.CaptureFixture[str],
) -> None:
    for formula in ("x**2", "x**3", "sin(x)", "cos(x)", "swish(x)", "x**0", "exp(-x*x)"):
        assert record(capsys, "check", formula, "x=0")["agree"] is True
        assert "kink" not in printed(capsys, "check", formula, "x=0")
    # Nor where one lies nearby.
    assert "kink" not in printed(capsys, "check", "relu(x)", "x=1e-7")
    assert record(capsys, "check", "relu(x)", "x=1e-7")["agree"] is True
    assert "has a kink" not in printed(capsys, "check", "relu(x)", "x=1e-7", "--step", "1e-5")


def test_what_has_no_gradient_is_undefined_and_the_rest_is_told(
    capsys: pytest.CaptureFixture[str],
) -> None:
    found = record(capsys, "evaluate", "a**b", "a=-2", "b=3")
    assert (found["value"], found["gradients"]) == (-8.0, {"a": 12.0, "b": None})
    assert "whole exponents only" in found["problems"][0]
    text = printed(capsys, "evaluate", "a**b", "a=-2", "b=3")
    assert "  b  undefined" in text.splitlines()
    table_ = printed(capsys, "check", "a**b", "a=-2", "b=3").splitlines()
    assert table_[2].split() == ["b", "undefined", "undefined", "undefined", "-"]
    assert table_[3].startswith("No finite gradient for b: A negative base")


def test_the_bound_that_check_names_is_one(capsys: pytest.CaptureFixture[str]) -> None:
    # Beside the end of its domain x^1.5 bends without end, and every quotient is far off.
    found = record(capsys, "check", "x**1.5", "x=0")["inputs"]["x"]
    (remark,) = found["remarks"]
    bound = float(remark.split("better than about ")[1].split(" ")[0])
    assert abs(found["numeric"] - found["reverse"]) <= bound


def test_a_training_without_a_loss_at_its_start_has_no_history(
    capsys: pytest.CaptureFixture[str],
) -> None:
    arguments = ["train", "--output", "log", "--loss", "mean_squared_error", "--epochs", "2"]
    assert main(arguments) == 2
    printed_, complaint = capsys.readouterr()
    assert printed_ == ""
    assert "The loss at the start is no finite number" in complaint
