"""A fault in a lesson's files is found, and named with its file and its line."""

from __future__ import annotations

import pytest

from engine.lessons.checking.library import Library
from tests.engine.lessons.folders import (
    KOREAN,
    STRUCTURE,
    MemoryFiles,
    changed,
    read,
    told,
    with_file,
)

LIBRARY = Library(
    frozenset(("chain-rule", "roles")), frozenset(("chain-rule",)), frozenset(("chain-rule",))
)


def line_of(text: str, part: str) -> int:
    """Return the line on which a part of a text stands first."""
    assert part in text
    return text[: text.index(part)].count("\n") + 1


def test_a_lesson_without_faults_has_none() -> None:
    assert told(MemoryFiles(), LIBRARY) == []


def test_the_five_faults_of_the_design_are_named() -> None:
    slip = "### slip added\n더했습니다.\n"
    assert told(changed((slip, ""), file="ko.md")) == [
        "ko.md:7: The step “forward” lacks “### slip added”."
    ]
    assert told(changed(("published = -12", "published = -11"))) == [
        "lesson.toml:32: The course says -11, and the formula gives −12."
    ]
    assert told(changed(('show = ["values"]', 'shows = ["values"]'))) == [
        "lesson.toml:46: “shows” is no part of a step; did you mean “show”?"
    ]
    assert told(changed(('to = "switch"', 'to = "swich"'))) == [
        "lesson.toml:41: There is no step “swich”; did you mean “switch”?",
        "lesson.toml:44: No detour leads to “switch”, which is a step for detours only.",
    ]
    (passes,) = told(changed(('  { fact = "x*y", is_not = "0" },\n', "")))
    assert passes.startswith("lesson.toml:36: With x = 0, y = ")
    assert "the slip “first-product” gives the right answer" in passes


