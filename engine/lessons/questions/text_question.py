"""The question for a text: kept for the lecturer, and never marked."""

from __future__ import annotations

from engine.lessons.answer import Answer, Marked, Outcome
from engine.lessons.questions.asked import Asked, no_slips, one_text
from engine.lessons.questions.question_kind import QuestionKind


def _mark(_asked: Asked, answer: Answer) -> Marked:
    text = one_text(answer).strip()
    return Marked(Outcome.NOTED, text, facts={"answer": text})


def _no_truth(_asked: Asked) -> Answer | None:
    return None


RECORDS = (
    QuestionKind(
        name="text",
        title="Text",
        keys=(),
        mark=_mark,
        truth=_no_truth,
        slip_answers=no_slips,
    ),
)
