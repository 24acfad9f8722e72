"""What is said of an answer: why it is right or not."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication

from desktop.foundation.translation import error_sentence, filled, translate_engine
from desktop.lessons.words.words_shown import filled_text
from desktop.widgets.rich_text.markdown_escape import as_markdown
from engine.exercises.slips.catalog import SLIPS
from engine.lessons.answer import Answer, Marked, Outcome
from engine.lessons.facts import Facts
from engine.lessons.lesson import StepWords


@dataclass(frozen=True)
class Verdict:
    """What is said of an answer.

    Attributes:
        marked: Its mark.
        why: Why, in Markdown; empty for nothing.
        answer: The answer.
    """

    marked: Marked
    why: str
    answer: Answer

    __hash__ = None  # type: ignore[assignment]  # the mark may hold arrays


def why(marked: Marked, words: StepWords, facts: Facts, *, is_over: bool, code: str = "") -> str:
    """Return why an answer is right or not, in Markdown with its blanks filled.

    Args:
        marked: The answer's mark.
        words: What the step says, blanks as they stand.
        facts: What is known, the facts of the answer among them.
        is_over: Whether nothing is to be done any more: what is said of a prediction tells what
            came of it, so it waits until that is seen.
        code: The language of the words; empty for the interface's.
    """
    if marked.is_right:
        return filled_text(words.right, facts, code) if is_over else ""
    if marked.outcome is Outcome.NO_ATTEMPT:
        # It quotes what was typed, whose signs are no Markdown.
        return "" if marked.fault is None else as_markdown(error_sentence(marked.fault))
    if marked.slip in words.slips:
        return filled_text(words.slips[marked.slip], facts, code)
    slip = SLIPS.find(marked.engine_slip) if marked.engine_slip else None
    if slip is not None:
        return translate_engine(slip.sentence)
    return _why_boxes(marked.facts) or _where(marked.facts)


def _where(facts: Facts) -> str:
    """Say which numbers of a table or a matrix are wrong; empty for any other answer."""
    places = facts.get("wrong_places")
    if not isinstance(places, tuple) or not places:
        return ""
    return filled(
        QCoreApplication.translate("Verdicts", "Not right yet: {0}."),
        "; ".join(map(_place, places)),
    )


def _place(place: str) -> str:
    row, _, column = place.partition(".")
    if column == "0":
        return filled(QCoreApplication.translate("Verdicts", "row {0}"), row)
    return filled(QCoreApplication.translate("Verdicts", "row {0}, column {1}"), row, column)


def _why_boxes(facts: Facts) -> str:
    """Say what boxes that are all right in the end still lack; empty for any other answer."""
    total = facts.get("boxes_total")
    if not isinstance(total, float) or facts.get("boxes_right") != total:
        return ""
    sentence = QCoreApplication.translate(
        "Verdicts",
        "All boxes are right now, {0} of {1} of them at the first try. To do it on your own, "
        "begin this step anew in the menu ⋯ above: it then has other numbers.",
    )
    return filled(sentence, int(float(str(facts["boxes_first"]))), int(total))
