"""Marking: what holds for every kind of question, whatever is answered."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from engine.lessons.answer import LONGEST_ANSWER, Outcome
from engine.lessons.lesson import Slip
from engine.lessons.marking import (
    mark_answer,
    recorded_facts,
    right_answer,
    slip_answers,
)
from engine.lessons.questions.catalog import QUESTIONS
from engine.lessons.vocabulary.answers import is_answer_fact
from tests.engine.lessons.asking import step
from tests.engine.lessons.samples import SAMPLES, Sample

every_sample = pytest.mark.parametrize("sample", SAMPLES, ids=[item.name for item in SAMPLES])
texts = st.text(max_size=60) | st.sampled_from(["1e999", "[", "[[1],", "x = ", ",", "1, 2", "∞"])
answers = texts | st.lists(texts, max_size=6).map(tuple)


def test_every_kind_has_a_sample() -> None:
    assert {sample.kind for sample in SAMPLES} == set(QUESTIONS)


@every_sample
def test_the_right_answer_is_right(sample: Sample) -> None:
    answer = right_answer(sample.step, sample.facts)
    if answer is not None:
        marked = mark_answer(sample.step, answer, sample.facts)
        assert marked.is_right, marked
        assert marked.repeated
        assert all(map(is_answer_fact, marked.facts))


@every_sample
def test_every_slip_is_wrong_and_named(sample: Sample) -> None:
    for name, answer in slip_answers(sample.step, sample.facts).items():
        marked = mark_answer(sample.step, answer, sample.facts)
        assert (marked.outcome, marked.slip) == (Outcome.WRONG, name)


@every_sample
def test_the_empty_answer_is_no_attempt(sample: Sample) -> None:
    for answer in (QUESTIONS[sample.kind].empty, "", (), "  ", ("", " ")):
        marked = mark_answer(sample.step, answer, sample.facts)
        assert marked.outcome is Outcome.NO_ATTEMPT
        assert marked.fault is not None
        assert marked.fault.code == "answer_missing"


@every_sample
@given(answer=answers)
def test_no_text_stops_marking(sample: Sample, answer: str | tuple[str, ...]) -> None:
    marked = mark_answer(sample.step, answer, sample.facts)
    assert (marked.fault is not None) == (marked.outcome is Outcome.NO_ATTEMPT)
    if marked.slip:
        assert marked.outcome is Outcome.WRONG


@every_sample
def test_marking_looks_at_no_fact_that_it_does_not_name(sample: Sample) -> None:
    answer = right_answer(sample.step, sample.facts)
    if answer is not None:
        kept = recorded_facts(sample.step, sample.facts)
        assert mark_answer(sample.step, answer, kept).is_right


@every_sample
def test_what_is_too_long_is_not_looked_at(sample: Sample) -> None:
    for answer in ("1" * (LONGEST_ANSWER + 1), ("1",) * 1_001):
        marked = mark_answer(sample.step, answer, sample.facts)
        assert marked.fault is not None
        assert marked.fault.code == "answer_long"
        assert len(marked.repeated) < 100


def test_a_question_whose_fact_is_not_known_yet_marks_nothing() -> None:
    for facts in ({}, {"solved_at": None}):
        marked = mark_answer(step("number", answer="solved_at"), "12", facts)
        assert marked.outcome is Outcome.NO_ATTEMPT


def test_what_does_not_count_is_noted_with_its_slip() -> None:
    asks = step("choice", Slip("all", picks=("four",)), items=["three", "four"], right="three")
    marked = mark_answer(replace(asks, counts=False), "four", {})
    assert (marked.outcome, marked.slip) == (Outcome.NOTED, "all")
