"""Draws: the course's numbers first, then fresh ones with which every slip shows."""

from __future__ import annotations

import pytest

from engine.arrays import as_array
from engine.errors import EngineError
from engine.exercises.rule import could_pass
from engine.lessons.check import check_lesson
from engine.lessons.draw_cost import MOST_GATES, draw_cost
from engine.lessons.draws import drawing_numbers, drawn_numbers, is_kept, tried_numbers
from engine.lessons.formulas import number_value
from engine.lessons.lesson import Lesson
from engine.lessons.passing_slips import passing_slips
from tests.engine.lessons.folders import MemoryFiles, changed, read, told

FIRST = {"x": -2.0, "y": 5.0, "z": -4.0}


def lesson_of(files: MemoryFiles) -> Lesson:
    lesson = read(files).lesson
    assert lesson is not None
    return lesson


def test_the_first_sitting_has_the_numbers_of_the_course() -> None:
    lesson = lesson_of(MemoryFiles())
    assert drawn_numbers(lesson, 5, is_first=True) == FIRST


def test_a_step_with_numbers_of_its_own_has_fresh_ones_from_the_start() -> None:
    lesson = lesson_of(MemoryFiles())
    fresh = drawn_numbers(lesson, 5, is_first=True, salt="alone")
    assert fresh != FIRST
    assert fresh == drawn_numbers(lesson, 5, is_first=False, salt="alone")
    assert fresh != drawn_numbers(lesson, 5, is_first=False, salt="again")


def test_one_seed_gives_the_same_numbers_and_others_give_others() -> None:
    lesson = lesson_of(MemoryFiles())
    drawn = [tuple(drawn_numbers(lesson, seed, is_first=False).items()) for seed in range(40)]
    assert drawn == [
        tuple(drawn_numbers(lesson, seed, is_first=False).items()) for seed in range(40)
    ]
    assert len(set(drawn)) > 30


def test_with_no_draw_a_slip_could_be_typed_as_right() -> None:
    lesson = lesson_of(changed(('  { fact = "x*y", is_not = "0" },\n', "")))
    thrown_away = 0
    for seed in range(120):
        numbers = drawn_numbers(lesson, seed, is_first=False)
        thrown_away += next(iter(tried_numbers(lesson, seed))) != numbers
        assert is_kept(lesson.draw, numbers)
        assert numbers != FIRST
        truth = as_array(number_value("z*(x + y)", numbers))
        for slip in lesson.step("forward").slips:
            assert not could_pass(as_array(number_value(slip.gives, numbers)), truth)
    assert thrown_away > 10


def test_where_the_exercises_name_slips_no_draw_lets_one_of_theirs_pass() -> None:
    ask = '[step.ask]\nkind = "number"\nanswer = "z*(x + y)"\npublished = -12\n'
    slips = (
        '[[step.slip]]\nname = "added"\ngives = "x + y + z"\n'
        '[[step.slip]]\nname = "first-product"\ngives = "x + y*z"\n'
        '[step.detour]\non = ["added"]\nto = "switch"\n'
    )
    for new in (
        '[step.ask]\nkind = "gradient"\nof = "z"\n',
        '[step.ask]\nkind = "value"\nof = "f"\n',
        '[step.ask]\nkind = "canvas"\nhides = "gradients"\n',
        '[step.ask]\nkind = "canvas"\nhides = "both"\n',
    ):
        # Without what is asked of the numbers, q = z comes up: swapping is not seen then.
        text = MemoryFiles().texts["lesson.toml"]
        keep = text[text.index("keep = [") : text.index("]\n\n[[step]]") + 2]
        lesson = lesson_of(changed((ask, new), (slips, ""), (keep, "")))
        thrown_away = 0
        for seed in range(25):
            numbers = drawn_numbers(lesson, seed, is_first=False)
            thrown_away += next(iter(tried_numbers(lesson, seed))) != numbers
            assert list(passing_slips(lesson, numbers)) == []
        assert thrown_away > 0


def test_a_sign_and_an_order_are_no_accident() -> None:
    ask = 'kind = "number"\nanswer = "z*(x + y)"\npublished = -12\n'
    slips = (
        '[[step.slip]]\nname = "first-product"\ngives = "x + y*z"\n'
        '[step.detour]\non = ["added"]\nto = "switch"\n'
    )
    lesson = lesson_of(
        changed(
            (ask, 'kind = "sign"\nanswer = "z"\n'),
            ('gives = "x + y + z"', 'gives = "x"'),
            (slips, ""),
        )
    )
    for seed in range(30):
        numbers = drawn_numbers(lesson, seed, is_first=False)
        assert (numbers["x"] > 0) != (numbers["z"] > 0)


def test_when_nothing_is_left_it_is_said() -> None:
    impossible = changed(('gives = "x + y + z"', 'gives = "z*(x + y) + 0*x"'))
    with pytest.raises(EngineError) as found:
        drawn_numbers(lesson_of(impossible), 1, is_first=False)
    assert found.value.code == "lesson_no_draw"
    never = changed(('{ fact = "abs(z)", at_least = "2" }', '{ fact = "abs(z)", above = "6" }'))
    with pytest.raises(EngineError):
        drawn_numbers(lesson_of(never), 1, is_first=False)
    alone = "x = { of = [-2] }", "y = { of = [5] }", "z = { of = [-4] }"
    only = changed(
        *(
            (f"{name} = {{ from = -6, to = 6 }}", new)
            for name, new in zip("xyz", alone, strict=True)
        )
    )
    assert "lesson.toml:6: No drawn numbers fulfil “keep”" in told(only)[0]


