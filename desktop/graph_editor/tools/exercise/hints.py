"""Hints for a question, one after the other: the rule, its formula, and the numbers put in."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication

from desktop.foundation.translation import filled, translate_engine
from desktop.graph_editor.tools.exercise.question_texts import question_title
from engine.autodiff.passes.reverse import Gradients
from engine.exercises.exercise import Exercise
from engine.exercises.progress import Progress
from engine.exercises.question import Quantity, Question
from engine.explanation.chain import links, without_result
from engine.explanation.gate_arithmetic import GateArithmetic, branch_sum
from engine.explanation.number_latex import Ink
from engine.graph.model import Graph
from engine.quoting import sentence_case

MOST_HINTS = 3


@dataclass(frozen=True)
class Hint:
    """What the hints taken so far say: sentences, and formulas in LaTeX."""

    sentences: tuple[str, ...] = ()
    formulas: tuple[str, ...] = ()


def hint(
    exercise: Exercise, progress: Progress, question: Question, graph: Graph, ink: Ink
) -> Hint:
    """Return what was told about a question so far.

    Args:
        exercise: The exercise.
        progress: How many hints were taken, and what is known.
        question: What is asked.
        graph: The document's graph, for its names.
        ink: How numbers are written.
    """
    level = progress.hints.get(question, 0)
    if level == 0:
        return Hint()
    sentences = [_rule(exercise, question)]
    symbols, numbers = _formulas(exercise, question, ink)
    formulas = [symbols] if level > 1 else []
    if level >= MOST_HINTS:
        missing = [other for other in exercise.questions if other in exercise.needs(question)]
        missing = [other for other in missing if not progress.is_done(other)]
        if missing:
            text = QCoreApplication.translate("Exercise", "Find this first: {0}.")
            sentences.append(filled(text, question_title(exercise, graph, missing[0])))
        else:
            formulas.append(numbers)
    return Hint(tuple(sentences), tuple(line for line in formulas if line))


def _rule(exercise: Exercise, question: Question) -> str:
    if question.gate is None:
        return QCoreApplication.translate(
            "Exercise", "A value that feeds several gates adds up the gradients that come back."
        )
    record = exercise.drawn.nodes[question.gate].record
    if question.quantity is Quantity.VALUE:
        return translate_engine(record.summary)
    title = sentence_case(translate_engine(record.role.title))
    return f"{title}: {translate_engine(record.role.sentence)}"


def _formulas(exercise: Exercise, question: Question, ink: Ink) -> tuple[str, str]:
    """Return the formula in symbols, and with the numbers but without its result."""
    gradients = exercise.evaluation.gradients
    if question.gate is None:
        rest = {key: value for key, value in gradients.nodes.items() if key != question.node}
        known = Gradients(rest, gradients.wires)
        left, *sum_of = links(branch_sum(exercise.drawn, question.node, known, ink))
        return left, " ".join(sum_of)
    values = exercise.evaluation.values
    arithmetic = GateArithmetic(exercise.drawn, question.gate, values, gradients, ink)
    if question.port is None:
        forward = arithmetic.forward()
        return forward.symbols, without_result(forward.numbers)
    sent = [
        index
        for index in range(exercise.drawn.nodes[question.gate].record.arity)
        if (port := type(question.port)(question.gate, index)) in gradients.wires
        and exercise.drawn.wires.get(port) is not None
    ]
    backward = arithmetic.backward()[sent.index(question.port.index)]
    return backward.symbols, without_result(backward.numbers)
