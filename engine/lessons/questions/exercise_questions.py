"""Questions about a graph's numbers: marked by the exercises of the engine, which name slips."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from typing import Any

from engine.errors import EngineError, ValueFormatError
from engine.exercises.exercise import Exercise, make_exercise
from engine.exercises.known_numbers import shaped_like
from engine.exercises.marking import Mark, Verdict, mark
from engine.exercises.progress import Progress
from engine.exercises.question import Kind, Quantity, Question
from engine.exercises.rule import WrongNumber, judge
from engine.formula.typed_value import TypedValue
from engine.graph.model import NodeId
from engine.lessons.answer import Answer, Marked, Outcome, parts_of
from engine.lessons.facts import Fact
from engine.lessons.questions.asked import Asked, no_slips, one_text
from engine.lessons.questions.asked_graph import asked_graph, graph_facts
from engine.lessons.questions.keys import PUBLISHED, one_of, wanted
from engine.lessons.questions.question_kind import Key, QuestionKind
from engine.lessons.questions.rounding import typed_text
from engine.lessons.questions.typed_answers import read_answer
from engine.lessons.questions.typed_numbers import (
    in_shape,
    marked_by_rule,
    shown_text,
    slip_numbers,
    too_short,
)
from engine.quoting import brief, quote

_ALL = "all"
_SHOWN = "?"
# "gradient x = −4 #2": the question, what was typed, and at which try.
_BOX = re.compile(r"(.+?) = (.*?)(?: #([0-9]{1,4}))?", re.DOTALL)
_ARROW = " → "


def _read_of(name: str, value: Any) -> str:
    if not isinstance(value, str) or not value.strip():
        raise wanted(name, "the name of a node")
    return value


def _exercise(asked: Asked, kind: Kind) -> Exercise:
    return make_exercise(asked_graph(asked), kind)


def _find_value(exercise: Exercise, node: NodeId) -> Iterator[Question]:
    question = Question(Quantity.VALUE, node)
    if question in exercise.questions:
        yield question


def _find_gradient(exercise: Exercise, node: NodeId) -> Iterator[Question]:
    return exercise.of_gradient(node)


_FINDING: Mapping[Kind, Callable[[Exercise, NodeId], Iterator[Question]]] = {
    Kind.VALUES: _find_value,
    Kind.GRADIENTS: _find_gradient,
}


def _question(asked: Asked, kind: Kind) -> tuple[Exercise, Question]:
    """Return the question about the node that is named.

    Raises:
        EngineError: There is no such node (code ``ask_no_node``), or nothing to ask of it
            (``ask_nothing_of``).
    """
    exercise = _exercise(asked, kind)
    name = asked.arguments["of"]
    node = next((node for node, own in exercise.drawn.names.items() if own == name), None)
    if node is None:
        raise EngineError(
            "ask_no_node", f"The graph has no node “{quote(name)}”.", name=quote(name)
        )
    question = next(_FINDING[kind](exercise, node), None)
    if question is None:
        raise EngineError(
            "ask_nothing_of",
            f"Of “{quote(name)}” nothing can be asked: its number is given.",
            name=quote(name),
        )
    return exercise, question


def _mark_one(kind: Kind) -> Callable[[Asked, Answer], Marked]:
    def mark_one(asked: Asked, answer: Answer) -> Marked:
        exercise, question = _question(asked, kind)
        truth = exercise.expected(question)
        typed = in_shape(read_answer(one_text(answer)), truth)
        slips = list(asked.slip_arrays())
        wrong = [WrongNumber(number) for _, number in slips]
        judged = judge(typed, truth, noise=exercise.noise(question), slips=wrong)
        own = marked_by_rule(typed, judged, [slip.name for slip, _ in slips])
        found = mark(exercise, question, typed)
        if found.verdict is not Verdict.WRONG:
            return own
        # What the engine names is wrong, though a single digit would not tell.
        return Marked(
            Outcome.WRONG,
            own.repeated,
            slip=own.slip,
            engine_slip=_slip_name(found),
            facts=own.facts,
        )

    return mark_one


def _slip_name(found: Mark) -> str:
    return "" if found.slip is None else found.slip.name


def _true_one(kind: Kind) -> Callable[[Asked], Answer]:
    def truth(asked: Asked) -> Answer:
        exercise, question = _question(asked, kind)
        return typed_text(exercise.expected(question), exercise.noise(question))

    return truth


def question_names(exercise: Exercise) -> Mapping[str, Question]:
    """Return the questions of an exercise by the names under which answers are kept.

    A value is ``value q``, the gradient on the only wire of a node ``gradient q``, that on one of
    several ``gradient b → c.1`` with the gate and the place of its input, and their sum
    ``gradient b``.
    """
    return {_question_name(exercise, question): question for question in exercise.questions}


def _question_name(exercise: Exercise, question: Question) -> str:
    names = exercise.drawn.names
    own = f"{'value' if question.quantity is Quantity.VALUE else 'gradient'} {names[question.node]}"
    port = question.port
    if port is None or len(exercise.branches[question.node]) == 1:
        return own
    return f"{own}{_ARROW}{names[port.node]}.{port.index + 1}"


def canvas_answer(exercise: Exercise, progress: Progress) -> tuple[str, ...]:
    """Return the boxes of an exercise as they are kept and marked again.

    Args:
        exercise: The exercise on the canvas.
        progress: How far it is; what is answered and not marked yet is left out.

    Example:
        >>> from engine.formula.parser import parse_formula
        >>> exercise = make_exercise(parse_formula("x * y"), Kind.VALUES)
        >>> typed = read_answer("1.0")
        >>> done = Progress().answered(exercise, exercise.questions[0], typed).marked(exercise)
        >>> canvas_answer(exercise, done)
        ('value f = 1.0',)
    """
    boxes = []
    for name, question in question_names(exercise).items():
        if question in progress.revealed:
            boxes.append(f"{name} = {_SHOWN}")
        elif question in progress.marks:
            tries = progress.tries.get(question, 1)
            suffix = f" #{tries}" if tries > 1 else ""
            boxes.append(f"{name} = {progress.marks[question].typed.text}{suffix}")
    return tuple(boxes)


def _mark_canvas(asked: Asked, answer: Answer) -> Marked:
    exercise = _exercise(asked, _hides(asked))
    boxes = _boxes(exercise, parts_of(answer))
    marks: dict[Question, Mark] = {}
    tries: dict[Question, int] = {}
    shown: set[Question] = set()
    for question, typed, at in boxes:
        tries[question] = max(at, tries.get(question, 0) + 1)
        if typed is None:
            shown.add(question)
        else:
            marks[question] = mark(exercise, question, typed, marks)
    return _canvas_marked(asked, exercise, marks, tries, shown)


def _canvas_marked(
    asked: Asked,
    exercise: Exercise,
    marks: Mapping[Question, Mark],
    tries: Mapping[Question, int],
    shown: set[Question],
) -> Marked:
    right = [key for key, item in marks.items() if item.verdict.is_right and key not in shown]
    wrong = [item for item in marks.values() if item.verdict is Verdict.WRONG]
    short = [item for item in marks.values() if item.verdict is Verdict.NO_ATTEMPT]
    first = sum(tries[question] == 1 for question in right)
    total = len(exercise.questions)
    names = {question: name for name, question in question_names(exercise).items()}
    repeated = "; ".join(
        f"{names[key]} = {shown_text(item.typed.text)}" for key, item in marks.items()
    )
    facts: dict[str, Fact] = {
        "boxes_right": float(len(right)),
        "boxes_wrong": float(len(wrong)),
        "boxes_first": float(first),
        "boxes_shown": float(len(shown)),
        "boxes_total": float(total),
        "wrong_boxes": tuple(names[item.question] for item in wrong),
    }
    wanted_right, wanted_first = _pass(asked, total)
    if len(right) >= wanted_right and first >= wanted_first:
        return Marked(Outcome.RIGHT, repeated, facts=facts)
    slip = next((name for item in wrong if (name := _slip_name(item))), "")
    if wrong:
        return Marked(Outcome.WRONG, repeated, engine_slip=slip, facts=facts)
    if short:
        raise too_short(short[0].typed.text)
    if len(marks) + len(shown - marks.keys()) < total and len(right) < wanted_right:
        raise ValueFormatError(
            "answer_boxes",
            f"Of {total} boxes {total - len(right)} are still open.",
            count=total,
            left=total - len(right),
        )
    # Everything is answered in the end, with help or after too many tries.
    return Marked(Outcome.WRONG, repeated, facts=facts)


def _boxes(
    exercise: Exercise, texts: tuple[str, ...]
) -> Iterator[tuple[Question, TypedValue | None, int]]:
    """Read boxes: the question, what was typed (None where it was shown), and at which try."""
    names = question_names(exercise)
    for text in texts:
        match = _BOX.fullmatch(text.strip())
        question = None if match is None else names.get(match[1].strip())
        if match is None or question is None:
            raise ValueFormatError(
                "answer_box",
                f"“{brief(text)}” is no answer to a box of this graph.",
                text=brief(text),
            )
        at = int(match[3] or 1)
        if match[2].strip() == _SHOWN:
            yield question, None, at
        else:
            expected = exercise.expected(question)
            yield question, shaped_like(read_answer(match[2]), expected), at


def _true_boxes(asked: Asked) -> Answer:
    exercise = _exercise(asked, _hides(asked))
    return tuple(
        f"{name} = {typed_text(exercise.expected(question), exercise.noise(question))}"
        for name, question in question_names(exercise).items()
    )


def _hides(asked: Asked) -> Kind:
    return Kind(asked.arguments.get("hides", Kind.GRADIENTS.value))


def _pass(asked: Asked, total: int) -> tuple[int, int]:
    """Return how many boxes are to be right, and how many of them at the first try."""
    rule = asked.arguments.get("pass", {})
    counts = [rule.get("right", _ALL), rule.get("first_try", 0)]
    right, first = (total if count == _ALL else min(count, total) for count in counts)
    return right, first


def _read_pass(name: str, value: Any) -> Mapping[str, int | str]:
    if not isinstance(value, dict) or not value or value.keys() - {"right", "first_try"}:
        raise wanted(name, 'how many must be right: { right = "all", first_try = 4 }')
    for key, count in value.items():
        is_count = type(count) is int and count >= 0
        if not is_count and count != _ALL:
            raise wanted(f"{name}.{key}", f"a whole number or “{_ALL}”")
    return dict(value)


_KINDS = tuple(kind.value for kind in Kind)

RECORDS = (
    *(
        QuestionKind(
            name=name,
            title=title,
            keys=(Key("of", _read_of, is_needed=True), PUBLISHED),
            mark=_mark_one(kind),
            truth=_true_one(kind),
            slip_answers=slip_numbers,
            more_facts=graph_facts,
        )
        for name, title, kind in (
            ("gradient", "Gradient of a node", Kind.GRADIENTS),
            ("value", "Value of a node", Kind.VALUES),
        )
    ),
    QuestionKind(
        name="canvas",
        title="Boxes on the canvas",
        keys=(Key("hides", one_of(*_KINDS)), Key("pass", _read_pass), PUBLISHED),
        mark=_mark_canvas,
        truth=_true_boxes,
        slip_answers=no_slips,
        empty=(),
        more_facts=graph_facts,
    ),
)
