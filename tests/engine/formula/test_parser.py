"""Formulas become the graphs that they describe."""

from __future__ import annotations

from collections.abc import Mapping

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from engine.autodiff.passes.evaluation import evaluate
from engine.errors import FormulaError
from engine.formula.parser import parse_formula
from engine.formula.printer import format_formula
from engine.formula.tokens import is_name
from engine.graph.builder import GraphBuilder
from engine.graph.edits import set_value
from engine.graph.model import Graph
from engine.operations.catalog import OPERATIONS


def value_of(text: str, **inputs: float) -> float:
    graph = parse_formula(text)
    for name, value in inputs.items():
        node = graph.named(name)
        assert node is not None
        graph = set_value(graph, node, value)
    result = evaluate(graph)
    assert result.target is not None
    return float(result.values[result.target])


def operations(graph: Graph) -> list[str]:
    return [node.operation for node in graph.nodes.values() if not node.is_source]


def settings_of(graph: Graph) -> Mapping[str, float]:
    assert graph.target is not None
    return graph.nodes[graph.target].settings


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("2 + 3*4", 14),
        ("2*3 + 4", 10),
        ("10 - 4 - 3", 3),
        ("24/4/3", 2),
        ("24/(4/2)", 12),
        ("2**3**2", 512),
        ("(2**3)**2", 64),
        ("-2**2", -4),
        ("(-2)**2", 4),
        ("2**-1", 0.5),
        ("2*-3 + 1", -5),
        ("2**-1*4", 2),
        ("--3", 3),
        ("5 - -3", 8),
        ("((((7))))", 7),
        (".5 + 5. + 1e-3 + 2E+1", 25.501),
        ("max(2, min(7, 5))", 5),
        ("sum([1, 2, 3])", 6),
        ("[1, 2] @ [3, 4]", 11),
        ("squared_norm([[1, 2], [3, 1/2]])", 14.25),
    ],
)
def test_arithmetic_follows_the_usual_precedence(text: str, expected: float) -> None:
    assert value_of(text) == pytest.approx(expected)


@pytest.mark.parametrize(
    ("friendly", "plain"),
    [
        ("x×y·z", "x*y*z"),
        ("x÷y − z", "x/y - z"),
        ("x^3", "x**3"),
        ("x²·y + x¹⁰", "x**2*y + x**10"),
        ("√(x) + σ(y)", "sqrt(x) + sigmoid(y)"),
        ("ln(x) + mse(y, z)", "log(x) + mean_squared_error(y, z)"),
        ("x +\n  y", "x + y"),
        ("max(x,\n\n y)", "max(x, y)"),
        ("\n c = x;; f = c*c ;\n", "c = x; f = c*c"),
        ("1e−3*x", "0.001*x"),
    ],
)
def test_papers_and_keyboards_spell_alike(friendly: str, plain: str) -> None:
    assert parse_formula(friendly) == parse_formula(plain)


@pytest.mark.parametrize("name", [name for name, item in OPERATIONS.items() if not item.is_source])
def test_every_operation_is_called_by_its_name_and_aliases(name: str) -> None:
    record = OPERATIONS[name]
    inputs = ", ".join(f"x{index}" for index in range(record.arity))
    for called in (
        name,
        *(alias for alias in OPERATIONS.aliases_of(record) if is_name(alias)),
    ):
        graph = parse_formula(f"{called}({inputs})")
        assert operations(graph) == [name]


def test_the_same_name_is_the_same_node() -> None:
    graph = parse_formula("x*x + y - x")
    assert sorted(node.name for node in graph.nodes.values() if node.is_source) == ["x", "y"]


def test_statements_name_gates_and_the_last_one_is_the_result() -> None:
    graph = parse_formula("c = a + b\nf = c*(c + 1)")
    assert [node.name for node in graph.nodes.values()] == ["a", "b", "c", "", "", "f"]
    assert graph.target == graph.named("f")
    middle = parse_formula("q = x + y; f = q*z; q")
    assert middle.target == middle.named("q")