# What is put in the place of what, and what is then said of which line. The line is where the new
# text stands, or the one that is given.
STRUCTURE_FAULTS = (
    ("format = 1", "format = 2", "This is the format 2; this program reads the format 1."),
    ('hide = ["values"]', 'hide = ["valus"]', "“valus” is none of the parts and kinds of numbers"),
    ('hide = ["values"]', 'hide = ["setup"]', "“setup” is none of the parts and kinds of numbers"),
    ('show = ["values"]', 'show = ["palete"]', "did you mean “palette”?"),
    ('show = ["values"]', 'point = "values"', "“values” is none of the parts of this space"),
    ('[["set", "z", "10"]]', '[["show", "inspektor"]]', "did you mean “inspector”?"),
    (
        'gives = "x + y + z"',
        'by = { a = "x" }',
        "“by” of the slip “added” is to say what each item of an order is worth: –.",
    ),
    ('gives = "x + y + z"', "by = 3", "“by” is to be a table of named entries."),
    ('gives = "x + y + z"', 'by = { a = "" }', "“a” is to be a formula in quotation marks"),
    (
        'skill = "chain-rule"',
        'skill = "chain-rul"',
        "“chain-rul” is none of the lesson’s “skills”: chain-rule.",
    ),
    ('[["set", "z", "10"]]', '[["until", "gates", ">=", "3"]]', "write “at_least” for “>=”."),
    ("x = { from = -6, ", f"x = {{ from = -1{'0' * 400}, ", "“from” is to be a finite number."),
    ('values = { x = "x", ', 'values = { x = "x +", ', "after “+”, but the formula ends here."),
    ("format = 1", 'format = "one"', "“format” is to be a whole number from 0 on."),
    ("format = 1\n", "", "“format = 1” is missing."),
    (
        'course = ["A1"]',
        'course = ["A11"]',
        "“A11” is none of the rows of the course; did you mean “A1”?",
    ),
    ('course = ["A1"]', 'course = ["A1", "A1"]', "“A1” stands there twice"),
    ('course = ["A1"]', "course = 3", "“course” is to be a list of texts."),
    ('course = ["A1"]', 'course = ["a b"]', "“course” is to be a list of names"),
    ("minutes = 5", "minutes = -5", "“minutes” is to be a whole number from 0 on."),
    ("minutes = 5", "minuts = 5", "“minuts” is no part of a lesson; did you mean “minutes”?"),
    ("minutes = 5", "minutes = 5\nzzz = 1", "“zzz” is no part of a lesson; there are: format"),
    ("minutes = 5", "minutes = ", "This is no TOML: Invalid value"),
    ("minutes = 5", 'next = "rolls"', "“rolls” is none of the lessons; did you mean “roles”?"),
    ("minutes = 5", 'next = "two words"', "“next” is to be a name of letters"),
    ("minutes = 5", 'needs = ["calculus"]', "“calculus” is none of the skills that lessons train"),
    ('skills = ["chain-rule"]', 'skills = ["chain-rule", "x"]', "No step trains “x”"),
    ('skill = "chain-rule"', 'skill = "chain"', "“chain” is none of the lesson’s “skills”"),
    (
        "first = { x = -2, y = 5, z = -4 }",
        "first = { x = -2, y = 5 }",
        "“z” is drawn and has no number in “first”.",
    ),
    ("first = { x = -2,", "first = { w = 1, x = -2,", "“w” has a number in “first” and no line"),
    ("first = { x = -2,", 'first = { x = "a",', "“x” is to be a finite number."),
    ("first = { x = -2,", "first = { x = inf,", "“x” is to be a finite number."),
    ("first = { x = -2,", "first = { exp = 1, x = -2,", "A number cannot be called “exp”"),
    ("x = { from = -6, to = 6 }", "x = { from = 6, to = -6 }", "“from” is to be below “to”"),
    ("x = { from = -6, to = 6 }", "x = { from = -6 }", "“to” is missing."),
    ("x = { from = -6, to = 6 }", "x = { of = [] }", "No number is left for “x”."),
    ("x = { from = -6, to = 6 }", 'x = { of = ["a"] }', "“of” is to be a list of numbers."),
    (
        "x = { from = -6, to = 6 }",
        "x = { from = -6, to = 6, stop = 1 }",
        "“stop” is no part of how a number is drawn; did you mean “step”?",
    ),
    ("x = { from = -6, to = 6 }", "x = 3", "“x” is to be a table of named entries."),
    (
        '{ fact = "abs(z)", at_least = "2" }',
        '{ fact = "abs(z)" }',
        "A condition needs one of these",
    ),
    (
        '{ fact = "abs(z)", at_least = "2" }',
        '{ fact = "abs(z)", atleast = "2" }',
        "“atleast” is no part of a condition; did you mean “at_least”?",
    ),
    (
        '{ fact = "abs(z)", at_least = "2" }',
        '{ fact = "abs(z", at_least = "2" }',
        "This “(” is never closed",
    ),
    (
        '{ fact = "abs(z)", at_least = "2" }',
        '{ fact = "abs(zz)", at_least = "2" }',
        "“zz” is no drawn number and no fact; did you mean “z”?",
    ),
    (
        '{ fact = "abs(z)", at_least = "2" }',
        '{ fact = "z", above = "20" }',
        "No drawn numbers fulfil “keep”",
    ),
    ('id = "look"', 'id = "two words"', "“id” is to be a name of letters"),
    ('id = "look"\n', "", "“id” is missing."),
    ('space = "graph"', 'space = "graf"', "“graf” is none of the spaces; did you mean “graph”?"),
    ('space = "graph"\n', "", "“space” is missing."),
    (
        'values = { x = "x", y = "y", z = "z" }',
        'valus = { x = "x" }',
        "“valus” is no part of what this space opens; did you mean “values”?",
    ),
    (
        'values = { x = "x", y = "y", z = "z" }',
        'values = { x = "q" }',
        "“q” is no drawn number and no fact.",
    ),
    (
        'values = { x = "x", y = "y", z = "z" }',
        "values = 1979-05-27",
        "“values” is to be a text, a finite number",
    ),
    (
        'formula = "q = x + y; f = q*z"',
        'file = "graph.json"',
        "There is no file “graph.json” in the lesson’s folder.",
    ),
    ('hide = ["values"]', "hide = [1]", "“hide” is to be a list of texts."),
    (
        'kind = "number"',
        'kind = "numbr"',
        "“numbr” is none of the kinds of questions; did you mean “number”?",
    ),
    ('kind = "number"\n', "", "“kind” is missing."),
    ('answer = "z*(x + y)"', 'answer = "z*(x + "', "cannot be read"),
    ('answer = "z*(x + y)"', 'answer = "z*(x + u)"', "“u” is no drawn number and no fact"),
    ('answer = "z*(x + y)"', 'answer = "z/(x + y - 3)"', "the answer cannot be computed"),
    ('gives = "x + y + z"', 'gives = "z*(x + y)"', "the slip “added” gives the right answer −12"),
    ('gives = "x + y + z"', 'gives = "x + y +"', "Expected a number"),
    ('gives = "x + y + z"\n', "", "How is the slip “added” seen?"),
    ('gives = "x + y + z"', 'give = "x"', "“give” is no part of a slip; did you mean “gives”?"),
    ('on = ["added"]', "on = []", "“on” is to be a list of names of slips, at least one."),
    ('to = "switch"', 'to = "look"', "The step “look” is not for detours"),
    ('only = "detour"', 'only = "never"', '“only” is to be written so: only = "detour".'),
    ('only = "detour"', 'fresh = "yes"', "“fresh” is to be true or false."),
    (
        '{ fact = "grad_x", is = "10" }',
        '{ fact = "grd_x", is = "10" }',
        "“grd_x” is no drawn number and no fact",
    ),
    (
        'all = [{ fact = "grad_x", is = "10" }]',
        "all = []",
        "“all” is to be a list of conditions, at least one.",
    ),
    (
        'do = [["set", "z", "10"]]',
        'do = [["sett", "z", "10"]]',
        "“sett” is none of the commands of this space; did you mean “set”?",
    ),
    (
        'do = [["set", "z", "10"]]',
        'do = [["set", "z"]]',
        "The command “set” takes 2 to 2 arguments, and here are 1.",
    ),
    ('do = [["set", "z", "10"]]', 'do = ["set"]', "“do” is to be a list of commands"),
    (
        '[step.solution]\ndo = [["set", "z", "10"]]\n',
        "",
        "waits for something, and no solution says how",
    ),
)


