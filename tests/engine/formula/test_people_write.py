"""Formulas are read as people write them, and asked about where people read them differently."""

from __future__ import annotations

import math

import pytest

from engine.autodiff.passes.evaluation import evaluate
from engine.errors import FormulaError, FormulaQuestion
from engine.export.numpy_source import numpy_source
from engine.export.pytorch_source import pytorch_source
from engine.formula.latex import format_latex
from engine.formula.parser import parse_formula, read_formula
from engine.formula.printer import format_formula
from engine.graph.edits import rename, set_value
from engine.graph.model import Graph


def asked(text: str, known: Graph | None = None) -> FormulaQuestion:
    with pytest.raises(FormulaQuestion) as caught:
        parse_formula(text, known)
    return caught.value


@pytest.mark.parametrize(
    ("written", "plain"),
    [
        ("1/(1+e^(-(w0*x0+w1*x1+w2)))", "1/(1+exp(-(w0*x0+w1*x1+w2)))"),
        ("e**x + e^{-x} + eˣ⁺¹", "exp(x) + exp(-x) + exp(x + 1)"),
        ("100(y-x²)² + (1-x)(1-x)", "100*(y - x**2)**2 + (1 - x)*(1 - x)"),
        ("2x²", "2*x**2"),
        ("-2x", "-2*x"),
        ("½x² + ¾", "0.5*x**2 + 0.75"),
        ("|x| + |a|·|b| + |a||b|", "abs(x) + abs(a)*abs(b) + abs(a)*abs(b)"),
        ("||x| - |y||", "abs(abs(x) - abs(y))"),
        ("‖x‖² + ||x|| + ‖x‖₁", "squared_norm(x) + norm(x) + sum(abs(x))"),
        ("√x + √4 + √(x+1)", "sqrt(x) + sqrt(4) + sqrt(x + 1)"),
        ("∛x", "cbrt(x)"),
        ("x⁻¹ + x⁻²", "1/x + x**(-2)"),
        ("Wᵀ x + W^T @ y + W.T @ z", "transpose(W) @ x + transpose(W) @ y + transpose(W) @ z"),
        ("sin 2x + ln x + 1", "sin(2*x) + log(x) + 1"),
        ("sin²x + cos^2(x)", "sin(x)**2 + cos(x)**2"),
        ("sin x cos y", "sin(x)*cos(y)"),
        ("sin x * y", "sin(x)*y"),
        ("Σx² + Σ x", "sum(x**2) + sum(x)"),
        ("2πr", "2*π*r"),
        ("w₁x₁ + w₁₂", "w_1*x_1 + w_12"),
        ("x' + x′", "x′ + x′"),
        ("µ + μ", "μ + μ"),
        ("+x - +3", "x - 3"),
        ("max(a, b, c) + min(a, b, 0.5, c)", "max(max(a, b), c) + min(min(min(a, b), 0.5), c)"),
        ("np.exp(x) + torch.nn.functional.relu(x)", "exp(x) + relu(x)"),
        ("x.sum() + x.dot(y) + ((x - y)**2).mean()", "sum(x) + x @ y + mean((x - y)**2)"),
        ("np.array([1, 2]) @ x + math.pi", "[1, 2] @ x + π"),
        ("torch.clamp(x, min=0, max=1)", "clip(x, low=0, high=1)"),
        ("[[1 2] [3 4]] @ [0.22 0.26]", "[[1, 2], [3, 4]] @ [0.22, 0.26]"),
        ("[x + 1]*2", "(x + 1)*2"),
        (r"\frac{1}{1+e^{-x}}", "1/(1 + exp(-x))"),
        (r"\sigma(w^\top x) \cdot \hat{y}", "sigmoid(transpose(w) @ x)*ŷ"),
        ("（ｘ＋１）／２", "(x + 1)/2"),
        ("x‐1 – y", "x - 1 - y"),
        ("f(x, y) = x*y  # a comment", "f = x*y"),
        ("σ(x) = 1/(1 + e^-x)", "1/(1 + exp(-x))"),
        ("# first\nc = a + b # sum\n\nf = c*c", "c = a + b; f = c*c"),
        ("ReLU(x) + Sigmoid(x) + SE(x, y) + CE(x, y)",
         "relu(x) + sigmoid(x) + squared_error(x, y) + softmax_cross_entropy(x, y)"),
        ("log₂ x + log_10(x)", "log2(x) + log10(x)"),
        ("x[0] + W[1, 0]·v[1:3]", "x[0] + W[1,0]*v[1:3]"),
        ("where(x ≥ 0, x, 0.01x)", "where(x >= 0, x, 0.01*x)"),
        ("=A1*B1", "A1*B1"),
    ],
)  # fmt: skip
def test_books_programs_and_lecturers_spell_alike(written: str, plain: str) -> None:
    assert parse_formula(written) == parse_formula(plain)