def test_steps_and_exceptions_of_a_range_are_drawn_from() -> None:
    lesson = lesson_of(
        changed(
            ("x = { from = -6, to = 6 }", "x = { from = 0, to = 0.5, step = 0.1, not = [0.2] }")
        )
    )
    assert lesson.draw.numbers[0].choices == (0.0, 0.1, 0.3, 0.4, 0.5)


def test_a_graph_gets_the_fresh_numbers_of_the_exercises() -> None:
    rules = "\n".join(f"{name} = {{ from = -6, to = 6 }}" for name in "xyz")
    lesson = lesson_of(changed((rules, 'graph = "q = x + y; f = q*z"')))
    drawn = [drawn_numbers(lesson, seed, is_first=False) for seed in range(8)]
    assert len({tuple(numbers.values()) for numbers in drawn}) > 3
    assert all(numbers.keys() == FIRST.keys() for numbers in drawn)
    said = told(changed((rules, 'graph = "q = x +"')))
    assert any(one.startswith("lesson.toml:8: Expected") for one in said)


def test_a_number_beside_the_graph_is_drawn_by_its_rule() -> None:
    rules = "y = { from = -6, to = 6 }\nz = { from = -6, to = 6 }"
    lesson = lesson_of(changed((rules, 'graph = "f = y*z"')))
    drawn = [drawn_numbers(lesson, seed, is_first=False) for seed in range(4)]
    assert all(numbers.keys() == FIRST.keys() for numbers in drawn)
    assert all(abs(numbers["x"]) <= 6.0 for numbers in drawn)


def test_a_graph_without_inputs_has_none_to_give() -> None:
    rules = "\n".join(f"{name} = {{ from = -6, to = 6 }}" for name in "xyz")
    files = changed(
        (rules, 'graph = "z = 3; x = 2; y = 1; x*y*z"'),
        ("first = { x = -2, y = 5, z = -4 }", "first = { x = 2, y = 1, z = 3 }"),
    )
    with pytest.raises(EngineError):
        drawn_numbers(lesson_of(files), 1, is_first=False)


def test_a_lesson_without_draws_has_no_numbers() -> None:
    text = MemoryFiles().texts["lesson.toml"]
    draw = text[text.index("[draw]") : text.index("[[step]]")]
    lesson = read(changed((draw, ""))).lesson
    assert lesson is not None
    assert drawn_numbers(lesson, 3, is_first=False) == {}


MANY = " + ".join(["x*y"] * 60)


@pytest.mark.parametrize(
    "costly",
    [
        (("[draw]\n", f'[draw]\ngraph = "g = x*y*z + {MANY}"\n'),),
        (
            ('formula = "q = x + y; f = q*z"', f'formula = "q = x + y; f = q*z + {MANY}"'),
            ('kind = "number"\nanswer = "z*(x + y)"', 'kind = "gradient"\nof = "z"'),
            ("published = -12\n", ""),
        ),
    ],
    ids=["fresh numbers", "slips"],
)
def test_a_draw_that_could_take_for_ever_is_refused_by_what_it_would_cost(
    costly: tuple[tuple[str, str], ...],
) -> None:
    files = changed(*costly)
    lesson = lesson_of(files)
    cost = draw_cost(lesson)
    assert cost > MOST_GATES
    line = files.text("lesson.toml").splitlines().index("[draw]") + 1
    (found,) = [one for one in check_lesson(files, "small") if one.code == "lesson_draw_costly"]
    assert (found.file, found.line, found.details["cost"]) == ("lesson.toml", line, cost)
    assert str(cost) in found.sentence
    with pytest.raises(EngineError, match="computed gates"):
        drawn_numbers(lesson, 1, is_first=False)


def test_a_draw_can_be_given_up_between_two_tries() -> None:
    lesson = lesson_of(changed(('gives = "x + y + z"', 'gives = "z*(x + y) + 0*x"')))
    assert draw_cost(lesson) < MOST_GATES
    draw = drawing_numbers(lesson, 1, is_first=False)
    assert [next(draw) for _ in range(20)] == [None] * 20


def test_what_stands_in_conditions_within_conditions_costs_as_well() -> None:
    kept = '  { fact = "x*y", is_not = "0" },\n'
    both = '  { any = [{ fact = "x*y", is_not = "0" }, { fact = "x - y", is_not = "0" }] },\n'
    plain, nested = (read(changed((kept, each))).lesson for each in (kept, both))
    assert plain is not None
    assert nested is not None
    assert draw_cost(nested) > draw_cost(plain)


def test_a_slip_that_leads_to_no_number_lets_every_draw_pass() -> None:
    """It is named by a condition on the answer, which a wrong answer alone fulfils."""
    shown = 'when = [{ fact = "answer", above = "1000" }]'
    assert told(changed(('gives = "x + y + z"', shown))) == []