@pytest.mark.parametrize(("old", "new", "sentence"), STRUCTURE_FAULTS)
def test_a_fault_of_the_structure_is_named_with_its_line(old: str, new: str, sentence: str) -> None:
    said = told(changed((old, new)), LIBRARY)
    assert any(sentence in one for one in said), said
    assert all(one.split(":")[1].isdecimal() for one in said)
    first, last = (
        line_of(STRUCTURE, old),
        line_of(STRUCTURE, old) + max(old.count("\n"), new.count("\n")),
    )
    about = [int(one.split(":")[1]) for one in said if sentence in one]
    # A table's line is that of its header, an answer's that of the question.
    assert any(first - 8 <= line <= last for line in about), said


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("x = { from = -6, to = 6 }", "x = { from = 6, to = -6 }"),
        ('kind = "number"', 'kind = "numbr"'),
        ('id = "look"', 'id = "two words"'),
        ("published = -12", "published = 12"),
        ('only = "detour"', 'only = "never"'),
        ('space = "graph"', 'space = "graf"'),
    ],
)
def test_the_line_is_the_very_one(old: str, new: str) -> None:
    line = line_of(STRUCTURE, old)
    near = {line, line - 1} if "space" in old else {line}
    assert {int(one.split(":")[1]) for one in told(changed((old, new)))} & near


def test_what_stands_twice_is_named_where_it_stands_the_second_time() -> None:
    assert "lesson.toml:27: There are two steps “forward”." in told(
        changed(('id = "look"', 'id = "forward"'))
    )
    assert "lesson.toml:37: This step has two slips “first-product”." in told(
        changed(('name = "added"', 'name = "first-product"'))
    )


def test_a_detour_that_waits_for_no_slip_is_named() -> None:
    assert told(changed(('on = ["added"]', 'on = ["aded"]'))) == [
        "lesson.toml:40: The detour of “forward” waits for “aded”, which is none of its slips: "
        "added, first-product."
    ]


