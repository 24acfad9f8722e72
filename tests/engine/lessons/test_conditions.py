"""Conditions: when they are fulfilled, and what they say is missing."""

from __future__ import annotations

import numpy as np
import pytest

from engine.lessons.conditions.catalog import CONDITIONS
from engine.lessons.conditions.reading import read_condition
from engine.lessons.conditions.said_formula import said_formula
from engine.lessons.conditions.testing import unmet
from engine.lessons.facts import Fact
from engine.lessons.fault_list import FaultList
from engine.lessons.lesson import Condition
from engine.lessons.toml_table import read_table
from engine.lessons.vocabulary.facts import veils_of

FACTS: dict[str, Fact] = {
    "formula": "c = a + b; d = b + 1; e = c*d",
    "value_a": 2.0,
    "value_b": 1.0,
    "a": 2.0,
    "b": 1.0,
    "walk": 3.0,
    "walk_forward": 3.0,
    "walk_last": 8.0,
    "walked": ("c", "d", "e"),
    "walked_back": (),
    "loss": 0.7071,
    "start_loss": 0.7071,
    "tried_loss": 2.0,
    "data": "xor",
    "start_data": "or",
    "solved": 0.0,
    "solved_at": None,
    "diverged_sgd": 1.0,
    "chosen": ("relu", "tanh"),
    "v": np.array([1.0, 2.0]),
    "steps_to_goal_adam": 10.0,
    "steps_to_goal_sgd": 30.0,
    "steps_to_goal_momentum": None,
    "racing_sgd": 1.0,
}


def read(text: str) -> tuple[Condition | None, list[str]]:
    faults = FaultList("lesson.toml")
    table = read_table(text, faults)
    assert table is not None
    condition = read_condition(table)
    return condition, [fault.sentence for fault in faults.faults]


def missing(text: str, **facts: Fact) -> list[str]:
    condition, faults = read(text)
    assert condition is not None
    assert faults == []
    return [item.sentence for item in unmet(condition, {**FACTS, **facts})]


FULFILLED = (
    'fact = "loss"\nis = "0.7071"',
    'fact = "0.1 + 0.2"\nis = 0.3',
    'fact = "data"\nis = "xor"',
    'fact = "chosen"\nis_not = "relu"',
    'fact = "v"\nis = "[1, 2]"',
    'fact = "data"\nis_not = "start_data"',
    'fact = "walk"\nis = "walk_forward"',
    'fact = "v"\nis_not = "[1, 3]"',
    'fact = "v"\nis_not = "1"',
    'fact = "loss"\nabove = 0\nbelow = 1',
    'fact = "0.1 + 0.2"\nat_most = 0.3\nat_least = 0.3',
    'fact = "v"\nat_least = 1',
    'fact = "loss"\nbetween = [0.7071, "1"]',
    'fact = "loss"\nnear = "log(2)"\nwithin = "0.02"',
    'fact = "data"\none_of = ["or", "xor"]',
    'fact = "walk"\none_of = [2, "walk_forward"]',
    'fact = "chosen"\nhas = "relu"',
    'fact = "data"\nhas = ["x", "or"]',
    'fact = "v"\nhas = 2',
    'all = [{ fact = "loss", above = 0 }, { fact = "data", is = "xor" }]',
    'any = [{ fact = "loss", above = 1 }, { fact = "data", is = "xor" }]',
    'none = [{ fact = "loss", above = 1 }, { fact = "data", is = "or" }]',
    'changed = "data"',
    'graph_like = "(p + q)*(q + 1)"',
    'graph_like = "(1 + q)*(q + p)"',
    'graph_like = { formula = "(a + b)*(b + 1)", names = true }',
    'computes = { node = "e", same_as = "(a + b)*(b + 1)", variables = ["a", "b"] }',
    'computes = { same_as = "a*(b + 1) + b*(b + 1)" }',
    'computes = { node = "c", same_as = "a + b", variables = ["a"] }',
    'connected = { from = "b", to = "d" }',
    'path = { from = "b", to = "e", count = 2, sum = "a + 2*b + 1" }',
    'path = { from = "b", to = "e" }',
    'walked = "forward"',
    'raced = { first = "adam" }',
    'fact = "tried_loss"\nat_least = 2',
)


@pytest.mark.parametrize("text", FULFILLED)
def test_a_condition_that_is_fulfilled_misses_nothing(text: str) -> None:
    assert missing(text) == []


