"""Progress of two windows in one lesson becomes one, and nothing that was answered is lost."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from engine.lessons.answer import Marked, Outcome
from engine.lessons.joining import joined
from engine.lessons.progress import LessonProgress, to_json
from engine.lessons.sitting import (
    Phase,
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

DEEDS = st.lists(
    st.tuples(
        st.sampled_from(["right", "wrong", "hint", "show", "skip", "done", "anew"]),
        st.sampled_from(["look", "sum", "then", "waits", "alone"]),
    ),
    max_size=8,
)


def after(sitting: Sitting, deeds: list[tuple[str, str]], window: int = 0) -> Sitting:
    """Return a sitting after some deeds, of which no two are at one time."""
    now = 100.0 + window / 10
    for deed, place in deeds:
        now += 1.0
        sitting = entered(sitting, LESSON, place, now)
        step = LESSON.step(place)
        if deed in ("right", "wrong") and step.ask is not None:
            outcome = Outcome.RIGHT if deed == "right" else Outcome.WRONG
            sitting = answered(sitting, step, "7", Marked(outcome, "7"), {}, now)
        elif deed == "hint":
            sitting = hinted(sitting, 3)
        elif deed == "show":
            sitting = shown(sitting, now)
        elif deed == "skip":
            sitting = skipped(sitting, now)
        elif deed == "done":
            sitting = done(sitting, step, now)
        elif deed == "anew":
            sitting = restarted(sitting, LESSON, now)
    return sitting


def progress(*sittings: Sitting) -> LessonProgress:
    return LessonProgress("sums", sittings)


START = begin(LESSON, 1, is_first=True, now=100.0)


def answers(found: LessonProgress) -> set[tuple[str, float]]:
    """Return when something was answered or shown, with the step."""
    records = [item for sitting in found.sittings for item in sitting.records.items()]
    given = {(name, item.at) for name, each in records for item in (*each.past, *each.given)}
    return given | {(name, at) for name, each in records for _, at in each.shown}


@given(DEEDS, DEEDS)
def test_an_earlier_state_of_one_s_own_adds_nothing(
    first: list[tuple[str, str]], then: list[tuple[str, str]]
) -> None:
    earlier = after(START, first)
    now = progress(after(START, first + then))
    assert to_json(joined(now, progress(earlier))) == to_json(now)


@given(DEEDS, DEEDS, DEEDS)
def test_what_both_have_answered_is_there(
    both: list[tuple[str, str]], mine: list[tuple[str, str]], theirs: list[tuple[str, str]]
) -> None:
    begun = after(START, both)
    one = progress(after(begun, mine, window=1))
    other = progress(after(begun, theirs, window=2))
    whole = joined(one, other)
    assert answers(whole) == answers(one) | answers(other)
    assert len(whole.sittings) == 1
    assert to_json(joined(whole, other)) == to_json(whole)


def test_a_sitting_of_another_window_comes_before_one_s_own() -> None:
    theirs = begin(LESSON, 2, is_first=False, now=200.0)
    whole = joined(progress(START), progress(theirs))
    assert [sitting.seed for sitting in whole.sittings] == [2, 1]


def test_a_step_that_was_done_in_another_window_is_done() -> None:
    begun = after(START, [("hint", "waits")])
    whole = joined(progress(begun), progress(after(begun, [("done", "waits")])))
    assert whole.sittings[0].record_of("waits").phase is Phase.DONE


def test_a_step_that_is_untouched_here_is_as_the_other_window_left_it() -> None:
    start = begin(LESSON, 3, is_first=True, now=100.0)
    here = after(start, [("right", "sum")])
    there = after(start, [("hint", "alone"), ("right", "alone")], 1)
    one = joined(LessonProgress("sums", (here,)), LessonProgress("sums", (there,))).sittings[0]
    assert one.record_of("alone") == there.record_of("alone")
    assert one.record_of("sum") == here.record_of("sum")


def test_progress_under_another_name_is_that_of_the_lesson() -> None:
    kept = LessonProgress("own-sums", (begin(LESSON, 3, is_first=True, now=100.0),))
    moved = kept.of_lesson("adding")
    assert (moved.lesson, [each.lesson for each in moved.sittings]) == ("adding", ["adding"])
    assert moved.sittings[0].seed == 3
