"""Reading a lesson: what it is, in which language it speaks, and on which lines things stand."""

from __future__ import annotations

import tomllib
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from engine.lessons.check import check_lesson
from engine.lessons.faults import Fault
from engine.lessons.lesson import Command
from engine.lessons.reader import read_lesson
from engine.lessons.revision import revision
from engine.lessons.toml_lines import find_lines
from engine.lessons.words import lesson_summary, lesson_title, step_words
from tests.engine.lessons.folders import (
    ENGLISH,
    FILES,
    KOREAN,
    STRUCTURE,
    MemoryFiles,
    changed,
    read,
    read_faults,
    with_file,
)


def test_a_lesson_is_read_with_its_steps_and_its_words() -> None:
    reading = read(MemoryFiles())
    lesson = reading.lesson
    assert lesson is not None
    assert reading.faults == ()
    assert reading.is_sound
    assert (lesson.course, lesson.skills, lesson.minutes) == (("A1",), ("chain-rule",), 5)
    assert [step.id for step in lesson.steps] == ["look", "forward", "switch"]
    look, forward, switch = lesson.steps
    assert look.opening is not None
    assert (look.opening.space, look.opening.hide) == ("graph", ("values",))
    assert [slip.name for slip in forward.slips] == ["added", "first-product"]
    assert switch.is_detour
    assert switch.show == ("values",)
    assert switch.solution == (Command("set", ("z", "10")),)
    assert lesson.words["ko"].title == "연쇄 법칙"
    assert lesson.step("forward") is forward
    with pytest.raises(KeyError):
        lesson.step("nowhere")


def test_the_revision_tells_another_structure_and_no_other_comment() -> None:
    first = read(MemoryFiles()).lesson
    noted = read(changed(("format = 1", "# A comment.\nformat    =   1"))).lesson
    other = read(changed(("minutes = 5", "minutes = 6"))).lesson
    assert first is not None
    assert noted is not None
    assert other is not None
    assert first.revision == noted.revision
    assert first.revision != other.revision
    assert [step.revision for step in first.steps] == [step.revision for step in other.steps]
    dated = revision(tomllib.loads("a = 1979-05-27"))
    assert dated != revision(tomllib.loads("a = 1979-05-28"))


def test_a_step_keeps_its_revision_when_another_one_changes() -> None:
    first, other = (
        read(MemoryFiles()).lesson,
        read(changed(("published = -12", "published = 3"))).lesson,
    )
    assert first is not None
    assert other is not None
    assert [
        one.id
        for one, two in zip(first.steps, other.steps, strict=True)
        if one.revision != two.revision
    ] == ["forward"]


def test_words_fall_back_to_english_part_by_part() -> None:
    lesson = read(changed(("### hint\n왼쪽부터.\n", ""), file="ko.md")).lesson
    assert lesson is not None
    whole, lagging = step_words(lesson, "ko", "look"), step_words(lesson, "ko", "forward")
    assert whole.language == "ko"
    assert lagging.language == "en"
    assert lagging.body == "어떤 수일까요?"
    assert lagging.hints == ("Left first.",)
    assert step_words(lesson, "de", "look").title == "Two gates"
    assert step_words(lesson, "ko", "nowhere").title == "nowhere"
    assert step_words(lesson, "en", "look").language == "en"


def test_a_step_without_words_of_the_language_is_english() -> None:
    lesson = read(
        changed(("## look: 게이트 둘\n여기서 $x = {x}$입니다.\n", ""), file="ko.md")
    ).lesson
    assert lesson is not None
    assert step_words(lesson, "ko", "look").title == "Two gates"


def test_a_lesson_has_a_title_in_every_language() -> None:
    lesson = read(MemoryFiles()).lesson
    assert lesson is not None
    assert lesson_title(lesson, "ko") == "연쇄 법칙"
    assert lesson_title(lesson, "de") == "The chain rule"
    assert lesson_summary(lesson, "ko") == "곱셈이 하는 일."
    assert lesson_summary(lesson, "de") == "What a product does."


def test_what_is_shown_may_stand_with_what_is_opened() -> None:
    lesson = read(changed(('hide = ["values"]', 'show = ["gradients"]'))).lesson
    assert lesson is not None
    assert lesson.steps[0].show == ("gradients",)
    opening = lesson.steps[0].opening
    assert opening is not None
    assert "show" not in opening.state