def test_the_sigmoid_of_every_book_has_its_gradients() -> None:
    graph = parse_formula("1/(1+e^(-(w0*x0+w1*x1+w2)))")
    given = {"w0": 2.0, "x0": -1.0, "w1": -3.0, "x1": -2.0, "w2": -3.0}
    for name, value in given.items():
        node = graph.named(name)
        assert node is not None
        graph = set_value(graph, node, value)
    found = evaluate(graph)
    assert found.target is not None
    assert float(found.values[found.target]) == pytest.approx(1 / (1 + math.exp(-1)))
    slopes = {name: float(found.gradients.nodes[graph.named(name)]) for name in given}  # type: ignore[index]
    s = 0.19661193324148185
    expected = {"w0": -s, "x0": 2 * s, "w1": -2 * s, "x1": -3 * s, "w2": s}
    assert slopes == pytest.approx(expected)


def test_e_is_a_number_unless_something_is_called_so() -> None:
    reading = read_formula("e*x + π")
    constants = {it.name: it.operation for it in reading.graph.nodes.values() if it.name}
    assert constants == {"e": "constant", "x": "input", "π": "constant"}
    assert [note.code for note in reading.notes] == ["constant_e", "constant_pi"]
    (other,) = reading.notes[0].choices
    again = parse_formula(other.text, names=other.names)
    assert again.nodes[again.named("e")].operation == "input"  # type: ignore[index]
    course = parse_formula("e = (a + b)*(b + 1)")
    assert course.nodes[course.named("e")].operation == "multiply"  # type: ignore[index]
    # What a graph has keeps its name, and the number stays the number.
    assert parse_formula("e*x", known=again).named("e") is not None
    assert read_formula("e*x + 2", known=reading.graph).notes == ()
    assert parse_formula(format_formula(reading.graph)) == parse_formula("e*x + π")
    third = parse_formula("e^x", known=again)
    assert [it.operation for it in third.nodes.values()] == ["input", "input", "power"]


@pytest.mark.parametrize(
    ("text", "notes"),
    [
        ("log(x) + LOG(y)", ["natural_log"]),
        ("np.log(x) + ln(y) + log10(z)", []),
        ("W⁻¹ @ x", ["no_inverse"]),
        ("X^-1", ["no_inverse"]),
        ("x⁻¹ + 1/W", []),
    ],
)
def test_what_others_take_for_something_else_is_noted(text: str, notes: list[str]) -> None:
    assert [note.code for note in read_formula(text).notes] == notes


@pytest.mark.parametrize(
    ("text", "readings"),
    [
        ("1/2x", ["1/(2*x)", "1/2*x"]),
        ("a/(b)(c)", ["a/(b*c)", "a/b*c"]),
        ("e^2x", ["exp(2*x)", "exp(2)*x"]),
        ("e^-2x", ["exp(-2*x)", "exp(-2)*x"]),
        ("x^2y", ["x**(2*y)", "x**2*y"]),
        ("√2x", ["sqrt(2*x)", "sqrt(2)*x"]),
        ("√x²", ["sqrt(x**2)", "sqrt(x)**2"]),
        ("ln x/y", ["log(x)/y", "log(x/y)"]),
        ("sin x y", ["sin(x*y)", "sin(x)*y"]),
        ("Σ(x-y)²", ["sum((x - y)**2)", "sum(x - y)**2"]),
        ("sin⁻¹ x", ["arcsin(x)", "1/sin(x)"]),
        ("x y", ["x*y"]),
        ("W x + b", ["W*x + b", "W @ x + b"]),
        ("x(y + 1)", ["x*(y + 1)"]),
        ("1,000x", ["1000*x", "1*x"]),
    ],
)
def test_what_people_read_differently_is_asked(text: str, readings: list[str]) -> None:
    found = [parse_formula(each.text, names=each.names) for each in asked(text).choices]
    assert [format_formula(it) for it in found] == [
        format_formula(parse_formula(it)) for it in readings
    ]


def test_a_name_of_known_names_is_asked_about_once_for_all() -> None:
    question = asked("w0x0 + w1x1 + w2")
    assert "w0x0" in question.sentence
    product, name = question.choices
    assert parse_formula(product.text) == parse_formula("w0*x0 + w1*x1 + w2")
    assert name.names == {"w0x0", "w1x1"}
    assert parse_formula(name.text, names=name.names).named("w0x0") is not None
    known = parse_formula("x*y")
    assert asked("xy + 1", known).choices[0].text == "x*y + 1"
    # Who has answered, or has such a node, is not asked again.
    assert parse_formula("xy + x + y", names={"xy"}).named("xy") is not None
    assert parse_formula("xy + x", known=parse_formula("xy", names={"xy"})).named("xy") is not None
    assert parse_formula("xy", names={"x", "y"}, fixed=True) == parse_formula("x*y")


