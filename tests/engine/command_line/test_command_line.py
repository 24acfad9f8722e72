"""The engine's command line: numbers on stdout, or one sentence on stderr and exit status 2."""

from __future__ import annotations

import json
import re
import shlex
import subprocess
import sys
from io import BytesIO, StringIO, TextIOWrapper

import pytest

from engine.command_line.catalog import SUBCOMMANDS
from engine.command_line.main import main


def run(*arguments: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(  # the real program, as a user starts it
        [sys.executable, "-m", "engine", *arguments],
        capture_output=True,
        encoding="utf-8",
        check=False,
    )


def test_the_program_prints_a_value_and_every_gradient() -> None:
    done = run("evaluate", "(x + y)*z", "x=-2", "y=5", "z=-4", "--json")
    assert (done.returncode, done.stderr) == (0, "")
    assert json.loads(done.stdout) == {
        "value": -12.0,
        "gradients": {"x": -4.0, "y": -4.0, "z": 3.0},
    }


def test_the_program_refuses_in_one_sentence() -> None:
    done = run("evaluate", "(x + y*z", "x=1")
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr == "This “(” is never closed; a “)” is missing. (At character 1.)\n"


def test_people_get_a_table_of_gates(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["evaluate", "q = x + y; f = q*z", "x=-2", "y=5", "z=-4"]) == 0
    assert capsys.readouterr().out.splitlines() == [
        "q = x + y; f = q*z",
        "value: -12",
        "gradients:",
        "  x  -4",
        "  y  -4",
        "  z  3",
        "gates, forward:",
        "  gate       value  gradient",
        "  q = x + y  3      -4",
        "  f = q*z    -12    1",
    ]


def test_a_long_gate_is_told_by_its_name(capsys: pytest.CaptureFixture[str]) -> None:
    long_sum = " + ".join(["x"] * 30)
    assert main(["evaluate", f"exp({long_sum})", "x=0"]) == 0
    assert capsys.readouterr().out.splitlines()[-1].split() == ["f", "1", "1"]


def test_a_long_formula_does_not_write_itself_out_at_every_gate(
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert main(["evaluate", "+".join(["x"] * 1000), "x=1"]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert lines[1:4] == ["value: 1000", "gradients:", "  x  1000"]
    assert lines[-1].split() == ["f", "1000", "1"]


def test_a_terminal_of_few_letters_shows_the_others_escaped(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    written = BytesIO()
    monkeypatch.setattr(sys, "stdout", TextIOWrapper(written, encoding="ascii"))
    assert main(["evaluate", "손실*2", "손실=3"]) == 0
    sys.stdout.flush()
    assert b"value: 6" in written.getvalue()
    assert b"\\uc190" in written.getvalue()


def test_another_program_may_collect_the_output(monkeypatch: pytest.MonkeyPatch) -> None:
    collected = StringIO()
    monkeypatch.setattr(sys, "stdout", collected)
    assert main(["evaluate", "x*2", "x=3"]) == 0
    assert "value: 6" in collected.getvalue()


def test_arrays_are_nested_lists_in_and_out(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["evaluate", "W @ x", "W=[[1, 2], [3, 4]]", "x=[1, -1]", "--json"]) == 0
    assert json.loads(capsys.readouterr().out) == {
        "value": [-1.0, -1.0],
        "gradients": {"W": [[1.0, -1.0], [1.0, -1.0]], "x": [4.0, 6.0]},
    }
    assert main(["evaluate", "W @ x", "W=[[1, 2], [3, 4]]", "x=[1, -1]"]) == 0
    assert "gradients of the sum of all elements:" in capsys.readouterr().out


@pytest.mark.parametrize(
    ("arguments", "value", "gradients"),
    [
        (["-x", "x=-2"], 2.0, {"x": -1.0}),
        (["x", "x=1/2"], 0.5, {"x": 1.0}),
        (["x", "x=0,5"], 0.5, {"x": 1.0}),
        (["x*y", "x=2", "y=0"], 0.0, {"x": 0.0, "y": 2.0}),
        (["-x*y", "x=2", "y=0"], 0.0, {"x": 0.0, "y": -2.0}),
        (["x; 2*y", "x=2", "y=1"], 2.0, {"x": 0.0, "y": 2.0}),
        (["a = 3; a*x", "x=2"], 6.0, {"x": 3.0}),
        (["5"], 5.0, {}),
        (["손실²", "손실=3"], 9.0, {"손실": 6.0}),
    ],
)
def test_every_input_has_a_gradient_and_constants_have_none(
    arguments: list[str],
    value: float,
    gradients: dict[str, float],
    capsys: pytest.CaptureFixture[str],
) -> None:
    formula, *inputs = arguments
    assert main(["evaluate", "--json", formula, *inputs]) == 0
    out = capsys.readouterr().out
    assert "-0.0" not in out
    assert json.loads(out) == {"value": value, "gradients": gradients}


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        (["evaluate"], "The following arguments are required: FORMULA"),
        (["evaluate", "x"], "The input x has no value; add x=1, for example."),
        (["evaluate", "x*y"], "The inputs x, y have no value; add x=1, for example."),
        (["evaluate", "x", "q=1"], "“q” is not an input of this formula; its inputs are: x."),
        (["evaluate", "5", "q=1"], "“q” is not an input of this formula; it has none."),
        (["evaluate", "a = 1; a*x", "a=2"], "“a” is not an input of this formula"),
        (["evaluate", "x", "x=1", "x=2"], "The input x is given twice."),
        (["evaluate", "x", "5"], "“5” gives no value to an input; write NAME=VALUE"),
        (["evaluate", "x", "x=a"], "Input x: “a” is not a number"),
        (["evaluate", "x", "x="], "Input x: A value is missing"),
        (["evaluate", "x", "x=nan"], "Input x: “nan” is not a number"),
        (["evaluate", "x", "x=[[1],[1,2]]"], "Input x: All rows of a matrix are equally long"),
        (["evaluate", "", "x=1"], "The formula is empty"),
        (["evaluate", "x +", "x=1"], "(At character 4.)"),
        (["evaluate", "W @ x", "W=[[1, 2]]", "x=[1, 2, 3]"], "the inner sizes 2 and 3"),
        (["evaluate", "x + ?", "x=1"], "Input b of Add has no wire yet."),
        (["evaluate", "1/x", "x=0"], "A division by 0 has no result."),
        (["evaluate", "log(x)", "x=-1"], "The logarithm of -1 does not exist"),
        (["evaluate", "exp(x)", "x=1000"], "larger than a computer's numbers"),
        (["evaluate", "x", "x=1", "--jsn"], "Unrecognized arguments: --jsn"),
        (["evalute", "x"], "“evalute” is not a subcommand; known are: evaluate"),
    ],
)
def test_bad_input_gets_one_sentence_and_status_2(
    arguments: list[str], sentence: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(arguments) == 2
    captured = capsys.readouterr()
    assert captured.out == ""
    assert sentence in captured.err
    assert captured.err.endswith("\n")
    assert captured.err.count("\n") == 1


@pytest.mark.parametrize("arguments", [[], ["--help"], ["-h"]])
def test_help_lists_the_subcommands(
    arguments: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(arguments) == 0
    out = capsys.readouterr().out
    assert all(item.name in out and item.summary in out for item in SUBCOMMANDS.values())


def test_a_subcommands_help_has_examples_that_run(capsys: pytest.CaptureFixture[str]) -> None:
    done = run("evaluate", "--help")
    assert done.returncode == 0
    commands = re.findall(r"^  python -m engine (.+)$", done.stdout, re.MULTILINE)
    assert len(commands) == 3
    for command in commands:
        assert main(shlex.split(command)) == 0
    assert "0.116" in capsys.readouterr().out