def test_a_question_reads_the_conditions_in_it() -> None:
    old = 'kind = "number"\nanswer = "z*(x + y)"\npublished = -12\n'
    judge = '[step.ask.judge]\nall = [{ fact = "right_of_line", at_least = "3" }]\n'
    new = f'kind = "point"\non = "plane"\npoints = 2\n{judge}'
    lesson = read(changed((old, new))).lesson
    assert lesson is not None
    ask = lesson.step("forward").ask
    assert ask is not None
    assert ask.arguments["judge"].kind == "all"
    line = STRUCTURE[: STRUCTURE.index(old)].count("\n") + 5
    said = read_faults(changed((old, new.replace("at_least", "atleast"))))
    assert said[0] == (
        f"lesson.toml:{line}: “atleast” is no part of a condition; did you mean “at_least”?"
    )
    alone = changed((old, 'kind = "point"\non = "plane"\npoints = 2\njudge = 3\n'))
    assert read_faults(alone)[0] == (
        f"lesson.toml:{line - 1}: “judge” is to be a table of named entries."
    )


def test_a_thousand_faults_are_not_told_one_by_one() -> None:
    many = "\n".join(f"key{number} = 1" for number in range(1000))
    assert len(read_faults(changed(("minutes = 5", many)))) == 200


def test_a_hundred_steps_are_read_and_no_more() -> None:
    many = "".join(f'[[step]]\nid = "s{number}"\n' for number in range(150))
    reading = read(with_file("lesson.toml", "format = 1\n" + many))
    assert reading.lesson is not None
    assert len(reading.lesson.steps) == 100
    assert "lesson.toml:2: “step” is to be a list of tables, a hundred at most." in map(
        str, reading.faults
    )


def test_files_that_cannot_be_listed_are_told() -> None:
    class Gone(MemoryFiles):
        def names(self) -> list[str]:
            raise PermissionError

    assert [fault.code for fault in read(Gone({})).faults] == ["file_unreadable"] * 2


TOML = (
    'a = 1\n"b c" = 2\n\'d\' = 3\n"\\u0065\\t" = 4\n',
    "[t.'u v']\nx = 1\n[[l]]\ny = 1\n[[l]]\ny = 2\n[l.m]\nz = 1\n[[l.n]]\nw = [[1, 2], [3]]\n",
    "a = \"\"\"\nnot = 1\n[no]\n\"\"\"\nb = '''\n]'''\n"
    'c = { d = "]", e = [1, { f = 2 }], g.h = 1 }\n',
    "# [no]\na = [ # , ]\n  1,\n  2, # ]\n]\nb.c.d = 1979-05-27\ne = []\nf = {}\ng = 1\n",
    "[a]\nb = [[{ c = 1 }], []]\n[d]\n",
)


@pytest.mark.parametrize("text", TOML)
def test_every_key_is_found_on_its_line(text: str) -> None:
    lines = find_lines(text)
    for path in _paths(tomllib.loads(text)):
        key = next(part for part in reversed(path) if isinstance(part, str))
        said = text.split("\n")[lines.line(path) - 1]
        if isinstance(path[-1], str) and path != ("t",):
            assert path in lines.found
            assert key[0] in said or "\\u0065" in said
    assert lines.line(("nowhere",)) == 1


def test_elements_of_a_list_have_lines_of_their_own() -> None:
    lines = find_lines("keep = [\n  { a = 1 },\n\n  { a = 2 },\n]\n")
    assert [lines.line(("keep", place, "a")) for place in range(2)] == [2, 4]


def _paths(value: Any, path: tuple[str | int, ...] = ()) -> list[tuple[str | int, ...]]:
    found = [path] if path else []
    items: Any = ()
    if isinstance(value, dict | list):
        items = value.items() if isinstance(value, dict) else enumerate(value)
    return found + [inner for key, part in items for inner in _paths(part, (*path, key))]


