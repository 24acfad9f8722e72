"""``python -m engine explain`` says what the cards of the app say."""

from __future__ import annotations

import json

import pytest

from engine.autodiff.passes.evaluation import evaluate
from engine.command_line.main import main
from engine.explanation.node_lines import node_lines
from engine.explanation.number_latex import Ink
from engine.formula.parser import parse_formula
from engine.graph.edits import set_value

A1 = ["explain", "(x + y)*z", "x=-2", "y=5", "z=-4"]


def test_a_gates_card_has_symbols_numbers_and_results(capsys: pytest.CaptureFixture[str]) -> None:
    assert main([*A1, "--gate", "q"]) == 0
    assert capsys.readouterr().out.splitlines() == [
        "(x + y)*z",
        "",
        "q · +",
        "  forward:",
        "    q = x + y",
        "    = −2 + 5 = 3",
        "  local gradient:",
        "    ∂q/∂x = 1",
        "    ∂q/∂y = 1",
        "  chain rule:",
        "    ∂f/∂x = ∂q/∂x · ∂f/∂q",
        "    = 1 · (−4) = −4",
        "    ∂f/∂y = ∂q/∂y · ∂f/∂q",
        "    = 1 · (−4) = −4",
    ]


def test_every_gate_has_a_card_and_what_feeds_two_its_sum(
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert main(["explain", "E = (y - 2*x)*(y + 3)", "x=1", "y=1"]) == 0
    cards = capsys.readouterr().out.split("\n\n")[1:]
    assert [card.splitlines()[0] for card in cards] == ["q · ×", "s · +", "r · −", "E · ×", "y"]
    # The letter y is the node y on every card, and 2·x is q.
    assert "q = 2 · x" in cards[0]
    assert "∂E/∂y\n    = 4 + (−1) = 3" in cards[-1]


def test_json_has_each_line_as_the_app_sets_it(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["explain", "exp(x)", "x=-1", "--digits", "2", "--json"]) == 0
    (card,) = json.loads(capsys.readouterr().out)
    graph = parse_formula("exp(x)")
    (x, gate) = graph.nodes
    result = evaluate(set_value(graph, x, -1.0))
    shown = node_lines(
        result.plan.graph, gate, result.values, result.gradients, Ink("", "", 2)
    ).lines
    lines = [line for section in card["sections"].values() for line in section]
    assert [line["latex"] for line in lines] == [line for line in shown if line]
    assert lines[1]["text"] == "= e^(−1) ≈ 0.37"
    assert (card["name"], card["symbol"], card["gradient"]) == ("f", "exp", 1.0)


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        (["--gate", "zz"], "No gate or input is called “zz”; there are: x, y, q, z, f."),
        (["--digits", "0"], "--digits is 0; choose a number from 1 to 17."),
    ],
)
def test_what_is_not_there_is_refused_in_a_sentence(
    arguments: list[str], sentence: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main([*A1, *arguments]) == 2
    assert capsys.readouterr().err.strip() == sentence


def test_a_formula_too_long_to_be_read_asks_for_one_gate(
    capsys: pytest.CaptureFixture[str],
) -> None:
    long_sum = "+".join(["x"] * 600)
    assert main(["explain", long_sum, "x=1"]) == 2
    assert "choose one with --gate NAME" in capsys.readouterr().err
    assert main(["explain", long_sum, "x=1", "--gate", "q"]) == 0
