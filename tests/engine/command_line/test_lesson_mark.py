"""The part lesson mark: a class's results, marked again, as a lecturer reads them."""

from __future__ import annotations

import csv
import json
from collections.abc import Mapping, Sequence
from dataclasses import replace
from io import StringIO
from pathlib import Path

import pytest

from engine.command_line.lesson_parts.mark import slip_text
from engine.command_line.main import main
from engine.command_line.tables import table
from engine.lessons.answer import Answer, Outcome
from engine.lessons.class_report import QuestionSummary, Sign, mark_result
from engine.lessons.draws import drawn_numbers
from engine.lessons.facts import JoinedFacts
from engine.lessons.files import FolderFiles
from engine.lessons.lesson import Condition, DrawnNumber, Lesson
from engine.lessons.marking import mark_answer, recorded_facts, right_answer, slip_answers
from engine.lessons.opened_facts import known_at
from engine.lessons.reader import read_lesson
from engine.lessons.result import SUFFIX, LessonResult, result_json, result_of
from engine.lessons.sitting import (
    Given,
    answered,
    begin,
    detour,
    ended,
    entered,
    hinted,
    restarted,
    salt_of,
    seed_of,
    shown,
)
from engine.quoting import quote
from tests.engine.lessons.asking import step

TOML = """
format = 1
skills = ["adding"]
minutes = 5
[draw]
first = { x = 2, y = 5 }
x = { of = [2, 3, 4, 7] }
y = { of = [5, 6, 8, 9] }
[[step]]
id = "sum"
skill = "adding"
[step.open]
space = "graph"
formula = "x*y + x"
values = { x = "x", y = "y" }
[step.ask]
kind = "number"
answer = "x + y"
[[step.slip]]
name = "product"
gives = "x*y"
[[step.slip]]
name = "difference"
gives = "x - y"
[step.detour]
on = ["product"]
to = "smaller"
[[step]]
id = "smaller"
only = "detour"
[step.ask]
kind = "sign"
answer = "x"
[[step]]
id = "slope"
skill = "adding"
[step.ask]
kind = "gradient"
of = "y"
[[step]]
id = "why"
[step.ask]
kind = "text"
[[step]]
id = "alone"
skill = "adding"
fresh = true
[step.ask]
kind = "number"
answer = "2*x + y"
"""
WORDS = """
# Sums
Add.

## sum: Which sum?
Add them.

### slip product
No.
### slip difference
No.

## smaller: Which sign?
Look.

## slope: How steep?
Look.

## why: Why?
Say it.

## alone: Alone
Again.
"""
STEPS = ("sum", "slope", "why", "alone")
Deeds = Mapping[str, Sequence[Answer]]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    lesson = tmp_path / "lessons" / "01-sums"
    lesson.mkdir(parents=True)
    (lesson / "lesson.toml").write_text(TOML, encoding="utf-8")
    (lesson / "en.md").write_text(WORDS.lstrip(), encoding="utf-8")
    return lesson.parent


@pytest.fixture
def lesson(folder: Path) -> Lesson:
    reading = read_lesson(FolderFiles(folder / "01-sums"), "sums")
    assert reading.lesson is not None, reading.faults
    return reading.lesson


def result(
    lesson: Lesson, name: str, deeds: Deeds, *, helped: str = "", is_first: bool = False
) -> LessonResult:
    """Return what somebody hands in who gives these answers; "right" and slips stand for theirs."""
    sitting = begin(lesson, seed_of(name, "sums"), is_first=is_first, now=1_000.0)
    for place, step_id in enumerate(STEPS, 1):
        now = 1_000.0 + 60.0 * place
        sitting = entered(sitting, lesson, step_id, now)
        if step_id == helped:
            sitting = hinted(sitting, 3)
        step = lesson.step(step_id)
        for answer in deeds.get(step_id, ()):
            salt = salt_of(lesson, step, sitting.record.round)
            numbers = drawn_numbers(lesson, sitting.seed, is_first=is_first, salt=salt)
            facts = JoinedFacts(numbers, known_at(lesson, step, numbers).facts)
            named = {"right": right_answer(step, facts), **slip_answers(step, facts)}
            typed = named.get(answer, answer) if isinstance(answer, str) else answer
            assert typed is not None
            marked = mark_answer(step, typed, facts)
            kept = recorded_facts(step, facts)
            sitting = answered(sitting, step, typed, marked, kept, now + 1.0)
    return result_of(ended(sitting, 1_300.0), name)