PIECES = st.sampled_from(
    [
        "", "\n", "]", "[", "{", "}", '"', "'", "=", "#", "$", "**", "`", "```\n", "\\", "<b>",
        "[[step]]\n", "## x: y\n", "### hint\n", "### slip\n", "-1", "1e400", "nan", "[]", "{}",
        '"x*"', '"1/0"', '"q"', "true", "1979-05-27", "{x", "{x}", "{/}", "{ui:}", "{:3}", "\x00",
        "é", "걸", '"' + "a" * 3000 + '"', "\ud7ff", "%", "&", "\u2028", "9" * 400,
        "0x" + "f" * 9000, "a." * 40 + "b = 1\n",
    ]
)  # fmt: skip


@settings(max_examples=120, deadline=None)
@given(
    st.sampled_from(sorted(FILES)),
    st.lists(st.tuples(st.floats(0, 1), st.integers(0, 30), PIECES), min_size=1, max_size=4),
)
def test_no_change_of_a_file_raises_anything(
    name: str, changes: list[tuple[float, int, str]]
) -> None:
    text = FILES[name]
    for place, length, piece in changes:
        start = int(place * len(text))
        text = text[:start] + piece + text[start + length :]
    for fault in check_lesson(MemoryFiles({**FILES, name: text}), "x"):
        assert isinstance(fault, Fault)
        assert fault.sentence
        assert 0 <= fault.line <= text.count("\n") + STRUCTURE.count("\n") + 2


@settings(max_examples=60, deadline=None)
@given(st.sampled_from(STRUCTURE.split("\n")), PIECES)
def test_no_value_of_an_entry_raises_anything(line: str, piece: str) -> None:
    key, equals, _ = line.partition(" = ")
    files = changed((line, f"{key}{equals}{piece}")) if equals else MemoryFiles()
    for fault in check_lesson(files, "x"):
        assert fault.sentence


ENTRIES = [line for line in STRUCTURE.split("\n") if " = " in line and not line.endswith("[")]


@pytest.mark.parametrize("number", ["9" * 400, "-" + "9" * 4000, "0x" + "f" * 9000])
@pytest.mark.parametrize("line", ENTRIES)
def test_a_number_beyond_all_computing_is_refused_on_its_line(line: str, number: str) -> None:
    key = line.partition(" = ")[0]
    files = changed((line, f"{key} = {number}"))
    lines = files.text("lesson.toml").split("\n")
    faults = [each for each in check_lesson(files, "x") if each.file == "lesson.toml"]
    assert any(lines[fault.line - 1].startswith(f"{key} = ") for fault in faults)


@pytest.mark.parametrize("name", ["a", '"a"', "'a'"])
def test_a_key_of_thousands_of_names_is_refused_before_it_is_read(
    name: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("tomllib.loads", lambda _text: pytest.fail("takes the square"))
    text = f"{STRUCTURE}\n{' . '.join([name] * 5_000)} = 1\n"
    faults = read_lesson(MemoryFiles({**FILES, "lesson.toml": text}), "x").faults
    assert [fault.code for fault in faults] == ["lesson_toml_deep"]


@settings(max_examples=60, deadline=None)
@given(st.text(max_size=400), st.sampled_from(sorted(FILES)))
def test_no_text_raises_anything(text: str, name: str) -> None:
    files = MemoryFiles({**FILES, name: text})
    assert isinstance(read_lesson(files, "x").faults, tuple)
    check_lesson(files, "x")


def test_the_words_have_lines_of_their_own() -> None:
    reading = read(MemoryFiles({**FILES, "en.md": ENGLISH, "ko.md": KOREAN}))
    section = reading.words["en"].section("forward")
    assert section is not None
    assert [part.line for part in section.parts] == [7, 10, 12, 14, 16, 18]
    assert reading.line_of("forward", "ask", "published") == 32
    assert reading.line_of("nowhere") == 0
    assert reading.line_of_key("minutes") == 4
    nothing = read(with_file("lesson.toml", "["))
    assert (nothing.line_of("forward"), nothing.line_of_key("minutes")) == (0, 0)


def test_code_and_comments_are_no_headings() -> None:
    text = ENGLISH.replace(
        "Here $x = {x}$.",
        "<!-- one\n## two: three\n-->\n```python\n# no title\n### nor a part\n```\nEnd {x}.",
    )
    reading = read(with_file("en.md", text))
    assert reading.lesson is not None
    body = step_words(reading.lesson, "en", "look").body
    assert body == "```python\n# no title\n### nor a part\n```\nEnd {x}."