def test_squares_reciprocals_and_signs_have_gates_of_their_own() -> None:
    assert operations(parse_formula("x**2")) == ["square"]
    assert operations(parse_formula("1/x")) == ["reciprocal"]
    assert operations(parse_formula("-x")) == ["negate"]
    assert operations(parse_formula("x**(2)")) == ["power"]
    for square in ("x.pow(2)", "torch.pow(x, 2)", "power(x, 2)"):
        assert operations(parse_formula(square)) == ["square"]
    assert operations(parse_formula("(1)/x")) == ["divide"]
    assert operations(parse_formula("x**2.5")) == ["power"]


def test_a_sign_belongs_to_the_number_after_it() -> None:
    constant = parse_formula("-2*x")
    assert operations(constant) == ["multiply"]
    assert operations(parse_formula("-(2)*x")) == ["negate", "multiply"]
    assert operations(parse_formula("-2**x")) == ["power", "negate"]


def test_a_name_given_to_a_number_is_a_constant() -> None:
    graph = parse_formula("a = 3; f = a*x")
    node = graph.named("a")
    assert node is not None
    assert graph.nodes[node].operation == "constant"


def test_settings_are_given_by_keyword_and_defaults_are_left_out() -> None:
    graph = parse_formula("leaky_relu(x, slope=0.1)")
    assert settings_of(graph) == {"slope": 0.1}
    graph = parse_formula("leaky_relu(slope=0.01, x)")
    assert settings_of(graph) == {}


def test_values_and_kinds_of_known_sources_are_kept() -> None:
    builder = GraphBuilder()
    w = builder.source("parameter", [1.0, 2.0], "w")
    builder.source("constant", 7.0, "k")
    known = builder.build()
    weight = known.nodes[w]
    graph = parse_formula("w*k + x", known)
    kept = {node.name: node for node in graph.nodes.values()}
    assert kept["w"] == weight
    assert kept["k"].operation == "constant"
    assert kept["x"].operation == "input"
    assert kept["x"].value == 1.0


def test_a_question_mark_leaves_a_port_without_a_wire() -> None:
    graph = parse_formula("? + x")
    assert graph.target is not None
    assert graph.inputs_of(graph.target) == (None, graph.named("x"))


@pytest.mark.parametrize(
    "text",
    [
        "(" * 20_000 + "x" + ")" * 20_000,
        "-" * 5_000 + "x",
        "exp(" * 5_000 + "x" + ")" * 5_000,
        "x**" * 5_000 + "y",
        " + ".join(["x*y"] * 5_000),
    ],
    ids=["parentheses", "signs", "calls", "powers", "terms"],
)
def test_deep_and_long_formulas_are_read_and_written(text: str) -> None:
    graph = parse_formula(text)
    assert parse_formula(format_formula(graph)) == graph


_WORDS = (
    *("x", "y1", "가", "(", ")", "+", "-", "*", "/", "**", "@", "=", ",", ";", "?", "1", "2.5"),
    *("1e3", "max(", "exp(", "sum", "slope=", "leaky_relu(", "[", "]", "²", "·", "−", "1e999"),
    *("input", "$", "√(", "f =", "[1, 2]", "\n", "\t", " "),
)
_PIECES = st.lists(st.sampled_from(_WORDS), max_size=14).map("".join)


@given(st.one_of(st.text(), _PIECES))
@example("x\n)")
@example("\ufeff")
def test_any_text_is_read_or_refused_with_a_place_and_a_sentence(text: str) -> None:
    refusal = None
    try:
        graph = parse_formula(text)
        assert graph.target in graph.nodes
    except FormulaError as error:
        refusal = error
    if refusal is not None:
        end = refusal.position + refusal.length
        assert 0 <= refusal.position <= end <= len(text)
        assert refusal.sentence.endswith((".", "?")), refusal.sentence
        assert "\n" not in refusal.sentence
        assert refusal.code