MISSING = (
    ('fact = "loss"\nis = 0.7072', "The loss is 0.7071; it is to be 0.7072."),
    ('fact = "loss"\nis = "log(2)"', "The loss is 0.7071; it is to be 0.693."),
    ('fact = "data"\nis = "or"', "The data set is “xor”; it is to be “or”."),
    ('fact = "v"\nis = "[1, 3]"', "“v” is [1 2]; it is to be [1 3]."),
    ('fact = "v"\nis = 1', "“v” is [1 2]; it is to be 1."),
    ('fact = "solved"\nis = 1', "Not yet so: the network has solved it."),
    ('fact = "diverged_sgd"\nis = 0', "Not to be so: sgd diverges."),
    ('fact = "loss"\nis_not = "start_loss"', "The loss is 0.7071; it is to be something else."),
    ('fact = "2*value_a"\nis = 7', "“2·a” is 4; it is to be 7."),
    ('fact = "value_a**2 - 1"\nabove = 5', "“a² − 1” is 3; it is to be above 5."),
    ('fact = "value_a + loss"\nbelow = 0', "“a + loss” is 2.707; it is to be below 0."),
    ('fact = "value_a"\nabove = 2', "The value of “a” is 2; it is to be above 2."),
    ('fact = "value_a"\nbelow = 2', "The value of “a” is 2; it is to be below 2."),
    ('fact = "value_a"\nat_least = 3', "The value of “a” is 2; it is to be at least 3."),
    ('fact = "value_a"\nat_most = 1', "The value of “a” is 2; it is to be at most 1."),
    ('fact = "v"\nabove = "[1, 2, 3]"', "“v” is [1 2]; it is to be above [1 2 3]."),
    ('fact = "v"\nbelow = "[1, 2, 3]"', "“v” is [1 2]; it is to be below [1 2 3]."),
    ('fact = "loss"\nbetween = [0, 0.5]', "The loss is 0.7071; it is to be from 0 to 0.5."),
    (
        'fact = "loss"\nnear = "log(2)"\nwithin = "0.002"',
        "The loss is 0.7071; it is to be within 0.002 of 0.693.",
    ),
    ('fact = "v"\nnear = 1\nwithin = 0.5', "“v” is [1 2]; it is to be within 0.5 of 1."),
    (
        'fact = "data"\none_of = ["or", "and"]',
        "The data set is “xor”; it is to be one of these: or, and.",
    ),
    (
        'fact = "chosen"\nhas = ["elu", "tanh"]',
        "The choice of functions is relu, tanh; it lacks elu.",
    ),
    ('fact = "v"\nhas = 7', "“v” is [1 2]; it lacks 7."),
    (
        'any = [{ fact = "loss", above = 1, below = 0 }, { fact = "data", is = "or" }]',
        "The data set is “xor”; it is to be “or”.",
    ),
    ('none = [{ fact = "data", is = "xor" }]', "The data set is what it is not to be."),
    ('none = [{ walked = "forward" }]', "Something is what it is not to be."),
    ('changed = "loss"', "The loss is what it was at the start; it is to become something else."),
    ('fact = "grad_q*3**2 - start_value_q**2.5"\nis = 1', "The gradient of “q” is not there."),
    ('walked = "g"', "The walk has not reached “g” yet."),
    ('walked = { gate = "c", back = true }', "The walk has not come back to “c” yet."),
    ('graph_like = "p*q"', "The graph is not yet that of “p*q”."),
    ('graph_like = "(p + q)*(r + 1)"', "The graph is not yet that of “(p + q)*(r + 1)”."),
    (
        'graph_like = { formula = "(a + x)*(x + 1)", names = true }',
        "The graph is not yet that of “(a + x)*(x + 1)”.",
    ),
    (
        'computes = { node = "e", same_as = "a*b", variables = ["a", "b"] }',
        "The graph does not compute “a*b” yet.",
    ),
    ('computes = { node = "zz", same_as = "a*b" }', "There is no node “zz” yet."),
    ('connected = { from = "a", to = "d" }', "No way leads from “a” to “d” yet."),
    ('connected = { from = "a", to = "y" }', "There is no node “y” yet."),
    (
        'path = { from = "b", to = "e", count = 3 }',
        "2 paths lead from “b” to “e”; there are to be 3.",
    ),
    (
        'path = { from = "b", to = "e", sum = 4 }',
        "Over all paths from “b” to “e” the products sum to 5; it is to be 4.",
    ),
    ('walked = "end"', "The backward pass is not through yet."),
    ('raced = { first = "sgd" }', "SGD is not the first at the goal."),
    ('raced = { first = "momentum" }', "Momentum has not reached the goal."),
    ('fact = "solved_at"\nat_least = 1', "The epoch in which it was solved has no value yet."),
    ('fact = "value_q"\nis = 1', "The value of “q” is not there."),
    ('fact = "start_value_q"\nis = 1', "The value of “q” at the start of this step is not there."),
    (
        'fact = "tried_value_q"\nis = 1',
        "The number of values tried for the value of “q” is not there.",
    ),
    ('fact = "tried_loss"\nat_least = 4', "Try 4 different values of the loss; so far 2."),
    ('fact = "1/0"\nis = 1', "It cannot be told yet: “1/0” gives no finite number."),
    (
        'fact = "loss"\nabove = "data"',
        "It cannot be told yet: “data” is a text, and here a number is needed.",
    ),
    (
        'fact = "data + 1"\nabove = 1',
        "It cannot be told yet: “data” is a text, and here a number is needed.",
    ),
    ('fact = "W @ v"\nis = 1', "“W” is not there."),
)


