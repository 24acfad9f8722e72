r"""Blanks: what fills them in words and in formulas, and the particle behind."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from engine.errors import EngineError
from engine.languages.catalog import LANGUAGES
from engine.lessons.blanks import BlankKind, blanks, fill_words, written_fact
from engine.lessons.facts import Fact, LazyFacts
from engine.lessons.formulas import fact_value, number_value, used_names
from engine.lessons.lesson import Opening
from engine.lessons.openings import formulas_of, opened_state
from engine.lessons.word_pieces import pieces

FACTS: dict[str, Fact] = {
    "x": -2.0,
    "y": 5.0,
    "z": -4.0,
    "small": 1.2e-5,
    "answer": "a*b_c",
    "several": ("bends", "two-lines"),
    "later": None,
    "W": np.array([[1.0, 2.0], [3.0, 4.0]]),
    "v": np.array([0.5, 0.25]),
    "long": np.arange(9.0),
    "step": 7.0,
    "infinite": float("inf"),
}
ENGLISH, KOREAN = LANGUAGES["en"], LANGUAGES["ko"]


def filled(text: str, language: str = "en") -> str:
    return fill_words(
        text, FACTS, LANGUAGES[language], lambda said: {"Train": "학습"}.get(said, said)
    )


WORDS = (
    ("It is {x + y}.", "It is 3."),
    ("{ x }, {x*y}", "−2, −10"),
    ("{1/3}, {1/3:4}, {1/3 : 99}", "0.33, 0.3333, 0.33333333333333"),
    ("{1/3:0}", "0.3"),
    ("{x:()} · {y:()} · {1/3:4()} · {-1/3:4 ()}", "(−2) · 5 · 0.3333 · (−0.3333)"),
    (
        "{16777216:,}, {-1234567.891:,}, {1234.5678:3,} {5000.001:,}",
        "16,777,216, −1,234,567.89, 1,234.568 5,000.00",
    ),
    ("{-1000:,()}, {1000:,()}, {999.999:,}, {1/3:,}", "(−1,000), 1,000, 1000.00, 0.33"),
    ("{1e16:,}, {v:,()}, {answer:()}, {later:()}", r"1e16, \[0.5 0.25\], a\*b\_c, –"),
    ("{x:}, {x:y}", "–, –"),
    ("{small} in words", "1.2e−5 in words"),
    ("{answer} and {several}", r"a\*b\_c and bends, two-lines"),
    ("{later}, {nobody}, {1/0}, {x +}, {}", "–, –, –, –, –"),
    ("{v} {W} {long}", r"\[0.5 0.25\] \[1 2; 3 4\] \[0 1 … 8\]"),
    ("{step} {step + 1}", "7 8"),
    (r"\{x} and \\{x}", r"\{x} and \\−2"),
    ("`{x}` {x} ``a`{x}``", "`{x}` −2 ``a`{x}``"),
    ("`{x} {y}", "`−2 5"),
    ("```\n{x}\n```\n{x}", "```\n{x}\n```\n−2"),
    ("~~~\n{x}", "~~~\n{x}"),
    ("{ui:Train} **{ui: Open as graph }**", "학습 **Open as graph**"),
    ("{x/y}", "−0.4"),
    ("{은/는}", "–"),
    ("{x", "{x"),
    ("{x {y}", "{x 5"),
    ("a {x\n\n} b", "a {x\n\n} b"),
)


@pytest.mark.parametrize(("text", "said"), WORDS)
def test_a_blank_in_words_is_filled(text: str, said: str) -> None:
    assert filled(text) == said


FORMULAS = (
    (r"$f = ({x} + {y}) \cdot {z}$", r"$f = (-2 + 5) \cdot -4$"),
    (r"$\frac{{x}}{2}$", r"$\frac{-2}{2}$"),
    (r"$\frac{x}{2}$", r"$\frac{x}{2}$"),
    (r"$\frac{\partial f}{\partial z}$", r"$\frac{\partial f}{\partial z}$"),
    (
        r"$x_{i}^{2} + \sqrt[3]{x} + \operatorname*{x}$",
        r"$x_{i}^{2} + \sqrt[3]{x} + \operatorname*{x}$",
    ),
    (r"$x_{{y}}$", r"$x_{5}$"),
    (r"${small}$", r"$1.2 \times 10^{-5}$"),
    (r"${z:()}\cdot {y:()}$", r"$(-4)\cdot 5$"),
    (r"${16777216:,}$ and ${-1234.5:,()}$", r"$16{,}777{,}216$ and $(-1{,}234.5)$"),
    (r"${W}$", r"$\left[\begin{matrix} 1 & 2 \\ 3 & 4 \end{matrix}\right]$"),
    (r"$\{x\} {x}$", r"$\{x\} -2$"),
    (r"${answer}$", r"$\text{a*bc}$"),
    (r"${ui:Train}$", r"$\text{학습}$"),
    (r"$$f = {x/y}$$", r"$$f = -0.4$$"),
    (r"${later}$", "$–$"),
    (r"cost \$5 {x}$", r"cost \$5 −2$"),
    ("$$", "$$"),
    ("$a\n\n{x}$", "$a\n\n−2$"),
    ("${x$", "${x$"),
    (r"${ {x}$", r"${ -2$"),
)


@pytest.mark.parametrize(("text", "said"), FORMULAS)
def test_a_brace_of_latex_is_no_blank(text: str, said: str) -> None:
    assert filled(text) == said


PARTICLES = (
    ("{x + y}{은/는}", "3은"),
    ("{z}{을/를}", "−4를"),
    ("{z:()}{을/를}", "(−4)를"),
    ("${x:()}${을/를}", "$(-2)$를"),
    (
        "{16777216:,}{을/를} {30000:,}{은/는}",
        "16,777,216을 30,000은",
    ),
    ("${3000:,}${을/를}", "$3{,}000$을"),
    ("$z${은/는}", "$z$는"),
    ("**$q$**{이/가}", "**$q$**가"),
    (r"$f = (x + y)\cdot z${은/는}", r"$f = (x + y)\cdot z$는"),
    (r"$\frac{\partial f}{\partial z}${은/는}", r"$\frac{\partial f}{\partial z}$는"),
    (r"$\frac{1}{3}${은/는}", r"$\frac{1}{3}$은"),
    ("$x^2${을/를}", "$x^2$을"),
    ("$x^{2}${을/를}", "$x^{2}$을"),
    ("$10^{-5}${을/를}", "$10^{-5}$을"),
    ("$W^T${을/를}", "$W^T$를"),
    (r"$W^{\top}${을/를}", r"$W^{\top}$를"),
    (r"$\hat{y}${을/를}", r"$\hat{y}$을"),
    (r"$\hat y${을/를}", r"$\hat y$을"),
    (r"$\sigma${을/를}", r"$\sigma$를"),
    (r"$\varepsilon${을/를}", r"$\varepsilon$을"),
    ("$f'${을/를}", "$f'$을"),
    ("$x_1${으로/로}", "$x_1$로"),
    ("$x_{12}${으로/로}", "$x_{12}$로"),
    (r"$\left(x + 1\right)${을/를}", r"$\left(x + 1\right)$을"),
    ("{ui:Train}{을/를}", "학습을"),
    ("*기울기*(gradient){은/는}", "*기울기*(gradient)는"),
    ("`exp`{을/를}", "`exp`를"),
    ("{answer}{을/를}", r"a\*b\_c를"),
    ("$z${이/가/는}", "$z$이"),
    ("${x/y}$", "$-0.4$"),
)


@pytest.mark.parametrize(("text", "said"), PARTICLES)
def test_a_particle_follows_what_is_read_before_it(text: str, said: str) -> None:
    assert filled(text, "ko") == said


def test_what_has_no_value_is_a_dash() -> None:
    assert written_fact(None) == "–"


def test_the_blanks_of_a_text_are_told_with_their_kinds() -> None:
    found = list(blanks("{x:3} {ui:Train} {은/는} $a_{i} {y}$", KOREAN))
    assert [(blank.kind, blank.text, blank.in_math) for blank in found] == [
        (BlankKind.FORMULA, "x", False),
        (BlankKind.UI, "Train", False),
        (BlankKind.PARTICLE, "은/는", False),
        (BlankKind.FORMULA, "y", True),
    ]
    assert [blank.form.digits for blank in found] == [3, 2, 2, 2]


@given(st.text(alphabet="ab{}$`~\\\n:/*_^ ", max_size=60))
def test_the_pieces_are_the_text(text: str) -> None:
    end = 0
    for piece in pieces(text):
        assert piece.start == end
        braces = 2 if piece.kind.value == "blank" else 0
        end = piece.start + len(piece.text) + braces
    assert end == len(text)
    fill_words(text, FACTS, KOREAN, str)


def test_a_formula_of_facts_is_computed_by_name() -> None:
    facts: dict[str, Fact] = {"x": 2.0, "step": 3.0, "data": "xor", "W": np.eye(2), "later": None}
    assert fact_value("step*2 + x", facts) == 8.0
    assert fact_value(" data ", facts) == "xor"
    assert fact_value("a = 3; a*x", facts) == 6.0
    assert fact_value("leaky_relu(-x, slope=0.5)", facts) == -1.0
    assert np.array_equal(number_value("W @ [1, 2]", facts), [1.0, 2.0])
    assert used_names("step + exp(x) - x") == ("step", "x")


@pytest.mark.parametrize(
    ("formula", "code"),
    [
        ("q", "fact_unknown"),
        ("los + 1", "fact_unknown_near"),
        ("later", "fact_missing"),
        ("later + 1", "fact_missing"),
        ("data + 1", "fact_is_text"),
        ("1/(x - 2)", "fact_no_number"),
        ("x + ?", "unconnected"),
        ("x +", "operand_expected"),
        ("W @ x", "product_of_scalar"),
    ],
)
def test_a_formula_without_a_value_says_why(formula: str, code: str) -> None:
    facts: dict[str, Fact] = {"x": 2.0, "loss": 1.0, "data": "xor", "W": np.eye(2), "later": None}
    with pytest.raises(EngineError) as found:
        fact_value(formula, facts)
    assert found.value.code == code
    with pytest.raises(EngineError) as found:
        number_value("data", facts)
    assert found.value.code == "fact_is_text"


def test_facts_are_computed_once_and_only_when_asked_for() -> None:
    asked: list[str] = []

    def loss() -> float:
        asked.append("loss")
        return 0.5

    facts = LazyFacts({"loss": loss, "epoch": lambda: 3.0})
    assert "loss" in facts
    assert (len(facts), list(facts)) == (2, ["loss", "epoch"])
    assert asked == []
    assert fact_value("loss + loss*2", facts) == 1.5
    assert asked == ["loss"]


def test_what_is_opened_has_its_formulas_worked_out() -> None:
    opening = Opening(
        "graph",
        {"formula": "f = W*x", "values": {"W": [["a", 1], [0, "a + 1"]], "x": "v"}, "tool": "x"},
    )
    facts: dict[str, Fact] = {"a": 2.0, "v": np.array([1.0, 2.0])}
    assert opened_state(opening, facts) == {
        "formula": "f = W*x",
        "values": {"W": [[2.0, 1], [0, 3.0]], "x": [1.0, 2.0]},
        "tool": "x",
    }
    assert sorted(formulas_of(opening)) == ["a", "a + 1", "v"]
    with pytest.raises(EngineError):
        opened_state(opening, {})


def test_a_count_is_a_whole_number() -> None:
    opening = Opening("training", {"seed": "a + 1", "epoch": 300, "layers": [2, 1]})
    assert opened_state(opening, {"a": 6.0}) == {"seed": 7, "epoch": 300, "layers": [2, 1]}
    assert isinstance(opened_state(opening, {"a": 6.0})["seed"], int)
    with pytest.raises(EngineError) as found:
        opened_state(opening, {"a": 0.5})
    assert found.value.code == "lesson_open_whole"


def test_the_depth_of_a_chain_of_functions_is_worked_out_and_that_of_a_network_is_none() -> None:
    chain = Opening("activations", {"chosen": ["tanh"], "layers": "2*n"})
    assert opened_state(chain, {"n": 5.0}) == {"chosen": ["tanh"], "layers": 10}
    network = Opening("training", {"layers": [2, 4, 1]})
    assert opened_state(network, {}) == {"layers": [2, 4, 1]}


def test_what_an_experiment_begins_with_is_worked_out_beside_the_names_in_it() -> None:
    begin = {"data": "or", "w1": "a", "w2": "a + 1", "w0": -0.5}
    opening = Opening("training", {"experiment": "perceptron", "perceptron": begin})
    assert opened_state(opening, {"a": 2.0}) == {
        "experiment": "perceptron",
        "perceptron": {"data": "or", "w1": 2.0, "w2": 3.0, "w0": -0.5},
    }
    assert sorted(formulas_of(opening)) == ["a", "a + 1"]
    assert begin["w1"] == "a"
    with pytest.raises(EngineError):
        opened_state(opening, {})


def test_a_space_that_nobody_knows_is_opened_as_it_stands() -> None:
    opening = Opening("kitchen", {"values": {"x": "q"}})
    assert opened_state(opening, {}) == {"values": {"x": "q"}}
    assert formulas_of(opening) == []