def hand_in(folder: Path, *results: LessonResult) -> list[str]:
    paths = []
    for number, item in enumerate(results):
        path = folder.parent / f"{number}{SUFFIX}"
        path.write_text(result_json(item), encoding="utf-8")
        paths.append(str(path))
    return paths


def printed(capsys: pytest.CaptureFixture[str], folder: Path, *words: str) -> str:
    status = main(["lesson", "mark", *words, "--lessons", str(folder)])
    out, err = capsys.readouterr()
    assert (status, err) == (0, "")
    return out


ALL: Deeds = {"sum": ["right"], "slope": ["right"], "why": ["It is."], "alone": ["right"]}


def test_the_five_signs(lesson: Lesson) -> None:
    deeds: Deeds = {"sum": ["product", "difference"], "slope": ["?"], "why": ["Because."]}
    marked = mark_result(result(lesson, "Kim", deeds), lesson)
    assert [(item.step, item.sign) for item in marked.questions] == [
        ("sum", Sign.WRONG),
        ("slope", Sign.UNREADABLE),
        ("why", Sign.FOR_A_PERSON),
        ("alone", Sign.NOTHING),
    ]
    assert marked.questions[0].slips == ("product", "difference")
    assert mark_result(result(lesson, "Kim", ALL), lesson).questions[3].sign is Sign.RIGHT


def test_what_was_only_begun_is_not_answered(lesson: Lesson) -> None:
    boxes = step("canvas", hides="gradients")
    found = result(lesson, "Kim", {})
    given = Given(("gradient x = 1.0",), 1.0, Outcome.NO_ATTEMPT, facts={"formula": "x*y"})
    steps = {"sum": replace(found.steps["sum"], given=(given,))}
    asks = replace(lesson.steps[0], ask=boxes.ask)
    changed = replace(lesson, steps=(asks, *lesson.steps[1:]), revision="new")
    marked = mark_result(replace(found, steps=steps), changed).questions[0]
    assert (marked.sign, marked.tries) == (Sign.NOTHING, 0)
    unread = replace(given, answer=("gradient x = what",))
    steps = {"sum": replace(found.steps["sum"], given=(unread,))}
    assert mark_result(replace(found, steps=steps), changed).questions[0].sign is Sign.UNREADABLE


def test_of_many_slips_that_are_as_common_three_are_told() -> None:
    slips = tuple((name, 2) for name in ("a", "b", "c", "d"))
    summary = QuestionSummary("sum", dict.fromkeys(Sign, 0), 0, 2, slips)
    assert slip_text(summary) == "a (2), b (2), c (2), …"


def test_each_name_is_marked_by_its_own_numbers(lesson: Lesson) -> None:
    for number in range(6):
        marked = mark_result(result(lesson, f"student {number}", ALL), lesson)
        assert (marked.right, marked.first_right) == (3, 3)
        assert marked.is_own_seed


def test_a_claimed_number_does_not_count_where_it_is_drawn(lesson: Lesson) -> None:
    found = result(lesson, "Kim", {"sum": ["0"]})
    given = found.steps["sum"].given[0]
    cheated = replace(given, facts={"x": 0.0, "y": 0.0})
    steps = {"sum": replace(found.steps["sum"], given=(cheated,))}
    marked = mark_result(replace(found, steps=steps), lesson)
    assert marked.questions[0].sign is not Sign.RIGHT


def test_first_try_means_without_a_hint_and_without_an_answer_before(lesson: Lesson) -> None:
    helped = mark_result(result(lesson, "Kim", ALL, helped="sum"), lesson)
    assert not helped.questions[0].is_first_right
    again = mark_result(result(lesson, "Kim", {"sum": ["product", "right"]}), lesson)
    assert (again.questions[0].sign, again.questions[0].tries) == (Sign.RIGHT, 2)
    assert not again.questions[0].is_first_right
    unread = mark_result(result(lesson, "Kim", {"sum": ["what", "right"]}), lesson)
    assert unread.questions[0].is_first_right