WORD_FAULTS = (
    ("en.md", "# The chain rule\n", "", 1, "The file is to begin with “# ” and its title."),
    ("en.md", "# The chain rule", "# " + "a" * 300, 1, "A title has 1 to 200 characters"),
    ("en.md", "What a product does.\n", "", 1, "A paragraph below the title"),
    (
        "en.md",
        "## look: Two gates",
        "## lok: Two gates",
        4,
        "There is no step “lok”; did you mean “look”?",
    ),
    ("en.md", "## look: Two gates", "## zzzz: Two gates", 4, "There is no step “zzzz”."),
    ("en.md", "## look: Two gates", "## look Two gates", 4, "is to be “## id: Title”"),
    ("en.md", "## look: Two gates", "## look:", 4, "A title has 1 to 200 characters"),
    ("en.md", "## look: Two gates", "## forward: Two gates", 7, "There are two “## forward”."),
    ("en.md", "## look: Two gates\nHere $x = {x}$.\n", "", 0, "The step “look” has no words here"),
    ("en.md", "Here $x = {x}$.\n", "", 4, "The step “look” says nothing below its title."),
    (
        "en.md",
        "Here $x = {x}$.",
        "Here $x = {xx}$.",
        5,
        "“xx” is no drawn number and no fact; did you mean “x”?",
    ),
    ("en.md", "Here $x = {x}$.", "Here $x = {x +}$.", 5, "Expected a number"),
    ("en.md", "Here $x = {x}$.", "Here $x = {x$.", 5, "The braces of “x = {x” are not in pairs."),
    ("en.md", "Here $x = {x}$.", "Here {x.", 5, "This “{” is never closed"),
    ("en.md", "Here $x = {x}$.", "Here $x = 3.", 5, "This “$” begins a formula that does not end"),
    (
        "en.md",
        "Here $x = {x}$.",
        r"Here $\frak{x} + \unknowncmd$.",
        5,
        "is no command that is drawn",
    ),
    ("en.md", "Here $x = {x}$.", r"Here $\alpa$.", 5, "did you mean “\\alpha”?"),
    ("en.md", "Here $x = {x}$.", r"Here $\left( x$.", 5, "each \\left needs a \\right"),
    ("en.md", "Here $x = {x}$.", r"Here $\begin{matrix} x$.", 5, r"\begin{matrix} is never ended."),
    (
        "en.md",
        "Here $x = {x}$.",
        r"Here $x \end{matrix}$.",
        5,
        r"\end{matrix} ends what was not begun.",
    ),
    (
        "en.md",
        "Here $x = {x}$.",
        r"Here $\begin{table} x \end{table}$.",
        5,
        "“table” is no environment",
    ),
    (
        "en.md",
        "Here $x = {x}$.",
        "Here $" + "x" * 1001 + "$.",
        5,
        "A formula has at most 1000 characters",
    ),
    ("en.md", "Here $x = {x}$.", "Here **(x)**y.", 5, "A “**” is left over here"),
    ("en.md", "Here $x = {x}$.", "Here **x.", 5, "A “**” is left over here"),
    ("en.md", "Here $x = {x}$.", "a**{x}** b", 5, "A “**” is left over here"),
    ("en.md", "Here $x = {x}$.", "**{x:()}**b", 5, "A “**” is left over here"),
    ("en.md", "Here $x = {x}$.", "**{ui:Train…}**s", 5, "A “**” is left over here"),
    ("en.md", "Here $x = {x}$.", "a**{grad_x}** b", 5, "A “**” is left over here"),
    ("en.md", "Here $x = {x}$.", "Here <b>x</b>.", 5, "“<b>” is HTML"),
    ("en.md", "Here $x = {x}$.", "![a](b.svg)", 5, "“b.svg” is no picture in the lesson’s folder"),
    ("en.md", "Here $x = {x}$.", "![](b.svg)", 5, "needs words for who cannot see it"),
    ("en.md", "Here $x = {x}$.", "[a](https://example.org)", 5, "leads nowhere"),
    ("en.md", "Here $x = {x}$.", "[a](gate:multipl)", 5, "leads nowhere"),
    (
        "en.md",
        "Here $x = {x}$.",
        "One\n\n[a](lesson:rols)",
        7,
        "“rols” is none of the lessons; did you mean “roles”?",
    ),
    ("en.md", "### ask\n$f =$\n", "", 7, "The step “forward” lacks “### ask”."),
    ("en.md", "### right\nIt is {z*(x + y)}.\n", "", 7, "The step “forward” lacks “### right”."),
    (
        "en.md",
        "### slip added",
        "### slip aded",
        14,
        "“### slip aded” is for nothing in the step “forward”",
    ),
    (
        "en.md",
        "### slip added",
        "### slip",
        14,
        "“### slip” needs the name that it has in lesson.toml",
    ),
    (
        "en.md",
        "### hint",
        "### hints",
        18,
        "“hints” is no part of a step’s words; did you mean “hint”?",
    ),
    ("en.md", "### hint", "### hint two", 18, "“### hint” stands alone; “two” behind it"),
    ("en.md", "### hint", "### ask", 18, "This step has two “ask”."),
    ("en.md", "### hint", "# Another", 18, "stands in no place for it"),
    (
        "en.md",
        "Make it 10.",
        "Make it 10.\n### ask\nWhich?",
        23,
        "asks nothing, so that “### ask” is never seen.",
    ),
    (
        "ko.md",
        "## look: 게이트 둘\n여기서 $x = {x}$입니다.\n",
        "",
        0,
        "The step “look” has no words here",
    ),
    (
        "ko.md",
        "$x = {x}$",
        "$x = -2$",
        4,
        "Here the English words have blanks that these have not: {x}.",
    ),
    (
        "ko.md",
        "$x = {x}$",
        "$x = {x}$, {y}",
        4,
        "Here stand blanks that the English words have not: {y}.",
    ),
    ("ko.md", "### hint\n왼쪽부터.\n", "", 7, "The step “forward” has 0 hints, and in English 1."),
    (
        "ko.md",
        "어떤 수일까요?",
        "<!-- of en: 123456 -->\n어떤 수일까요?",
        7,
        "This translates older English words",
    ),
    ("ko.md", "더했습니다.", "**기울기(gradient)**는", 15, "A “**” is left over here"),
)