@pytest.mark.parametrize(("text", "sentence"), MISSING)
def test_what_is_missing_is_said_with_its_numbers(text: str, sentence: str) -> None:
    assert missing(text) == [sentence]


def test_all_that_is_missing_is_said() -> None:
    both = 'all = [{ fact = "loss", above = 1 }, { fact = "data", is = "or" }]'
    assert len(missing(both)) == 2


def test_a_walk_that_has_not_begun_is_not_through() -> None:
    assert missing('walked = "forward"', walk=1.0) == ["The forward pass is not through yet."]
    assert missing('walked = "end"', walk=8.0) == []


def test_without_a_graph_nothing_is_told_of_it() -> None:
    said = "It cannot be told yet: There is no graph here."
    assert missing('graph_like = "p*q"', formula="") == [said]


def test_a_graph_that_is_not_finished_computes_nothing() -> None:
    text = 'computes = { node = "e", same_as = "a*b", variables = ["a", "b"] }'
    assert missing(text, formula="e = a*?") == ["The graph does not compute “a*b” yet."]
    path = 'path = { from = "a", to = "e", sum = 4 }'
    assert missing(path, formula="e = a*?") == [
        "Over all paths from “a” to “e” the products sum to 0; it is to be 4."
    ]


def test_the_sum_over_paths_may_be_a_vector() -> None:
    text = 'path = { from = "x", to = "f", sum = "[2, 2]" }'
    facts: dict[str, Fact] = {"formula": "f = 2*sum(x)", "value_x": np.array([1.0, 5.0])}
    assert missing(text, **facts) == []


REFUSED = (
    ('fact = "loss"', "A condition needs one of these: is, is_not"),
    ("is = 1", "“fact” is to be a formula in quotation marks, or a number."),
    ('fact = ""\nis = 1', "“fact” is to be a formula in quotation marks, or a number."),
    ('fact = "loss"\nnear = 1', "“near” needs “within” beside it"),
    ('fact = "loss"\nis = true', "“is” is to be a formula in quotation marks, a number or a text."),
    ('fact = "loss"\nis = inf', "“is” is to be a formula in quotation marks, a number or a text."),
    ('fact = "loss"\nabove = ""', "“above” is to be a formula in quotation marks, or a number."),
    ('fact = "loss"\nabove = [1]', "“above” is to be a formula in quotation marks, or a number."),
    ('fact = "loss"\nbetween = [1]', "“between” is to be a list of two formulas or numbers"),
    ('fact = "loss"\nbetween = [1, "("]', "Expected a number"),
    ('fact = "loss"\none_of = []', "“one_of” is to be a list of texts, formulas or numbers."),
    ('fact = "loss"\nhas = [true]', "“has” is to be a formula in quotation marks"),
    ('changed = "a b"', "“changed” is to be the name of a fact."),
    ("walked = 3", "“walked” is to be a table of named entries."),
    ('graph_like = { file = "goal.json" }', "“graph_like” is to be written so: { formula ="),
    ('walked = "some where"', "“walked” is to be written so: walked = "),
    ("raced = 3", "“raced” is to be a table of named entries."),
    ('raced = { first = "adm" }', "“adm” is none of the optimizers; did you mean “adam”?"),
    ("computes = 1", "“computes” is to be a table of named entries."),
    ("computes = {}", "“computes” is to be written so: { node = "),
    ('computes = { same_as = "a", variables = ["a b"] }', "“computes” is to be written so"),
    ('computes = { same_as = "a +" }', "Expected a number"),
    ("graph_like = 1", "“graph_like” is to be a table of named entries."),
    ('graph_like = "a +"', "Expected a number"),
    ("graph_like = { names = true }", "“graph_like” is to be written so: { formula ="),
    ("connected = 1", "“connected” is to be a table of named entries."),
    ('connected = { from = "a" }', "“connected” is to be written so: { from ="),
    ("path = 1", "“path” is to be a table of named entries."),
    ('path = { to = "a" }', "“path” is to be written so: { from ="),
    ("all = [1]", "“all” is to be a table of named entries."),
    (
        "all = " + "[{ all = " * 9 + "[]" + "}]" * 9,
        "Conditions stand in one another at most 6 deep.",
    ),
)


