"""Progress and results as files: what is written is read, and what cannot be is refused."""

from __future__ import annotations

import json
from collections.abc import Callable
from contextlib import suppress
from dataclasses import replace
from typing import Any

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from engine.errors import FileFormatError
from engine.lessons.answer import LONGEST_ANSWER, MOST_PARTS, Answer, Outcome
from engine.lessons.facts import Fact
from engine.lessons.lesson_records import MOST_FACTS, MOST_NUMBERS
from engine.lessons.marking import mark_answer
from engine.lessons.progress import MOST_SITTINGS, LessonProgress, read_progress, to_json
from engine.lessons.result import (
    LessonResult,
    read_result,
    read_result_file,
    result_json,
    result_of,
)
from engine.lessons.sitting import (
    Given,
    Phase,
    Sitting,
    StepRecord,
    answered,
    begin,
    ended,
    entered,
)
from tests.engine.lessons.lessons import LESSON

plain = st.text(st.characters(exclude_categories=["Cs"]), max_size=20)
times = st.floats(0, 1e10)
numbers = st.floats(-1e300, 1e300)
arrays = st.lists(numbers, min_size=1, max_size=4).map(np.asarray) | st.lists(
    st.lists(numbers, min_size=2, max_size=2), min_size=1, max_size=3
).map(np.asarray)
facts = st.dictionaries(plain, numbers | plain | st.lists(plain).map(tuple) | arrays, max_size=4)
answers = plain | st.lists(plain, max_size=4).map(tuple)
some_given = st.builds(
    Given,
    answer=answers,
    at=times,
    outcome=st.sampled_from(Outcome),
    slip=plain,
    engine_slip=plain,
    hints=st.integers(0, 9),
    round=st.integers(0, 9),
    facts=facts,
)
records = st.builds(
    StepRecord,
    phase=st.sampled_from(Phase),
    revision=plain,
    given=st.lists(some_given, max_size=3).map(tuple),
    hints=st.integers(0, 9),
    seconds=st.integers(0, 10_000).map(lambda tenths: tenths / 10),
    round=st.integers(0, 9),
    detoured=st.booleans(),
    changed=st.booleans(),
    past=st.lists(some_given, max_size=2).map(tuple),
    finished=times,
    shown=st.lists(st.tuples(st.integers(0, 9), times), max_size=2).map(tuple),
)
some_sittings = st.builds(
    Sitting,
    lesson=st.just("sums"),
    revision=plain,
    seed=st.integers(0, 2**53),
    is_first=st.booleans(),
    started=times,
    step=plain,
    entered=st.none(),
    returns_to=plain,
    chosen=st.lists(plain, max_size=3).map(tuple),
    records=st.dictionaries(plain, records, max_size=3),
    ended=times,
)


def comparable(value: object) -> object:
    """Return a value with lists for arrays, which can be compared as a whole."""
    if isinstance(value, Given | StepRecord | Sitting | LessonProgress | LessonResult):
        return {name: comparable(item) for name, item in vars(value).items()}
    if isinstance(value, dict):
        return {name: comparable(item) for name, item in value.items()}
    if isinstance(value, tuple):
        return tuple(map(comparable, value))
    return value.tolist() if isinstance(value, np.ndarray) else value


@given(st.lists(some_sittings, max_size=3).map(tuple))
def test_what_is_written_is_read(found: tuple[Sitting, ...]) -> None:
    progress = LessonProgress("sums", found)
    assert comparable(read_progress(to_json(progress))) == comparable(progress)


def given_answer(answer: Answer = "7", **facts_known: Fact) -> Given:
    return Given(answer, 10.0, Outcome.RIGHT, facts=facts_known)


def progress_with(given: Given) -> LessonProgress:
    record = StepRecord(Phase.DONE, "sum-1", (given,))
    sitting = Sitting("sums", "sums-1", 3, True, 1.0, "sum", records={"sum": record})
    return LessonProgress("sums", (sitting,))