@pytest.mark.parametrize(("file", "old", "new", "line", "sentence"), WORD_FAULTS)
def test_a_fault_of_the_words_is_named_with_its_line(
    file: str, old: str, new: str, line: int, sentence: str
) -> None:
    said = told(changed((old, new), file=file), LIBRARY)
    place = f"{file}:{line}: " if line else f"{file}: "
    assert any(one.startswith(place) and sentence in one for one in said), said


_GRAPH = """space = "graph"
formula = "q = x + y; f = q*z"
values = { x = "x", y = "y", z = "z" }
"""
_NUMBER = """kind = "number"
answer = "z*(x + y)"
published = -12
"""
_POINTS = """kind = "point"
on = "plane"
points = 2
judge = { fact = "right_of_line", is = "4" }
"""


@pytest.mark.parametrize(("line", "is_right"), [("1, 0.5", True), ("0, 0.5", False)])
def test_a_line_that_a_solution_draws_is_judged_by_the_data_that_are_open(
    line: str, is_right: bool
) -> None:
    solution = (
        f'[step.solution]\ndo = [["answer", "{line}", "0.5, 1"]]\n[[step.slip]]\nname = "added"'
    )
    said = told(
        changed(
            (_GRAPH, 'space = "training"\ndata = "and"\n'),
            (_NUMBER, _POINTS),
            ('["values"]', '["loss"]'),
            ('[[step.slip]]\nname = "added"', solution),
        )
    )
    assert any("The right answer of “forward” is marked wrong" in one for one in said) != is_right


def test_a_translation_that_lags_can_be_played_all_the_same() -> None:
    for old in ("## look: 게이트 둘\n여기서 $x = {x}$입니다.\n", "### hint\n왼쪽부터.\n"):
        reading = read(changed((old, ""), file="ko.md"))
        assert reading.is_sound


@pytest.mark.parametrize(
    ("name", "text", "sentence"),
    [
        ("notes.md5", "", "No step and no picture names this file."),
        ("state.json", "{", "This is no JSON."),
        ("state.json", "[" * 100_000, "This is no JSON: it is nested too deeply."),
    ],
)
def test_a_file_that_nobody_asked_for_is_named(name: str, text: str, sentence: str) -> None:
    said = told(with_file(name, text))
    assert any(one.startswith(f"{name}:") and sentence in one for one in said), said


def test_a_structure_that_cannot_be_read_is_one_fault() -> None:
    assert told(with_file("lesson.toml", "a = " + "[" * 5000 + "]" * 5000)) == [
        "lesson.toml:1: The brackets are nested too deeply to be read."
    ]
    assert told(with_file("lesson.toml", STRUCTURE[: STRUCTURE.index("[[step]]")])) == [
        "lesson.toml: A lesson needs a step: “[[step]]”."
    ]


def test_a_lesson_without_english_words_is_none() -> None:
    files = MemoryFiles({"lesson.toml": STRUCTURE, "ko.md": KOREAN})
    assert read(files).lesson is None
    assert told(files) == ["en.md: “en.md” cannot be read."]


def test_stars_round_what_is_never_negative_hold() -> None:
    for text in ("a**{abs(x)}**b", "**{x}**b", "a **{x:()}** b", "**{ui:Train}**s"):
        files = changed(("Here $x = {x}$.", text), file="en.md")
        assert [one for one in told(files) if "left over" in one] == []