@pytest.mark.parametrize(("text", "sentence"), REFUSED)
def test_what_is_no_condition_is_refused(text: str, sentence: str) -> None:
    condition, faults = read(text)
    assert condition is None
    assert any(sentence in fault for fault in faults), faults


def test_every_kind_is_tried_here() -> None:
    tried = [*FULFILLED, *(text for text, _ in MISSING)]
    for name in CONDITIONS:
        assert sum(f"{name} = " in text for text in tried) >= 1, name


def test_a_formula_is_said_in_the_names_of_the_page() -> None:
    assert said_formula("grad_q*3**2 - start_value_q**2.5") == "∇q·3² − q₀^2.5"
    assert said_formula("start_loss + epoch") == "start_loss + epoch"
    assert said_formula("value_x $") == "value_x $"


def test_a_gate_of_the_walk_is_waited_for() -> None:
    assert missing('walked = "d"') == []
    assert missing('walked = { gate = "d", back = true }', walked_back=("e", "d")) == []
    assert missing('walked = "d"', walked=None) == [
        "The list of gates reached by the walk has no value yet."
    ]


@pytest.mark.parametrize(
    ("text", "hidden", "sentence"),
    [
        ('fact = "loss"\nis = "0.5"', "loss", "The loss is not yet what it is to be."),
        ('fact = "2"\nabove = "value_a + 1"', "value_a", "“2” is not yet what it is to be."),
        ('fact = "abs(loss)"\nbelow = "0.5"', "loss", "“abs(loss)” is not yet what it is to be."),
        (
            'path = { from = "b", to = "e", sum = "7" }',
            "grad_b",
            "The gradient of “b” is not yet what it is to be.",
        ),
    ],
)
def test_no_number_is_told_that_is_hidden(text: str, hidden: str, sentence: str) -> None:
    condition, _ = read(text)
    assert condition is not None
    for whole in (condition, Condition("all", parts=(condition,))):
        told = unmet(whole, FACTS, lambda name: name != hidden)
        assert [item.sentence for item in told] == [sentence]
        seen = unmet(whole, FACTS, lambda _: True)
        assert [item.sentence for item in seen] != [sentence]


@pytest.mark.parametrize(
    "text",
    [
        'changed = "loss"',
        'path = { from = "b", to = "e", count = 7 }',
        'fact = "solved"\nis = 1',
        'fact = "data"\nis = "two moons"',
    ],
)
def test_what_tells_no_hidden_number_is_said_as_ever(text: str) -> None:
    condition, _ = read(text)
    assert condition is not None
    hidden = unmet(condition, FACTS, lambda name: name not in ("loss", "grad_b", "solved"))
    assert hidden
    assert [item.sentence for item in hidden] == [item.sentence for item in unmet(condition, FACTS)]


@pytest.mark.parametrize(
    ("name", "veil"),
    [
        ("value_f", "values"), ("grad_x", "gradients"), ("start_value_f", "values"),
        ("slope", "slopes"), ("loss_adam", "paths"), ("loss", "loss"), ("weight_3", "numbers"),
    ],
)  # fmt: skip
def test_it_is_known_what_hides_a_fact(name: str, veil: str) -> None:
    assert veil in veils_of(name)
    assert veils_of("gates") == veils_of("nobody") == ()
