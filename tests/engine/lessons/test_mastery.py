"""Mastery and review: by one rule, reached for good, due again after days."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from engine.lessons.answer import Marked, Outcome
from engine.lessons.lesson import Lesson
from engine.lessons.mastery import (
    DAY_S,
    INTERVALS_DAYS,
    Piece,
    SkillState,
    due_skills,
    evidence,
    skill_states,
)
from engine.lessons.progress import LessonProgress
from engine.lessons.review import MOST_IN_REVIEW, due_steps, review, states_of
from engine.lessons.sitting import (
    Sitting,
    answered,
    begin,
    done,
    entered,
    hinted,
    restarted,
    shown,
    skipped,
)
from tests.engine.lessons.lessons import LESSON

RIGHT, WRONG = Marked(Outcome.RIGHT, "7"), Marked(Outcome.WRONG, "1")
NOTED, NO_ATTEMPT = Marked(Outcome.NOTED, "7"), Marked(Outcome.NO_ATTEMPT, "")


def at(step: str, seed: int = 1, now: float = 100.0, *, is_first: bool = False) -> Sitting:
    sitting = begin(LESSON, seed, is_first=is_first, now=now)
    return entered(sitting, LESSON, step, now)


def after(sitting: Sitting, *marks: Marked) -> Sitting:
    step = LESSON.step(sitting.step)
    for turn, marked in enumerate(marks, 1):
        sitting = answered(sitting, step, "7", marked, {}, sitting.started + turn)
    return sitting


def pieces(*sittings: Sitting, lesson: Lesson = LESSON) -> list[Piece]:
    return list(evidence(lesson, LessonProgress(lesson.id, sittings)))


def rights(*sittings: Sitting) -> list[bool]:
    return [piece.is_right for piece in pieces(*sittings)]


def test_right_at_the_first_try_is_evidence_for_and_all_else_against() -> None:
    assert rights(after(at("sum"), RIGHT)) == [True]
    assert rights(after(at("sum"), NO_ATTEMPT, RIGHT)) == [True]
    assert rights(after(at("sum"), WRONG, RIGHT)) == [False]
    assert rights(after(hinted(at("sum"), 2), RIGHT)) == [False]
    assert rights(hinted(after(at("sum"), RIGHT), 2)) == [True]
    assert rights(shown(at("sum"), 105.0)) == [False]
    assert rights(after(shown(at("sum"), 99.0), RIGHT)) == [False]


def test_what_was_not_tried_tells_nothing() -> None:
    assert rights(at("sum")) == []
    assert rights(skipped(at("sum"), 105.0)) == []
    assert rights(after(at("sum"), NO_ATTEMPT)) == []
    assert rights(after(at("sum"), NOTED)) == []
    assert rights(done(at("look"), LESSON.step("look"), 105.0)) == []


def test_a_task_without_a_question_is_right_where_it_was_done_without_help() -> None:
    step = LESSON.step("waits")
    assert rights(done(at("waits"), step, 105.0)) == [True]
    assert rights(done(hinted(at("waits"), 1), step, 105.0)) == [False]
    assert rights(shown(at("waits"), 105.0)) == [False]
    assert rights(at("waits")) == []


def test_the_same_numbers_tell_once() -> None:
    again = restarted(after(at("sum"), WRONG), LESSON, 150.0)
    again = answered(again, LESSON.step("sum"), "7", RIGHT, {}, 160.0)
    assert rights(again) == [False]
    # Who was shown the answer has not found it afterwards.
    told = restarted(shown(at("sum"), 120.0), LESSON, 150.0)
    told = answered(told, LESSON.step("sum"), "7", RIGHT, {}, 160.0)
    assert rights(told) == [False]
    assert rights(after(at("sum", 1, 500.0), RIGHT), after(at("sum", 1, 100.0), WRONG)) == [False]


def test_numbers_of_a_steps_own_tell_in_each_round() -> None:
    again = restarted(after(at("alone"), WRONG), LESSON, 150.0)
    again = answered(again, LESSON.step("alone"), "7", RIGHT, {}, 160.0)
    assert rights(again) == [False, True]
    told = restarted(shown(at("alone"), 120.0), LESSON, 150.0)
    told = answered(told, LESSON.step("alone"), "7", RIGHT, {}, 160.0)
    assert rights(told) == [False, True]


def test_the_course_s_numbers_are_one_draw_however_often() -> None:
    one, other = at("sum", 1, is_first=True), at("sum", 2, 900.0, is_first=True)
    assert rights(after(one, RIGHT), after(other, RIGHT)) == [True]


def piece(is_right: bool, at_time: float) -> Piece:
    return Piece("adding", "sums", "sum", f"{at_time}", at_time, is_right)


def state(*results: bool, apart: float = 60.0) -> SkillState:
    return skill_states(piece(item, 1.0 + apart * turn) for turn, item in enumerate(results))[
        "adding"
    ]


@pytest.mark.parametrize(
    ("results", "is_reached"),
    [
        ((True, True), False),
        ((True, True, True), True),
        ((True, False, True, True), True),
        ((True, False, True, False, True), False),
        ((True, True, False, False, True, True), False),
        ((True, True, True, False, False, False), True),
    ],
)
def test_three_of_the_last_four_draws_reach_it(results: tuple[bool, ...], is_reached: bool) -> None:
    assert state(*results).is_reached is is_reached


@given(st.lists(st.booleans(), min_size=1, max_size=20), st.lists(st.booleans(), max_size=20))
def test_what_was_reached_stays_whatever_follows(first: list[bool], then: list[bool]) -> None:
    before, later = state(*first), state(*first, *then)
    if before.is_reached:
        assert later.reached == before.reached
    assert later.recent == (*first, *then)[-4:]


def test_it_comes_back_after_longer_and_longer_times() -> None:
    now, found = 1.0, []
    results: list[Piece] = []
    for _ in range(7):
        results.append(piece(True, now))
        due = skill_states(results)["adding"].due
        found.append(round((due - now) / DAY_S))
        now = due
    assert tuple(found) == (*INTERVALS_DAYS, 60, 60)


def test_what_goes_wrong_comes_back_tomorrow() -> None:
    results = [piece(True, 1.0), piece(True, 1.0 + 2 * DAY_S), piece(False, 1.0 + 3 * DAY_S)]
    found = skill_states(results)["adding"]
    assert (found.level, found.due) == (0, 1.0 + 4 * DAY_S)
    assert not found.is_due(1.0 + 3.5 * DAY_S)
    assert found.is_due(1.0 + 4 * DAY_S)


def test_what_goes_well_before_it_is_due_moves_nothing() -> None:
    assert state(True, True, True).due == 1.0 + DAY_S


def test_what_has_been_due_longest_comes_first() -> None:
    found = skill_states(
        [Piece("new", "l", "a", "1", 5.0, True), Piece("old", "l", "b", "1", 1.0, True)]
    )
    assert [item.skill for item in due_skills(found, 10 * DAY_S)] == ["old", "new"]
    assert due_skills(found, DAY_S + 2.0)[0].skill == "old"
    assert due_skills(found, 6.0) == ()


def test_a_review_asks_what_was_asked_least_then_what_is_done_alone() -> None:
    progress = LessonProgress("sums", (after(at("sum"), RIGHT),))
    states = states_of([LESSON], {"sums": progress})
    due = due_steps([LESSON], states, 10 * DAY_S)
    assert [(item.skill, item.lesson, item.step) for item in due] == [("adding", "sums", "alone")]
    asked = LessonProgress("sums", (after(at("alone"), WRONG),))
    states = states_of([LESSON], {"sums": asked})
    assert due_steps([LESSON], states, 10 * DAY_S)[0].step == "then"
    assert due_steps([LESSON], states, 101.0) == ()
    assert due_steps([], states, 10 * DAY_S) == ()
    assert states_of([LESSON], {}) == {}


def test_a_review_is_a_sitting_for_each_lesson_with_fresh_numbers() -> None:
    other = replace(LESSON, id="others")
    progresses = {
        "sums": LessonProgress("sums", (after(at("sum"), RIGHT),)),
        "others": LessonProgress("others", (done(at("waits"), LESSON.step("waits"), 105.0),)),
    }
    lessons = [LESSON, other]
    due = due_steps(lessons, states_of(lessons, progresses), 10 * DAY_S)
    found = review(lessons, due, seed=77, now=10 * DAY_S)
    assert {item.lesson for item in found} <= {"sums", "others"}
    assert {skill for item in due for skill in [item.skill]} == {"adding", "waiting"}
    for sitting in found:
        assert (sitting.seed, sitting.is_first, sitting.is_review) == (77, False, True)


def test_a_review_ends() -> None:
    many = [
        replace(LESSON, id=f"l{number}", steps=(replace(LESSON.step("sum"), skill=f"s{number}"),))
        for number in range(20)
    ]
    found = [Piece(f"s{number}", f"l{number}", "sum", "1", 1.0, True) for number in range(20)]
    assert len(due_steps(many, skill_states(found), 9 * DAY_S)) == MOST_IN_REVIEW


def test_a_task_that_is_begun_anew_unlearns_nothing_and_counts_again_with_fresh_numbers() -> None:
    step = LESSON.step("waits")
    was_right = done(at("waits"), step, 105.0)
    again = restarted(was_right, LESSON, 110.0)
    assert pieces(again) == pieces(was_right)
    # With the same numbers the second time tells nothing new.
    assert pieces(done(again, step, 120.0)) == pieces(was_right)
    assert rights(done(restarted(shown(at("waits"), 105.0), LESSON, 110.0), step, 120.0)) == [False]
    alone = replace(step, is_fresh=True)
    steps = tuple(alone if item is step else item for item in LESSON.steps)
    lesson = replace(LESSON, steps=steps)
    for first, told in ((was_right, [True, True]), (shown(at("waits"), 105.0), [False, True])):
        twice = done(restarted(first, lesson, 110.0), alone, 120.0)
        assert rights_in(lesson, twice) == told


def rights_in(lesson: Lesson, *sittings: Sitting) -> list[bool]:
    return [piece.is_right for piece in pieces(*sittings, lesson=lesson)]