def test_facts_that_are_no_numbers_or_too_many_are_left_out() -> None:
    kept = read_progress(
        to_json(
            progress_with(
                given_answer(
                    loss=float("nan"),
                    rate=float("inf"),
                    none=None,
                    weights=np.zeros(MOST_NUMBERS + 1),
                    x=2.0,
                )
            )
        )
    )
    assert kept.sittings[0].records["sum"].given[0].facts == {"x": 2.0}


@pytest.mark.parametrize(
    "fact",
    [
        pytest.param("x + " * LONGEST_ANSWER, id="the formula of a large graph"),
        pytest.param(("multiply",) * (MOST_NUMBERS + 1), id="all its gates"),
        pytest.param(np.zeros((2, 3, 4)), id="a kernel"),
        pytest.param("\ud83d", id="half a character"),
    ],
)
def test_a_fact_that_could_not_be_read_again_costs_itself_alone(fact: Fact) -> None:
    kept = read_progress(to_json(progress_with(given_answer(x=2.0, large=fact, y=3.0))))
    assert kept.sittings[0].records["sum"].given[0].facts == {"x": 2.0, "y": 3.0}


def test_more_facts_than_there_may_be_are_left_out() -> None:
    many: dict[str, Fact] = {f"value_{number}": 1.0 for number in range(MOST_FACTS + 1)}
    kept = read_progress(to_json(progress_with(replace(given_answer(), facts=many))))
    assert len(kept.sittings[0].records["sum"].given[0].facts) == MOST_FACTS


@pytest.mark.parametrize("answer", ["1" * (LONGEST_ANSWER + 1), ("1",) * (MOST_PARTS + 1)])
def test_a_stray_paste_is_not_kept(answer: Answer) -> None:
    step = LESSON.step("sum")
    sitting = entered(begin(LESSON, 3, is_first=True, now=1.0), LESSON, "sum", 2.0)
    numbers = LESSON.draw.first
    for typed in ("8", answer):
        marked = mark_answer(step, typed, numbers)
        sitting = answered(sitting, step, typed, marked, numbers, 3.0)
    kept = read_progress(to_json(LessonProgress("sums", (sitting,))))
    assert [given.answer for given in kept.sittings[0].record_of("sum").given] == ["8"]


def damaged(change: Callable[[dict[str, Any]], object]) -> str:
    record = json.loads(to_json(progress_with(given_answer(x=1.0))))
    change(record)
    return json.dumps(record)


def first_step(record: dict[str, Any]) -> dict[str, Any]:
    step: dict[str, Any] = record["sittings"][0]["steps"]["sum"]
    return step


REFUSED: tuple[tuple[str, str, str], ...] = (
    ("nothing", "", "lessons_not_json"),
    ("no JSON", "{", "lessons_not_json"),
    ("a list", "[]", "lessons_damaged"),
    ("another kind", damaged(lambda item: item.update(format="wiregrad-race")), "lessons_damaged"),
    ("newer", damaged(lambda item: item.update(version=2, sittings=None)), "lessons_newer"),
    ("version 0", damaged(lambda item: item.update(version=0)), "lessons_damaged"),
    ("no sittings", damaged(lambda item: item.pop("sittings")), "lessons_damaged"),
    ("a phase", damaged(lambda item: first_step(item).update(phase="?")), "lessons_damaged"),
    ("a time", damaged(lambda item: first_step(item).update(seconds="1")), "lessons_damaged"),
    ("hints", damaged(lambda item: first_step(item).update(hints=-1)), "lessons_damaged"),
    ("answers", damaged(lambda item: first_step(item).update(given=[3])), "lessons_damaged"),
    (
        "a fact",
        damaged(lambda item: first_step(item)["given"][0].update(facts={"x": {}})),
        "lessons_damaged",
    ),
    (
        "a fact in rows of two lengths",
        damaged(lambda item: first_step(item)["given"][0].update(facts={"x": [[1], [1, 2]]})),
        "lessons_damaged",
    ),
    (
        "too many facts",
        damaged(
            lambda item: first_step(item)["given"][0].update(
                facts=dict.fromkeys(map(str, range(501)), 1)
            )
        ),
        "lessons_damaged",
    ),
    (
        "too many steps",
        damaged(
            lambda item: item["sittings"][0].update(
                steps={str(number): first_step(item) for number in range(501)}
            )
        ),
        "lessons_damaged",
    ),
    (
        "half a letter",
        damaged(lambda item: item["sittings"][0].update(steps={"\ud800": first_step(item)})),
        "lessons_damaged",
    ),
)