def test_answers_of_each_round_are_marked_by_its_numbers(lesson: Lesson) -> None:
    step = lesson.step("alone")
    sitting = entered(begin(lesson, 3, is_first=False, now=1.0), lesson, "alone", 2.0)
    for now in (3.0, 5.0):
        numbers = drawn_numbers(
            lesson, 3, is_first=False, salt=salt_of(lesson, step, sitting.record.round)
        )
        right = right_answer(step, numbers)
        assert right is not None
        marked = mark_answer(step, right, numbers)
        sitting = answered(sitting, step, right, marked, {}, now)
        if now == 3.0:
            sitting = restarted(sitting, lesson, 4.0)
    found = mark_result(result_of(sitting, "Kim"), lesson).questions[3]
    assert (found.sign, found.tries) == (Sign.RIGHT, 2)
    assert not found.slips


def test_a_detour_is_a_question_only_of_those_who_took_it(lesson: Lesson) -> None:
    sitting = entered(begin(lesson, 3, is_first=False, now=1.0), lesson, "sum", 2.0)
    sitting = shown(detour(sitting, lesson, "smaller", 3.0), 4.0)
    steps = [item.step for item in mark_result(result_of(sitting, "Kim"), lesson).questions]
    assert steps == ["sum", "smaller", "slope", "why", "alone"]


def test_another_revision_is_marked_by_the_numbers_that_were_seen(lesson: Lesson) -> None:
    found = result(lesson, "Kim", ALL)
    others = replace(lesson.draw, numbers=(DrawnNumber("x", (10.0,)), DrawnNumber("y", (30.0,))))
    never = replace(lesson.draw, keep=(Condition("is", "x", {"is": "0"}),))
    for draw in (others, never):
        changed = replace(lesson, draw=draw, revision="new")
        marked = mark_result(found, changed)
        assert (marked.right, marked.is_other_revision) == (3, True)


def test_the_table_of_a_class(
    capsys: pytest.CaptureFixture[str], folder: Path, lesson: Lesson
) -> None:
    files = hand_in(
        folder,
        result(lesson, "Kim", ALL),
        result(lesson, "이준", {"sum": ["product", "product", "right"], "slope": ["0.0001"]}),
        result(lesson, "Anna", {"sum": ["product"], "why": ["Two lines."]}, helped="sum"),
    )
    lines = printed(capsys, folder, *files).splitlines()
    assert lines[0] == "Sums (sums): 3 results"
    assert [line.split() for line in lines[2:6]] == [
        ["name", "sum", "slope", "why", "alone", "right", "first", "try", "minutes"],
        ["Anna", "✗h", "–", "•", "–", "0/3", "0/3", "5"],
        ["Kim", "✓", "✓", "•", "✓", "3/3", "3/3", "5"],
        ["이준", "✓3", "✗", "–", "–", "1/3", "0/3", "5"],
    ]
    # A letter of Hangul is as wide as two.
    assert lines[5].index("✓3") == lines[4].index("✓") - 2
    assert lines[8].split() == ["sum", "2", "1", "1", "of", "3", "product", "(2)", "Which", "sum?"]
    assert lines[10].split() == ["why", "2", "1", "Why?"]
    assert "  why, Anna: Two lines." in lines
    assert not any(line.startswith("To look at") for line in lines)