@pytest.mark.parametrize(
    "name", ["arctanh", "logit", "norm3", "tanh2", "softmin", "foo", "argmax", "ceil", "log3"]
)
def test_another_function_is_never_offered_for_one(name: str) -> None:
    with pytest.raises(FormulaError) as caught:
        parse_formula(f"{name}(x)")
    assert caught.value.code == "unknown_function"


@pytest.mark.parametrize(
    ("name", "meant"), [("sigmod", "sigmoid"), ("sofmax", "softmax"), ("sigmiod", "sigmoid")]
)
def test_a_slip_of_one_finger_is_told(name: str, meant: str) -> None:
    with pytest.raises(FormulaError) as caught:
        parse_formula(f"{name}(x)")
    assert caught.value.details["suggestion"] == meant


def test_new_inputs_get_distinct_numbers_in_the_shapes_that_are_asked_for() -> None:
    def values(text: str, known: Graph | None = None) -> dict[str, object]:
        nodes = read_formula(text, known).graph.nodes.values()
        return {it.name: it.value.tolist() for it in nodes if it.name and it.value is not None}

    assert values("a*b + c - d") == {"a": 2.0, "b": 3.0, "c": -1.0, "d": 0.5}
    assert values("W @ x + b") == {"W": [[2.0, 3.0], [-1.0, 0.5]], "x": [4.0, -2.0], "b": 1.5}
    assert values("x[2]*softmax(z)") == {"x": [2.0, 3.0, -1.0], "z": [0.5, 4.0]}
    # A logarithm of a negative number is none.
    assert values("a + b + log(c)") == {"a": 2.0, "b": 3.0, "c": 1.0}
    known = read_formula("a*b").graph
    assert values("a*b*c", known) == {"a": 2.0, "b": 3.0, "c": -1.0}
    # A single number that was there makes room for a vector only where nothing else computes.
    assert values("W @ a + b", known) == {
        "W": [[2.0, -1.0], [0.5, 4.0]],
        "a": [-2.0, 1.5],
        "b": 3.0,
    }


def test_a_choice_of_an_answer_leads_to_an_end() -> None:
    for text in ("1/2x + 1/3y", "e^2x/3y", "√2x + w0x0 + 2ab", "ln x/2y", "W x y"):
        waiting, tried = [(text, frozenset[str]())], 0
        while waiting:
            formula, names = waiting.pop()
            tried += 1
            assert tried < 60
            try:
                parse_formula(formula, names=names)
            except FormulaQuestion as question:
                waiting += [(it.text, names | it.names) for it in question.choices]


def test_a_deviation_is_a_name_where_nothing_is_called() -> None:
    graph = parse_formula("exp(-(x - μ)²/(2σ²))/σ")
    assert graph.named("σ") is not None
    assert format_formula(graph) == "exp(-(x - μ)²/(2σ²))/σ"
    assert parse_formula("σ(x) + σ") == parse_formula("sigmoid(x) + σ")


def test_a_name_is_renamed_in_one_form() -> None:
    graph = parse_formula("x + 1")
    node = graph.named("x")
    assert node is not None
    assert rename(graph, node, "y\u0302").named("ŷ") == node
    assert rename(graph, node, "x′").named("x′") == node


def test_programs_call_the_constants_by_their_names_too() -> None:
    graph = parse_formula("2πr + e*x′")
    assert "np.pi" in numpy_source(graph)
    assert "np.e" in numpy_source(graph)
    assert "torch.pi" in pytorch_source(graph)
    assert "x_prime" in numpy_source(graph)
    assert "x'" in format_latex(graph)


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("(x + 1}", "other_bracket"),
        ("|x + 1", "bar_open"),
        ("{x + 1", "brace_open"),
        ("x[a]", "no_place"),
        ("x.", "member_expected"),
        ("x.shape", "unknown_member"),
        ("‖x‖₃", "unknown_norm"),
        ("a < b < c", "chained_comparison"),
        (r"\foo{x}", "latex_word_unknown"),
        (r"\frac12", "latex_fraction"),
        ("max(a; b)", "separator_inside"),
        ("Σ_i x_i", "sum_with_index"),
        ("x.sum(axis=0)", "other_axis"),
        ("1_000*x", "operator_expected"),
        ("|x|y|z|", "operator_expected"),
    ],
)
def test_what_is_not_understood_has_a_sentence_of_its_own(text: str, code: str) -> None:
    with pytest.raises(FormulaError) as caught:
        parse_formula(text)
    assert caught.value.code == code
    assert 0 <= caught.value.position <= len(text)