@pytest.mark.parametrize(
    ("text", "code"), [case[1:] for case in REFUSED], ids=[c[0] for c in REFUSED]
)
def test_what_is_no_progress_is_refused_in_a_sentence(text: str, code: str) -> None:
    with pytest.raises(FileFormatError) as caught:
        read_progress(text)
    assert caught.value.code == code
    assert caught.value.sentence.endswith(".")


def test_a_time_before_1970_is_none() -> None:
    text = damaged(lambda item: first_step(item).update(finished=-5))
    assert read_progress(text).sittings[0].records["sum"].finished == 0.0


@given(
    st.recursive(
        st.none() | numbers | plain,
        lambda inner: (
            st.lists(inner)
            | st.dictionaries(st.sampled_from(["format", "version", "sittings", "lesson"]), inner)
        ),
        max_leaves=8,
    )
)
def test_no_file_stops_reading(content: Any) -> None:
    for text in (
        json.dumps(content),
        json.dumps(
            {"format": "wiregrad-lesson-progress", "version": 1, "lesson": "a", "sittings": content}
        ),
    ):
        for read in (read_progress, read_result):
            with suppress(FileFormatError):
                read(text)


def test_a_sitting_gone_on_with_takes_its_own_place_at_the_end() -> None:
    progress = LessonProgress("sums")
    first = begin(LESSON, 1, is_first=True, now=1.0)
    review = begin(LESSON, 2, is_first=False, now=5.0, chosen=["sum"])
    assert progress.is_new
    assert progress.current is None
    progress = progress.with_sitting(first).with_sitting(review).with_sitting(first)
    assert [sitting.seed for sitting in progress.sittings] == [2, 1]
    assert not progress.is_new
    assert progress.current == first
    assert LessonProgress("sums", (review,)).is_new
    for number in range(MOST_SITTINGS + 5):
        progress = progress.with_sitting(begin(LESSON, 10 + number, is_first=False, now=9.0))
    assert len(progress.sittings) == MOST_SITTINGS


def test_what_is_ended_is_not_gone_on_with() -> None:
    sitting = ended(begin(LESSON, 1, is_first=True, now=1.0), 5.0)
    assert LessonProgress("sums", (sitting,)).current is None


@given(some_sittings, plain)
def test_a_result_keeps_answers_and_no_marks(sitting: Sitting, name: str) -> None:
    result = result_of(sitting, name)
    text = result_json(result)
    found = read_result(text)
    assert (found.name, found.seed, found.is_first) == (name, sitting.seed, sitting.is_first)
    for step, record in sitting.records.items():
        past = () if record.changed else record.past
        kept = [(item.answer, comparable(item.facts)) for item in (*past, *record.given)]
        again = [(item.answer, comparable(item.facts)) for item in found.steps[step].given]
        assert again == kept
        assert all(item.outcome is Outcome.NO_ATTEMPT for item in found.steps[step].given)
    assert '"outcome"' not in text
    assert '"slip"' not in text


def test_a_result_of_too_many_steps_is_refused(tmp_path: Any) -> None:
    result = result_of(progress_with(given_answer()).sittings[0], "Kim")
    record = json.loads(result_json(result))
    record["steps"] = {str(number): record["steps"]["sum"] for number in range(501)}
    path = tmp_path / "kim.wiregrad-result"
    path.write_text(json.dumps(record), encoding="utf-8")
    with pytest.raises(FileFormatError) as caught:
        read_result_file(path)
    assert caught.value.code == "lessons_damaged"