def test_what_a_lecturer_should_know_first(
    capsys: pytest.CaptureFixture[str], folder: Path, lesson: Lesson
) -> None:
    good = result(lesson, "Kim", ALL)
    gone = {**good.steps, "old": good.steps["sum"]}
    files = hand_in(
        folder,
        good,
        replace(good, name="kim"),
        replace(result(lesson, "Lee", ALL), revision="old", steps=gone, ended=0.0),
        replace(result(lesson, "Park", ALL), seed=1),
        result(lesson, "Choi", ALL, is_first=True),
        replace(good, name="  ", lesson="products"),
        replace(
            result(lesson, "Yoon", ALL),
            revision="old",
            steps={"sum": replace(good.steps["sum"], revision="old")},
        ),
        replace(result(lesson, "Zoe", ALL), seed=1),
    )
    broken = folder.parent / f"broken{SUFFIX}"
    broken.write_text("{", encoding="utf-8")
    text = printed(capsys, folder, *files, str(broken), str(folder / "missing"))
    told = text.partition("To look at:\n")[2].splitlines()
    assert [line.strip() for line in told] == [
        f"5{SUFFIX} was left out: The lesson “products” is not in “{quote(str(folder))}”; "
        "there are: sums.",
        f"broken{SUFFIX} was left out: This is no file of a lesson: it is not JSON.",
        "missing was left out: “missing” cannot be read: no such file or directory.",
        f"2{SUFFIX} (Lee): made with another revision of “sums”.",
        f"2{SUFFIX} (Lee): answers to steps that are gone: old.",
        f"2{SUFFIX} (Lee): the end of the lesson was not reached.",
        f"6{SUFFIX} (Yoon): made with another revision of “sums”; changed since: sum.",
        f"1{SUFFIX} (kim): 0{SUFFIX} (Kim) has the same name and lesson.",
        f"7{SUFFIX} (Zoe): 3{SUFFIX} (Park) has the same numbers, which is no chance.",
        "The course's own numbers, which are everybody's first ones: Choi.",
        "Numbers that chance has drawn, and not the name: Park, Zoe.",
    ]


def test_a_row_for_each_student_and_question(
    capsys: pytest.CaptureFixture[str], folder: Path, lesson: Lesson
) -> None:
    files = hand_in(
        folder, result(lesson, '=HYPERLINK("x")', {"sum": ["product", "right"], "why": ["=1+1"]})
    )
    broken = folder.parent / f"broken{SUFFIX}"
    broken.write_text("{", encoding="utf-8")
    text = printed(capsys, folder, *files, str(broken), "--csv")
    rows = list(csv.DictReader(StringIO(text)))
    assert [(row["step"], row["mark"], row["tries"], row["slips"]) for row in rows[:4]] == [
        ("sum", "right", "2", "product"),
        ("slope", "nothing", "0", ""),
        ("why", "look", "1", ""),
        ("alone", "nothing", "0", ""),
    ]
    # No spreadsheet takes what a student has typed for a formula.
    assert {row["name"] for row in rows[:4]} == {'\'=HYPERLINK("x")'}
    assert rows[2]["answer"] == "'=1+1"
    assert (rows[4]["file"], rows[4]["mark"]) == (f"broken{SUFFIX}", "left out")


@pytest.mark.parametrize(
    ("words", "cause"),
    [
        (["x", "--lessons", "nowhere"], "There is no lesson in “nowhere”: no lesson.toml."),
        (["x"], "The following arguments are required: --lessons"),
    ],
)
def test_what_cannot_be_marked_at_all_is_refused(
    capsys: pytest.CaptureFixture[str], words: list[str], cause: str
) -> None:
    assert main(["lesson", "mark", *words]) == 2
    assert cause in capsys.readouterr().err


def test_where_nothing_can_be_marked_the_causes_are_told(
    capsys: pytest.CaptureFixture[str], folder: Path, lesson: Lesson
) -> None:
    (folder / "01-sums" / "lesson.toml").write_text("format = 1\nsteps = 3\n", encoding="utf-8")
    files = hand_in(folder, result(lesson, "Kim", ALL))
    assert main(["lesson", "mark", *files, "--lessons", str(folder)]) == 2
    err = capsys.readouterr().err
    assert err.startswith("None of the files can be marked.\n")
    assert "The lesson “sums” cannot be read: lesson.toml:" in err


def test_a_file_of_a_name_alone_has_a_name_in_the_table(
    capsys: pytest.CaptureFixture[str], folder: Path, lesson: Lesson
) -> None:
    files = hand_in(folder, replace(result(lesson, "Kim", ALL), name=" "))
    assert "(no name)" in printed(capsys, folder, *files)


def test_a_result_says_no_mark(folder: Path, lesson: Lesson) -> None:
    (path,) = hand_in(folder, result(lesson, "Kim", {"sum": ["product"]}))
    record = json.loads(Path(path).read_text(encoding="utf-8"))
    assert record["steps"]["sum"]["given"][0].keys() == {"answer", "at", "hints", "round", "facts"}


def test_columns_fit_letters_of_every_width() -> None:
    lines = table([("김민지", "1"), ("e\u0301", "2"), ("abc", "3")])
    assert lines == ["  김민지  1", "  e\u0301       2", "  abc     3"]
