"""What the check says of lessons that read well: numbers, names, other spaces, other files."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from engine.drawing.drawing import Drawing
from engine.drawing.serialization import to_json
from engine.errors import EngineError, FileFormatError
from engine.formula.parser import parse_formula
from engine.graph.model import Graph
from engine.lessons.conditions.testing import unmet
from engine.lessons.conditions.unmet import shown
from engine.lessons.fault_list import MOST_FAULTS, FaultList
from engine.lessons.faults import Fault
from engine.lessons.files import FolderFiles
from engine.lessons.lesson import Opening, Step
from engine.lessons.opened_facts import graph_facts, known_at, opened_graph
from engine.lessons.sampled_function import SampledFunction, is_same_function
from tests.engine.lessons.folders import (
    ENGLISH,
    FILES,
    KOREAN,
    STRUCTURE,
    MemoryFiles,
    changed,
    read,
    told,
    with_file,
)

ASK = 'kind = "number"\nanswer = "z*(x + y)"\npublished = -12\n'
SLIPS = STRUCTURE[STRUCTURE.index("[[step.slip]]") : STRUCTURE.index('[[step]]\nid = "switch"')]
DETOUR = STRUCTURE[STRUCTURE.index('\n[[step]]\nid = "switch"') :]
TRAINING = """\
format = 1

[[step]]
id = "stuck"
[step.open]
space = "training"
data = "xor"
layers = [2, 1]
seed = 7
[step.wait]
all = [{ fact = "epoch", at_least = "200" }, { fact = "data", is = "xor" }]
[step.solution]
do = [["train"], ["until", "epoch", "at_least", "300"], ["pause"]]

[[step]]
id = "line"
[step.ask]
kind = "point"
on = "plane"
points = 2
[step.ask.judge]
all = [{ fact = "right_of_line", at_least = "3" }]
[[step.slip]]
name = "two-only"
when = [{ fact = "right_of_line", is = "2" }]

[[step]]
id = "graph"
[step.wait]
all = [{ fact = "space", is = "graph" }, { fact = "start_space", is_not = "graph" }]
[step.solution]
do = [["space", "training"], ["open_as_graph"]]

[[step]]
id = "then"
[step.wait]
all = [
  { path = { from = "x", to = "f", count = 2 } },
  { computes = { same_as = "k*x", variables = ["x"] } },
  { fact = "tried_loss", above = 1 },
]
[step.solution]
do = [["set", "x", "3"]]
"""
WORDS = """\
# XOR
One line.

## stuck: Train
Train it.

## line: Draw
Draw it.

### ask
Points
### right
It gets {right_of_line}, at {point_x_2}.
### slip two-only
Only two.

## graph: Graph
Go there.

