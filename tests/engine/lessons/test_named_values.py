"""Values that a lesson names: computed from its numbers, in order, and known wherever these are."""

from __future__ import annotations

import numpy as np
import pytest

from engine.arrays import as_array
from engine.errors import EngineError
from engine.languages.catalog import LANGUAGES
from engine.lessons.answer import Outcome
from engine.lessons.blanks import fill_words
from engine.lessons.draws import drawn_facts, drawn_numbers, is_kept
from engine.lessons.lesson import Draw, Lesson, NamedValue
from engine.lessons.marking import mark_answer, recorded_facts, right_answer
from engine.lessons.named_values import with_named
from engine.lessons.openings import opened_state
from engine.lessons.passing_slips import passing_slips
from tests.engine.lessons.folders import STRUCTURE, MemoryFiles, changed, read, told, with_file

LET = """\
[let]
s = "x + y"
v = ["x", "y"]
M = [["x", "0"], ["0", "y"]]
f = "z*s"
n = "sum(M @ v)"

[[step]]
id = "look"
"""
WITH = (
    ('[[step]]\nid = "look"\n', LET),
    ('{ fact = "abs(x + y)", at_least = "2" }', '{ fact = "abs(s)", at_least = "2" }'),
    ("abs(x + y) - abs(z)", "abs(s) - abs(z)"),
    ('answer = "z*(x + y)"', 'answer = "f"'),
    ('gives = "x + y + z"', 'gives = "s + z"'),
    ('values = { x = "x",', 'values = { x = "s - y",'),
)


def lesson_of(files: MemoryFiles) -> Lesson:
    lesson = read(files).lesson
    assert lesson is not None
    return lesson


def faults(*lines: str) -> list[str]:
    """Return what is said of a lesson with these lines in its ``[let]``."""
    new = "\n".join(("[let]", *lines, '\n[[step]]\nid = "look"\n'))
    return told(changed(('[[step]]\nid = "look"\n', new)))


def test_scalars_vectors_and_matrices_are_computed_in_order() -> None:
    facts = drawn_facts(lesson_of(changed(*WITH)), 1, is_first=True)
    assert (facts["s"], facts["f"], facts["n"]) == (3.0, -12.0, 29.0)
    np.testing.assert_array_equal(as_array(facts["M"]), [[-2.0, 0.0], [0.0, 5.0]])  # type: ignore[arg-type]


def test_a_lesson_with_them_is_what_it_is_without() -> None:
    assert told(changed(*WITH)) == []
    plain, named = lesson_of(MemoryFiles()), lesson_of(changed(*WITH))
    for seed in range(20):
        numbers = drawn_numbers(plain, seed, is_first=False)
        assert numbers == drawn_numbers(named, seed, is_first=False)
        facts = drawn_facts(named, seed, is_first=False)
        step = named.step("forward")
        assert right_answer(step, facts) == right_answer(plain.step("forward"), numbers)
        opening = named.steps[0].opening
        assert opening is not None
        assert opened_state(opening, facts)["values"]["x"] == numbers["x"]
        assert fill_words("{s} {v}", facts, LANGUAGES["en"], str).startswith(
            fill_words("{x + y} ", numbers, LANGUAGES["en"], str)
        )


def test_an_answer_is_kept_with_the_values_it_was_marked_by() -> None:
    lesson = lesson_of(changed(*WITH))
    facts = drawn_facts(lesson, 3, is_first=False)
    step = lesson.step("forward")
    right = right_answer(step, facts)
    assert right is not None
    kept = recorded_facts(step, facts)
    assert "f" in kept
    assert mark_answer(step, right, kept).outcome is Outcome.RIGHT


def test_rounding_leaves_no_mark_on_a_named_value() -> None:
    draw = Draw(
        named=(
            NamedValue("a", "0.1 + 0.2"),
            NamedValue("zero", "0.1*3 - 0.3"),
            NamedValue("small", "exp(-40)"),
            NamedValue("third", "1/3"),
        )
    )
    facts = with_named(draw, {})
    assert (facts["a"], facts["zero"], facts["third"]) == (0.3, 0.0, 1 / 3)
    assert facts["small"] == pytest.approx(4.248354255291589e-18, rel=1e-12)


def test_numbers_with_which_a_value_does_not_exist_are_not_kept() -> None:
    draw = Draw({"a": 1.0}, named=(NamedValue("r", "1/a"),))
    assert is_kept(draw, {"a": 2.0})
    assert not is_kept(draw, {"a": 0.0})
    with pytest.raises(EngineError):
        with_named(draw, {"a": 0.0})
    files = changed(('[[step]]\nid = "look"\n', '[let]\nr = "1/(x*y)"\n\n[[step]]\nid = "look"\n'))
    files.texts["lesson.toml"] = files.texts["lesson.toml"].replace(
        '  { fact = "x*y", is_not = "0" },\n', ""
    )
    lesson = lesson_of(files)
    for seed in range(40):
        numbers = drawn_numbers(lesson, seed, is_first=False)
        assert numbers["x"] * numbers["y"] != 0.0
        assert list(passing_slips(lesson, numbers)) == []


def test_what_is_wrong_with_one_is_told_by_its_line() -> None:
    line = STRUCTURE[: STRUCTURE.index("[[step]]")].count("\n") + 2
    where = f"lesson.toml:{line}: "
    assert faults('x = "2"') == [
        f"{where}“x” is the name of a drawn number; a value needs another one."
    ]
    (unknown,) = faults('s = "x + yy"')
    assert unknown == f"{where}Nothing is known by the name “yy”; did you mean “y”?"
    (later,) = faults('s = "x + q"', 'q = "y"')
    assert later.startswith(f"{where}Nothing is known by the name “q”")
    assert faults('s = "1/(x + 2)"')[0].startswith(where)
    (name,) = faults('exp = "x"')
    assert name.startswith(f"{where}A number cannot be called “exp”")
    assert faults('s = ""') == [f"{where}“s” is to be a formula in quotation marks, or a number."]
    worth = "a formula, a list of formulas, or a list of such lists"
    assert faults("s = []") == [f"{where}“s” is to be {worth}."]
    assert faults('s = [[["x"]]]') == [f"{where}“s” is to be {worth}."]
    (ragged,) = faults('s = [["x", "y"], ["x"]]')
    assert ragged == f"{where}The parts of a vector or a matrix are to be of one size."
    many = [f'v{number} = "x"' for number in range(51)]
    assert "“let” is to be a table of formulas by name, fifty at most." in faults(*many)[0]


def test_a_wrong_value_is_told_once_and_not_wherever_it_is_used() -> None:
    words = MemoryFiles().texts["en.md"].replace("$x = {x}$", "$x = {s}$")
    files = with_file("en.md", words)
    structure = files.texts["lesson.toml"]
    files.texts["lesson.toml"] = structure.replace(
        '[[step]]\nid = "look"\n', '[let]\ns = "x +"\nq = "2*s"\n\n[[step]]\nid = "look"\n'
    ).replace('answer = "z*(x + y)"', 'answer = "z*q"')
    said = [one for one in told(files) if "blanks" not in one]
    assert len(said) == 1
    assert said[0].startswith("lesson.toml:19: Expected")


def test_the_courses_own_number_stays_a_number() -> None:
    (said,) = told(changed(*WITH, ("published = -12", "published = -11")))
    assert said.endswith("The course says -11, and the formula gives −12.")
    (said,) = told(changed(*WITH, ("published = -12", 'published = "f"')))
    assert "The course says f" in said
