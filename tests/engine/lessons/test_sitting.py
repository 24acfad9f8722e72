"""A sitting: what each deed makes of it, and that nothing done is undone by going on."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from engine.errors import ValueFormatError
from engine.lessons.answer import Marked, Outcome
from engine.lessons.lesson import Detour, Opening
from engine.lessons.progress import LessonProgress, read_progress, to_json
from engine.lessons.sitting import (
    LONGEST_STAY_S,
    Phase,
    Sitting,
    answered,
    begin,
    detour,
    detour_to,
    done,
    ended,
    entered,
    hinted,
    matched,
    next_step,
    path,
    paused,
    restarted,
    resumed,
    salt_of,
    seed_of,
    shown,
    skipped,
    step_before,
)
from tests.engine.lessons.lessons import LESSON

RIGHT = Marked(Outcome.RIGHT, "7")
WRONG = Marked(Outcome.WRONG, "10", slip="product")
UNREADABLE = Marked(Outcome.NO_ATTEMPT, "", fault=ValueFormatError("value_empty", "Nothing."))
PATH = ("look", "sum", "then", "waits", "alone")


def at(step: str, now: float = 100.0) -> Sitting:
    return entered(begin(LESSON, 1, is_first=True, now=100.0), LESSON, step, now)


def answer(sitting: Sitting, marked: Marked, now: float = 110.0) -> Sitting:
    return answered(sitting, LESSON.step(sitting.step), "7", marked, {}, now)


def test_it_begins_at_the_first_step_and_goes_through_all_but_detours() -> None:
    sitting = begin(LESSON, 1, is_first=True, now=100.0)
    visited = [sitting.step]
    while step := next_step(LESSON, sitting):
        sitting = entered(sitting, LESSON, step, 100.0)
        visited.append(step)
    assert tuple(visited) == path(LESSON, sitting) == PATH
    while step := step_before(LESSON, sitting):
        sitting = entered(sitting, LESSON, step, 100.0)
        visited.append(step)
    assert tuple(reversed(visited[len(PATH) :])) == PATH[:-1]


def test_what_is_read_is_done_by_going_on() -> None:
    sitting = at("look")
    assert sitting.record.phase is Phase.DOING
    assert done(sitting, LESSON.step("look"), 130.0).record.phase is Phase.DONE


def test_a_right_answer_ends_a_question() -> None:
    sitting = at("sum")
    assert sitting.record.phase is Phase.ASKED
    after = answer(sitting, RIGHT)
    assert (after.record.phase, after.record.finished) == (Phase.DONE, 110.0)


def test_a_question_is_not_done_without_an_answer() -> None:
    for marked in (WRONG, UNREADABLE):
        after = done(answer(at("sum"), marked), LESSON.step("sum"), 120.0)
        assert after.record.phase is Phase.ASKED


def test_after_a_prediction_something_is_to_be_done() -> None:
    after = answer(at("then"), RIGHT)
    assert after.record.phase is Phase.DOING
    assert done(after, LESSON.step("then"), 120.0).record.phase is Phase.DONE


def test_what_cannot_be_read_is_no_try() -> None:
    after = answer(answer(at("sum"), UNREADABLE), RIGHT)
    assert [item.outcome for item in after.record.tries] == [Outcome.RIGHT]
    assert len(after.record.given) == 2


def test_to_answer_with_nothing_is_no_answer() -> None:
    sitting = at("sum")
    for nothing in ("", " ", (), ("", " ")):
        again = answered(sitting, LESSON.step("sum"), nothing, UNREADABLE, {}, 110.0)
        assert again == sitting


def test_two_wrong_answers_urge_the_hint_and_more_offer_the_solution() -> None:
    sitting = at("sum")
    seen = []
    for _ in range(4):
        sitting = answer(sitting, WRONG)
        seen.append((sitting.record.is_hint_urged, sitting.record.offers_solution(hints=1)))
    assert seen == [(False, False), (True, False), (True, True), (True, True)]
    assert not answer(sitting, RIGHT).record.is_hint_urged
    assert not answer(sitting, RIGHT).record.offers_solution(hints=1)


def test_hints_are_counted_up_to_those_there_are_and_noted_with_the_answer() -> None:
    sitting = hinted(hinted(hinted(at("sum"), 2), 2), 2)
    assert sitting.record.hints == 2
    assert answer(sitting, RIGHT).record.given[0].hints == 2


def test_a_shown_solution_ends_the_step_and_undoes_nothing() -> None:
    after = shown(at("sum"), 120.0)
    assert (after.record.phase, after.record.shown) == (Phase.SHOWN, ((0, 120.0),))
    assert answer(after, RIGHT).record.phase is Phase.SHOWN
    finished = answer(at("sum"), RIGHT)
    assert shown(finished, 120.0) == finished


def test_however_often_it_is_shown_the_file_can_be_read() -> None:
    sitting = at("sum")
    for now in range(250):
        sitting = restarted(shown(sitting, float(now)), LESSON, float(now))
    progress = LessonProgress("sums", (paused(sitting, 0.0),))
    assert read_progress(to_json(progress)) == progress


def test_what_is_passed_over_is_not_done_and_can_be_done_later() -> None:
    after = skipped(at("sum"), 120.0)
    assert after.record.phase is Phase.SKIPPED
    again = entered(entered(after, LESSON, "then", 121.0), LESSON, "sum", 122.0)
    assert again.record.phase is Phase.ASKED
    assert answer(again, RIGHT).record.phase is Phase.DONE


def test_a_prediction_passed_over_is_not_asked_for_twice() -> None:
    after = skipped(answer(at("then"), RIGHT), 120.0)
    assert entered(after, LESSON, "then", 121.0).record.phase is Phase.DOING


def test_a_slip_leads_once_to_a_smaller_step_that_comes_back() -> None:
    step = LESSON.step("sum")
    sitting = answer(at("sum"), WRONG)
    assert detour_to(sitting, step, WRONG) == "smaller"
    inside = detour(sitting, LESSON, "smaller", 120.0)
    assert (inside.step, next_step(LESSON, inside), step_before(LESSON, inside)) == (
        "smaller",
        "sum",
        "sum",
    )
    back = entered(inside, LESSON, "sum", 130.0)
    assert (back.returns_to, next_step(LESSON, back)) == ("", "then")
    assert detour_to(back, step, WRONG) == ""


@pytest.mark.parametrize(
    "marked",
    [RIGHT, UNREADABLE, Marked(Outcome.WRONG, "1"), Marked(Outcome.WRONG, "1", slip="other")],
)
def test_nothing_else_leads_to_a_detour(marked: Marked) -> None:
    assert detour_to(at("sum"), LESSON.step("sum"), marked) == ""
    assert detour_to(at("then"), LESSON.step("then"), WRONG) == ""


def test_a_slip_of_the_exercises_leads_to_a_detour_too() -> None:
    step = replace(LESSON.step("sum"), detour=Detour(("swapped_inputs",), "smaller"))
    marked = Marked(Outcome.WRONG, "1", engine_slip="swapped_inputs")
    assert detour_to(at("sum"), step, marked) == "smaller"


def test_time_is_counted_where_it_is_spent_and_not_while_nobody_is_there() -> None:
    sitting = at("sum", 100.0)
    sitting = paused(sitting, 130.0)
    sitting = paused(resumed(sitting, 1_000.0), 1_005.0)
    assert sitting.record_of("sum").seconds == 35.0
    assert paused(sitting, 9_999.0) == sitting
    assert paused(at("sum", 100.0), 1e6).record.seconds == LONGEST_STAY_S
    assert paused(at("sum", 100.0), 50.0).record.seconds == 0.0


def test_a_step_begun_anew_keeps_what_was_answered_and_has_fresh_numbers() -> None:
    sitting = answer(at("alone"), WRONG)
    again = restarted(sitting, LESSON, 120.0)
    assert (again.record.given, len(again.record.past)) == ((), 1)
    assert again.record.phase is Phase.ASKED
    step = LESSON.step("alone")
    turns = [item.record.round for item in (sitting, again)]
    assert [salt_of(LESSON, step, turn) for turn in turns] == ["alone", "alone#1"]
    assert salt_of(LESSON, LESSON.step("sum"), 1) == ""


def test_a_step_has_fresh_numbers_anew_only_where_no_other_step_shows_them() -> None:
    opening = Opening("graph", {"formula": "x + y"})
    for place, is_alone in ((0, False), (2, True), (4, True)):
        steps = list(LESSON.steps)
        steps[place] = replace(steps[place], opening=opening)
        steps[5] = replace(steps[5], opening=opening)
        # A detour without an opening goes on in what its host shows.
        lesson = replace(LESSON, steps=tuple(steps))
        salts = [salt_of(lesson, steps[place], turn) for turn in range(3)]
        own = [f"{steps[place].id}#{turn}" for turn in (1, 2)]
        assert salts == (["", *own] if is_alone else [""] * 3)
    steps = list(LESSON.steps)
    steps[1] = replace(steps[1], opening=opening)
    steps[3] = replace(steps[3], opening=opening)
    assert salt_of(replace(LESSON, steps=tuple(steps)), steps[1], 1) == ""


def test_a_task_begun_anew_is_remembered_as_it_was_done() -> None:
    sitting = done(at("waits"), LESSON.step("waits"), 130.0)
    again = restarted(sitting, LESSON, 140.0)
    assert again.record.phase is Phase.DOING
    (was,) = again.record.past
    assert (was.outcome, was.round, was.at) == (Outcome.RIGHT, 0, 130.0)
    shown_one = restarted(shown(at("waits"), 130.0), LESSON, 140.0)
    assert [given.outcome for given in shown_one.record.past] == [Outcome.WRONG]


def test_the_end_is_reached_once() -> None:
    assert ended(ended(at("alone"), 200.0), 300.0).ended == 200.0


def test_a_review_goes_through_its_steps_alone() -> None:
    sitting = begin(LESSON, 1, is_first=False, now=1.0, chosen=["alone", "sum"])
    assert sitting.is_review
    assert (sitting.step, next_step(LESSON, sitting)) == ("sum", "alone")


def test_a_changed_lesson_matches_steps_by_their_ids() -> None:
    sitting = answer(at("sum"), RIGHT)
    sitting = entered(sitting, LESSON, "then", 120.0)
    steps = [
        replace(step, revision="new") if step.id == "sum" else step
        for step in LESSON.steps
        if step.id != "then"
    ]
    changed = replace(LESSON, revision="sums-2", steps=tuple(steps))
    found = matched(sitting, changed)
    assert found.record_of("sum").changed
    assert found.record_of("sum").phase is Phase.OPEN
    assert len(found.record_of("sum").past) == 1
    assert not found.record_of("look").changed
    # The step that was shown is gone: the first that is not over is shown.
    assert found.step == "look"
    again = entered(found, changed, "sum", 130.0)
    assert again.record.changed
    assert not answered(again, changed.step("sum"), "7", RIGHT, {}, 140.0).record.changed


def test_an_unchanged_lesson_leaves_a_sitting_as_it_is() -> None:
    sitting = answer(at("sum"), RIGHT)
    assert matched(sitting, LESSON) == sitting


def test_a_detour_whose_question_is_gone_returns_nowhere() -> None:
    inside = detour(at("sum"), LESSON, "smaller", 120.0)
    steps = tuple(step for step in LESSON.steps if step.id != "sum")
    found = matched(inside, replace(LESSON, revision="new", steps=steps))
    assert (found.step, found.returns_to) == ("smaller", "")


def test_a_seed_is_the_same_everywhere_and_another_one_for_each_name_and_lesson() -> None:
    assert seed_of("Kim Minji", "sums") == 106_550_513
    names = [f"student {number}" for number in range(300)]
    assert len({seed_of(name, "sums") for name in names}) == len(names)
    assert seed_of("Kim", "sums") != seed_of("Kim", "products")
    # However the letters are put together.
    assert seed_of("김민지", "sums") == seed_of(
        "\u1100\u1175\u11b7\u1106\u1175\u11ab\u110c\u1175", "sums"
    )


Deed = Callable[[Sitting, float], Sitting]
DEEDS: tuple[Deed, ...] = (
    lambda item, now: answer(item, RIGHT, now),
    lambda item, now: answer(item, WRONG, now),
    lambda item, now: answer(item, UNREADABLE, now),
    lambda item, now: hinted(item, 2),
    shown,
    skipped,
    lambda item, now: done(item, LESSON.step(item.step), now),
    lambda item, now: entered(item, LESSON, next_step(LESSON, item) or item.step, now),
    lambda item, now: entered(item, LESSON, step_before(LESSON, item) or item.step, now),
    lambda item, now: restarted(item, LESSON, now),
    lambda item, now: detour(item, LESSON, "smaller", now),
    lambda item, now: resumed(paused(item, now), now),
)


@given(st.lists(st.sampled_from(DEEDS), max_size=30))
@settings(max_examples=60)
def test_whatever_is_done_no_answer_and_no_time_is_lost(deeds: list[Deed]) -> None:
    sitting = begin(LESSON, 1, is_first=True, now=0.0)
    for now, deed in enumerate(deeds, 1):
        before = sitting
        sitting = deed(sitting, float(now))
        assert sitting.record.phase is not Phase.OPEN
        if before.record.phase is Phase.DONE and sitting.step == before.step:
            assert sitting.record.phase is Phase.DONE or sitting.record.round > before.record.round
        answers = sum(len(item.given) + len(item.past) for item in sitting.records.values())
        kept = sum(len(item.given) + len(item.past) for item in before.records.values())
        assert answers >= kept
    left = paused(sitting, float(len(deeds)))
    assert sum(item.seconds for item in left.records.values()) == len(deeds)
    # And what was left goes on at the very step after the program has ended.
    progress = LessonProgress("sums", (left,))
    assert read_progress(to_json(progress)) == progress