## then: Then
Go on.
"""


def asking(ask: str, slips: str = "") -> MemoryFiles:
    """Return the lesson with another question, whose slips are these."""
    files = changed((ASK, ask), (SLIPS, slips), (DETOUR, "\n"))
    for name in ("en.md", "ko.md"):
        text = files.texts[name]
        for part in ("### slip added", "### slip first-product"):
            start = text.index(part)
            text = text[:start] + text[text.index("###", start + 3) :]
        files.texts[name] = text[: text.index("## switch")]
    return files


def test_a_graph_is_compared_with_that_of_a_file() -> None:
    wait = 'all = [{ fact = "grad_x", is = "10" }]'
    files = changed((wait, 'graph_like = { file = "goal.json" }'))
    files.texts["goal.json"] = to_json(Drawing(parse_formula("f = (a + b)*c")))
    assert told(files) == []
    lesson = read(files).lesson
    assert lesson is not None
    condition = lesson.step("switch").wait
    assert condition is not None
    assert unmet(condition, {"formula": "q = x + y; f = q*z"}) == ()
    (lacking,) = unmet(condition, {"formula": "f = x + y*z"})
    assert lacking.sentence == "The graph is not yet that of “f = (a + b)*c”."
    files.texts["goal.json"] = "[]"
    assert any(one.startswith("lesson.toml:48: ") for one in told(files))
    absent = changed((wait, 'graph_like = { file = "gaol.json" }'))
    assert any("gaol.json" in one for one in told(absent))
    nothing = changed((wait, 'graph_like = { file = "" }'))
    assert any("is to be written so: { formula =" in one for one in told(nothing))


def test_a_lesson_in_another_space_is_checked_by_the_words_of_that_space() -> None:
    files = MemoryFiles({"lesson.toml": TRAINING, "en.md": WORDS})
    assert told(files) == ["lesson.toml:39: “k” is no drawn number and no fact."]
    training = TRAINING.replace('same_as = "k*x"', 'same_as = "2*x"')
    files = MemoryFiles({"lesson.toml": training, "en.md": WORDS})
    assert told(files) == []
    wrong = training.replace('"right_of_line", is', '"right_of_lin", is')
    assert told(MemoryFiles({"lesson.toml": wrong, "en.md": WORDS})) == [
        "lesson.toml:25: “right_of_lin” is no drawn number and no fact; did you mean "
        "“right_of_line”?"
    ]
    wrong = training.replace('["train"]', '["tool", "graph"]')
    assert told(MemoryFiles({"lesson.toml": wrong, "en.md": WORDS}))[0].startswith(
        "lesson.toml:4: “tool” is none of the commands of this space"
    )


PUBLISHED = (
    ('kind = "number"\nanswer = "z*(x + y)/7"\npublished = -1.71\n', ""),
    ('kind = "number"\nanswer = "z*(x + y)/7"\npublished = -1.7142857\n', ""),
    (
        'kind = "number"\nanswer = "z*(x + y)/7"\npublished = -1.72\n',
        "The course says -1.72, and the formula gives −1.71428571429",
    ),
    (
        'kind = "number"\nanswer = "1200000.4"\npublished = 1.2e6\n',
        "The course says 1200000.0, and",
    ),
    ('kind = "number"\nanswer = "1.24e-7"\npublished = 1.2e-7\n', ""),
    (
        'kind = "number"\nanswer = "x"\npublished = "minus two"\n',
        "The course says minus two, and the formula gives −2.",
    ),
    (
        'kind = "number"\nanswer = "x"\npublished = [-2]\n',
        "The course says [-2], and the formula gives −2.",
    ),
    ('kind = "matrix"\nanswer = "[[1, 2], [3, 4]]"\npublished = [[1, 2], [3, 4]]\n', ""),
    (
        'kind = "matrix"\nanswer = "[[1, 2], [3, 4]]"\npublished = [[1, 2], [3, 5]]\n',
        "The course says [[1, 2], [3, 5]]",
    ),
    (
        'kind = "matrix"\nanswer = "[[1, 2], [3, 4]]"\npublished = [[1, 2], [3]]\n',
        "The course says [[1, 2], [3]]",
    ),
    ('kind = "matrix"\nanswer = "[1, 2]"\npublished = []\n', "The course says []"),
    ('kind = "sign"\nanswer = "z"\npublished = -1\n', ""),
    (
        'kind = "sign"\nanswer = "z"\npublished = 1\n',
        "The course says 1, and the formula gives −1.",
    ),
    ('kind = "gradient"\nof = "z"\npublished = 3\n', ""),
    ('kind = "gradient"\nof = "z"\npublished = 4\n', "The course says 4, and the formula gives 3."),
    ('kind = "value"\nof = "f"\npublished = -12\n', ""),
    ('kind = "formula"\nsame_as = "a*b"\nvariables = ["a", "b"]\npublished = "b*a"\n', ""),
    (
        'kind = "formula"\nsame_as = "a*b"\nvariables = ["a", "b"]\npublished = "b + a"\n',
        "The course says b + a, and the formula gives a*b.",
    ),
    (
        'kind = "formula"\nsame_as = "a*b"\nvariables = ["a", "b"]\npublished = 3\n',
        "The course says 3, and",
    ),
    ('kind = "number"\nanswer = "walk_last"\npublished = 3\n', ""),
)


@pytest.mark.parametrize(("ask", "sentence"), PUBLISHED)
def test_a_number_of_the_course_is_held_against_the_formula(ask: str, sentence: str) -> None:
    said = told(asking(ask))
    assert bool(said) == bool(sentence), said
    assert all(one.startswith("lesson.toml:3") and sentence in one for one in said)


def test_several_words_of_the_course_are_marked_too() -> None:
    words = "### item a\nA\n### item b\nB\n### right"
    for published, count in (('["a"]', 0), ('["b"]', 1)):
        files = asking(
            f'kind = "choices"\nitems = ["a", "b"]\nright = ["a"]\npublished = {published}\n'
        )
        for name in ("en.md", "ko.md"):
            files.texts[name] = files.texts[name].replace("### right", words)
        assert len(told(files)) == count


def test_a_slip_that_another_one_hides_is_named() -> None:
    slips = '[[step.slip]]\nname = "one"\ngives = "x + y + z"\n'
    slips += '[[step.slip]]\nname = "two"\ngives = "z + y + x"\n'
    files = asking(ASK, slips)
    for name in ("en.md", "ko.md"):
        files.texts[name] = files.texts[name].replace(
            "### hint", "### slip one\nA\n### slip two\nB\n### hint"
        )
    assert told(files) == [
        "lesson.toml:37: The slip “two” is never named: “one” before it gives the same."
    ]


def test_an_answer_that_cannot_be_computed_is_told_once() -> None:
    (said,) = told(asking('kind = "number"\nanswer = "1/(x - x)"\n'))
    assert said.startswith(
        "lesson.toml:29: With x = -2, y = 5, z = -4 the answer cannot be computed"
    )


def test_numbers_of_a_fresh_step_are_not_those_of_the_course() -> None:
    slips = '[[step.slip]]\nname = "one"\ngives = "z*(x + y) + (x + 2)**2 + (z + 4)**2"\n'
    files = asking(ASK, slips)
    for name in ("en.md", "ko.md"):
        files.texts[name] = files.texts[name].replace("### hint", "### slip one\nA\n### hint")
    assert any("the slip “one” gives the right answer" in one for one in told(files))
    files.texts["lesson.toml"] = (
        files.texts["lesson.toml"]
        .replace('id = "forward"', 'id = "forward"\nfresh = true')
        .replace("published = -12\n", "")
    )
    assert told(files) == []


def test_a_right_answer_that_its_own_slip_takes_is_told() -> None:
    slips = '[[step.slip]]\nname = "one"\npicks = "a"\n'
    ask = 'kind = "choice"\nitems = ["a", "b"]\nright = "a"\n'
    files = asking(ask, slips)
    for name in ("en.md", "ko.md"):
        files.texts[name] = files.texts[name].replace(
            "### hint", "### slip one\nA\n### item a\nA\n### item b\nB\n### hint"
        )
    assert any("the slip “one” gives the right answer" in one for one in told(files))


def test_files_that_are_named_and_read_are_no_strays() -> None:
    opened = 'file = "graph.json"\n'
    files = changed(('formula = "q = x + y; f = q*z"\n', opened))
    files.texts["graph.json"] = "{}"
    assert not any("graph.json" in one for one in told(files))
    files.texts["grap.json"] = files.texts.pop("graph.json")
    assert any("did you mean “grap.json”?" in one for one in told(files))
    pictured = with_file("a.svg", "<svg/>")
    for name, words in (("en.md", "Here"), ("ko.md", "여기서")):
        pictured.texts[name] = pictured.texts[name].replace(words, f"![two gates](a.svg) {words}")
    assert told(pictured) == []


def test_a_recorded_state_that_cannot_be_read_is_told() -> None:
    class Large(MemoryFiles):
        def text(self, name: str) -> str:
            if name.endswith(".json"):
                raise FileFormatError("file_too_large", "It is too large.")
            return super().text(name)

    said = told(Large({**FILES, "s.json": ""}))
    assert "s.json:0: It is too large." in said


def test_a_part_that_a_translation_lacks_is_told() -> None:
    files = changed(
        ("### hint\nLeft first.", "### note\nFor you.\n### hint\nLeft first."), file="en.md"
    )
    assert told(files) == ["ko.md:7: The step “forward” lacks “### note”."]
    assert told(MemoryFiles({**FILES, "ko.md": KOREAN, "en.md": ENGLISH})) == []


def test_a_blank_of_the_interface_is_compared_too() -> None:
    files = changed(("Make it 10.", "Press {ui:Train}."), file="en.md")
    assert told(files) == [
        "ko.md:21: Here the English words have blanks that these have not: {ui:Train}."
    ]


def test_a_list_of_faults_ends() -> None:
    faults = FaultList("a")
    for number in range(2 * MOST_FAULTS):
        faults.pass_on(FileFormatError("x", f"{number}"), number)
        faults.add([Fault("a", number, "y", f"{number} too")])
    assert len(faults.faults) == MOST_FAULTS
    faults.refuse("z", "Another.", at=1)
    assert not faults.has("z", 1)


def test_numbers_beside_each_other_are_told_apart() -> None:
    assert shown(0.123456, 0.123457) == "0.123456"
    assert shown(0.25, 0.25) == "0.25"
    assert shown(None) == shown(()) == "–"
    assert shown(np.array([0.12345, 1.0]), np.array([0.12346, 1.0])) == "[0.12345 1]"
    assert shown(1.0, None) == "1"


def test_a_draw_of_too_many_numbers_is_refused() -> None:
    many = ", ".join(f"n{number} = 1" for number in range(60))
    said = told(changed(("first = { x = -2, y = 5, z = -4 }", f"first = {{ {many} }}")))
    assert "lesson.toml:7: “first” is to be a table of numbers by name, fifty at most." in said
    said = told(changed(("first = { x = -2, y = 5, z = -4 }\n", "")))
    assert any("“x” is drawn and has no number in “first”." in one for one in said)
    said = told(changed(("{ from = -6, to = 6 }", "{ from = -6, to = 1e300 }")))
    assert any("“from” is to be below “to”" in one for one in said)
    said = told(changed(("first = { x = -2,", "first = { x = " + "9" * 400 + ",")))
    assert any("“x” is to be a finite number." in one for one in said)
    said = told(changed(("course = [", "course = [" + '"A1", ' * 250)))
    assert said != []
    said = told(changed(('on = ["added"]', "on = [" + '"added", ' * 250 + "]")))
    assert said != []
    said = told(changed(("keep = [\n", "keep = [\n" + '{ fact = "z", is_not = "0" },\n' * 250)))
    assert any("“keep” is to be a list of tables" in one for one in said)


def test_a_lesson_reads_nothing_outside_its_folder(tmp_path: Path) -> None:
    (tmp_path / "secret.md").write_text("# Secret\n")
    folder = tmp_path / "lesson"
    folder.mkdir()
    for name, text in FILES.items():
        (folder / name).write_text(text, encoding="utf-8")
    (folder / "ko.md").unlink()
    (folder / "ko.md").symlink_to(tmp_path / "secret.md")
    (folder / "again.md").symlink_to(folder / "en.md")
    files = FolderFiles(folder)
    assert files.names() == ["again.md", "en.md", "lesson.toml"]
    for name in ("ko.md", "../secret.md", "..", "a/b", "C:x", ""):
        with pytest.raises(FileFormatError):
            files.text(name)
    (folder / "loop.md").symlink_to(folder / "loop.md")
    assert "loop.md" not in files.names()
    with pytest.raises(FileFormatError):
        files.text("loop.md")
    assert FolderFiles(tmp_path / "nowhere").names() == []


HOSTILE = (
    ("lesson.toml", "a = " + "[" * 60 + "]" * 60),
    ("lesson.toml", STRUCTURE + "".join(f"k{number} = 1\n" for number in range(20_000))),
    ("en.md", ENGLISH.replace("Here $x = {x}$.", "{qq} " * 50_000)),
    ("en.md", ENGLISH.replace("Here $x = {x}$.", "$" + "{" * 100_000)),
    ("en.md", ENGLISH.replace("Here $x = {x}$.", "$" + "{" * 100_000 + "$")),
    ("en.md", ENGLISH.replace("Here $x = {x}$.", "<!--" * 50_000)),
    ("en.md", ENGLISH.replace("Here $x = {x}$.", "[" * 50_000)),
    ("en.md", ENGLISH.replace("Here $x = {x}$.", "**" * 50_000)),
    ("en.md", ENGLISH.replace("Here $x = {x}$.", "`" * 50_000 + " ``")),
    ("en.md", "## a: b\n" * 20_000),
    ("en.md", "### hint\n" * 20_000),
)  # fmt: skip


@pytest.mark.parametrize("place", range(len(HOSTILE)))
def test_a_file_that_is_meant_to_take_for_ever_is_told(place: int) -> None:
    name, text = HOSTILE[place]
    assert told(with_file(name, text)) != []


LATER = (
    ('kind = "order"\nitems = ["a", "b"]\nanswer = { a = "walk", b = "gates" }\n', "ab"),
    ('kind = "table"\nblanks = { a = "walk" }\npublished = 3\n', "a"),
    ('kind = "number"\nanswer = "walk"\npublished = 3\n', ""),
    (ASK, ""),
)


@pytest.mark.parametrize(("ask", "items"), LATER)
def test_what_only_the_page_knows_is_left_for_the_page(ask: str, items: str) -> None:
    slips = '[[step.slip]]\nname = "one"\ngives = "1/(x + 2)"\n'
    files = asking(ask, slips + '[[step.slip]]\nname = "two"\npicks = "a"\n')
    words = "".join(f"### item {name}\nA\n" for name in items)
    for name in ("en.md", "ko.md"):
        files.texts[name] = files.texts[name].replace(
            "### hint", f"### slip one\nA\n### slip two\nB\n{words}### hint"
        )
    assert told(files) == []


def test_a_question_that_forbids_its_own_answer_is_told() -> None:
    (said,) = told(
        asking('kind = "formula"\nsame_as = "exp(a)"\nvariables = ["a"]\nforbid = ["exp"]\n')
    )
    assert said.startswith("lesson.toml:29: The right answer of “forward” is marked wrong")


def test_a_canvas_without_a_graph_asks_nothing_that_is_known() -> None:
    files = MemoryFiles(
        {
            "lesson.toml": "format = 1\n[draw]\nfirst = { x = 1 }\nx = { from = 1, to = 9 }\n"
            '[[step]]\nid = "a"\n[step.ask]\nkind = "canvas"\n',
            "en.md": "# T\nS.\n## a: A\nFill it in.\n",
        }
    )
    assert told(files) == []


def test_a_lesson_of_detours_alone_has_no_step() -> None:
    said = told(
        changed(
            ('id = "look"', 'id = "look"\nonly = "detour"'),
            ('id = "forward"', 'id = "forward"\nonly = "detour"'),
        )
    )
    assert "lesson.toml:0: A lesson needs a step: “[[step]]”." in said


def test_a_slip_needs_a_name() -> None:
    said = told(changed(('name = "added"\n', "")))
    assert "lesson.toml:33: “name” is missing." in said


def test_an_argument_of_a_command_may_be_a_table() -> None:
    lesson = read(changed(('["set", "z", "10"]', '["set", "z", { a = [1] }]'))).lesson
    assert lesson is not None
    assert lesson.step("switch").solution[0].arguments == ("z", {"a": (1,)})


def test_a_name_may_not_be_empty() -> None:
    said = told(changed(('id = "look"', 'id = ""')))
    assert "lesson.toml:19: “id” is to be a name of letters, digits, “-” and “_”." in said


def test_a_graph_that_is_not_finished_tells_what_it_can() -> None:
    step = Step(
        "a", Opening("graph", {"formula": "g = x*y; f = x*?", "values": {"q": "1", "x": 3}})
    )
    other = Step("b", ask=None)
    lesson = read(MemoryFiles()).lesson
    assert lesson is not None
    lesson = replace(lesson, steps=(step, other))
    known = known_at(lesson, other, {})
    assert known.facts["value_x"] == 3.0
    assert "value_f" not in known.facts
    for broken in ({"formula": "f = x*"}, {"formula": "x", "values": {"x": [[1], 2]}}):
        assert opened_graph(Opening("graph", broken), {}) is None
    assert opened_graph(Opening("graph", {"formula": "x", "values": 3}), {}) is not None
    assert opened_graph(Opening("training", {}), {}) is None
    assert graph_facts(Graph()) == {}


def test_a_vector_is_no_function_of_numbers() -> None:
    vector = SampledFunction(parse_formula("[1, 2]*x"), ("x",), {})
    number = SampledFunction(parse_formula("2*x"), ("x",), {})
    assert not is_same_function(number, vector)
    with pytest.raises(EngineError):
        is_same_function(vector, number)
