"""Who mends what the check says mends causes: each is told once, and before what is only behind."""

from __future__ import annotations

import pytest

from tests.engine.lessons.folders import STRUCTURE, MemoryFiles, changed, told

CHOICE = """\
format = 1

[[step]]
id = "which"
[step.ask]
kind = "choice"
items = ["one", "two"]
right = "one"
[[step.slip]]
name = "other"
picks = ["two"]
"""
WORDS = """\
# Which
Some words.

## which: Which one?
Look.

### ask
Which?
### item one
One.
### item two
Two.
### right
The first.
### slip other
The other one.
"""


def files(structure: str) -> MemoryFiles:
    """Return a small lesson with one choice."""
    return MemoryFiles({"lesson.toml": structure, "en.md": WORDS})


def test_the_small_lesson_has_no_fault() -> None:
    assert told(files(CHOICE)) == []


@pytest.mark.parametrize(
    ("old", "new", "sentence"),
    [
        ('kind = "choice"', 'kind = "choise"', "is none of the kinds of questions"),
        ('right = "one"', 'right = "three"', "is none of the items"),
        ('right = "one"', 'rigth = "one"', "is no entry of a “choice” question"),
    ],
)
def test_words_of_a_question_that_cannot_be_read_are_no_faults(
    old: str, new: str, sentence: str
) -> None:
    said = told(files(CHOICE.replace(old, new)))
    assert any(sentence in one for one in said)
    assert all(one.startswith("lesson.toml:") for one in said), said
    assert not any("asks nothing" in one for one in said)


def test_a_number_that_is_drawn_wrongly_is_told_where_it_stands_and_nowhere_else() -> None:
    said = told(changed(("x = { from = -6, to = 6 }", "x = { from = 6, to = -6 }")))
    assert any("“from” is to be below “to”" in one for one in said)
    assert not any("is no drawn number" in one for one in said), said


def test_faults_stand_before_warnings_and_the_structure_before_the_words() -> None:
    lagging = changed(('on = ["added"]', 'on = ["aded"]'))
    lagging.texts["ko.md"] = "# 제목\n한 문단.\n"
    said = told(lagging)
    assert said[0].startswith("lesson.toml:40: ")
    assert said[-1].startswith("ko.md: ")


def test_a_fault_of_a_whole_file_names_no_line() -> None:
    said = told(files(CHOICE.replace('id = "which"', 'id = "what"')))
    assert "en.md: The step “what” has no words here: “## what: Title” is missing." in said


@pytest.mark.parametrize(
    ("old", "new", "sentence"),
    [
        ('hide = ["values"]', 'hide = ["value"]', "did you mean “values”?"),
        ('show = ["values"]', 'show = ["palete"]', "did you mean “palette”?"),
        ('show = ["values"]', 'point = "values"', "“values” is none of the parts of this space"),
        (
            'formula = "q = x + y; f = q*z"',
            'formula = "q = x + y; f = sigmod(q)*z"',
            "sigmod",
        ),
    ],
)
def test_what_a_space_does_not_have_is_named(old: str, new: str, sentence: str) -> None:
    assert old in STRUCTURE
    assert any(sentence in one for one in told(changed((old, new))))


def test_points_are_answered_on_a_plot_that_is_there() -> None:
    ask = CHOICE.replace('kind = "choice"', 'kind = "point"')
    ask = ask.split("items")[0] + 'on = "plot"\nanswer = "[0, 0.25]"\nwithin = "0.1"\n'
    ask = ask.replace("[step.ask]", '[step.open]\nspace = "activations"\n[step.ask]')
    said = told(files(ask))
    assert any("“plot” is none of the plots of this space" in one for one in said), said
    assert not any("none of the plots" in one for one in told(files(ask.replace("plot", "values"))))


@pytest.mark.parametrize(
    ("old", "new", "sentence"),
    [
        ('picks = ["two"]', 'picks = ["tow"]', "“tow” is none of the items of this question"),
        (
            'kind = "choice"\nitems = ["one", "two"]\nright = "one"',
            'kind = "number"\nanswer = "2"',
            "has “picks”, and a question of the kind “number” has no items",
        ),
        (
            'kind = "choice"\nitems = ["one", "two"]\nright = "one"',
            'kind = "order"\nitems = ["one", "two"]\nright = ["one", "two"]',
            "picks all items, in the order in which they are put: one, two.",
        ),
    ],
)
def test_a_slip_picks_what_is_offered(old: str, new: str, sentence: str) -> None:
    said = told(files(CHOICE.replace(old, new)))
    assert any(sentence in one for one in said), said


def test_a_drawn_number_that_stands_in_the_place_of_a_fact_is_named() -> None:
    waits = """\
format = 1

[draw]
first = { x = 2 }
x = { of = [2, 3] }

[[step]]
id = "which"
[step.open]
space = "activations"
chosen = ["sigmoid"]
[step.wait]
all = [{ fact = "x", above = "3" }]
[step.solution]
do = [["x", "5"]]
"""
    words = WORDS[: WORDS.index("### ask")]
    said = told(MemoryFiles({"lesson.toml": waits, "en.md": words}))
    assert said == [
        "lesson.toml:13: “x” is a drawn number here, and not the fact “x” of this space: give the "
        "number another name."
    ]


def test_a_language_that_the_interface_lacks_is_as_good_as_any() -> None:
    german = WORDS.replace("# Which", "# Welche").replace("The first.", "Die erste.")
    lesson = files(CHOICE)
    lesson.texts["de.md"] = german
    assert told(lesson) == []
