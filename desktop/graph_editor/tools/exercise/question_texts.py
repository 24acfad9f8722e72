"""What a question, a mark and a score are called, in the language of the interface."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from desktop.foundation.translation import filled, translate_engine
from engine.exercises.exercise import Exercise
from engine.exercises.marking import Mark, Verdict
from engine.exercises.progress import Score
from engine.exercises.question import Quantity, Question
from engine.explanation.symbols import spoken_name
from engine.formula.typed_value import TypedValue
from engine.graph.model import Graph, InputPort, NodeId

_LONGEST = 12


def node_name(graph: Graph, drawn: Graph, node: NodeId) -> str:
    """Return what a node is called now, and the sign of a gate, as ``q (×)``."""
    name, shown = _name(graph, drawn, node), drawn.nodes[node]
    return name if shown.is_source else f"{name} ({shown.record.symbol})"


def _name(graph: Graph, drawn: Graph, node: NodeId) -> str:
    return graph.names.get(node) or spoken_name(drawn, node)


def _end(exercise: Exercise, graph: Graph, port: InputPort) -> str:
    """Return what a gradient comes back from: of a gate that takes a node twice, which input."""
    drawn = exercise.drawn
    name = node_name(graph, drawn, port.node)
    if drawn.inputs_of(port.node).count(drawn.wires[port]) < 2:
        return name
    return f"{name}, {drawn.nodes[port.node].record.inputs[port.index]}"


def question_title(exercise: Exercise, graph: Graph, question: Question) -> str:
    """Return what is asked, such as “Gradient of x, back from ×”."""
    name = node_name(graph, exercise.drawn, question.node)
    if question.quantity is Quantity.VALUE:
        return filled(QCoreApplication.translate("Exercise", "Value of {0}"), name)
    if question.port is None:
        text = QCoreApplication.translate("Exercise", "Gradient of {0}: the sum over its branches")
        return filled(text, name)
    text = QCoreApplication.translate("Exercise", "Gradient of {0}, back from {1}")
    return filled(text, name, _end(exercise, graph, question.port))


def short_title(exercise: Exercise, graph: Graph, question: Question) -> str:
    """Return what is asked in signs: ``∂x ← q (×)``, the gradient of x back from the gate q."""
    if question.quantity is Quantity.VALUE:
        return node_name(graph, exercise.drawn, question.node)
    name = _name(graph, exercise.drawn, question.node)
    if question.port is None:
        return f"∂{name}  Σ"
    return f"∂{name} ← {_end(exercise, graph, question.port)}"


def mark_text(mark: Mark) -> str:
    """Return what a mark says in a sentence or two; of a wrong one, which slip it is."""
    if mark.verdict is Verdict.RIGHT:
        return QCoreApplication.translate("Exercise", "Right.")
    if mark.verdict is Verdict.FOLLOWS:
        return QCoreApplication.translate(
            "Exercise", "Right with your earlier number, which is wrong or rounded itself."
        )
    if mark.verdict is Verdict.NO_ATTEMPT:
        return QCoreApplication.translate(
            "Exercise", "Too short to tell: give at least two digits, such as 1.2 or 0.0012."
        )
    if mark.slip is None:
        return QCoreApplication.translate(
            "Exercise", "Not right, and none of the usual slips leads there."
        )
    return f"{translate_engine(mark.slip.title)}. {translate_engine(mark.slip.sentence)}"


def mark_title(mark: Mark) -> str:
    """Return what a mark says in a few words."""
    if mark.verdict is Verdict.RIGHT:
        return QCoreApplication.translate("Exercise", "right")
    if mark.verdict is Verdict.FOLLOWS:
        return QCoreApplication.translate("Exercise", "follows")
    if mark.verdict is Verdict.NO_ATTEMPT:
        return QCoreApplication.translate("Exercise", "too short")
    if mark.slip is None:
        return QCoreApplication.translate("Exercise", "wrong")
    return translate_engine(mark.slip.title)


def passing_text(count: int) -> str:
    """Return that a slip may still be right by accident at so many questions of fresh numbers."""
    if count == 1:
        return QCoreApplication.translate(
            "Exercise",
            "With all numbers that were tried, a usual slip is too close to the right answer of "
            "one question to be told from it.",
        )
    return filled(
        QCoreApplication.translate(
            "Exercise",
            "With all numbers that were tried, usual slips are too close to the right answers of "
            "{0} questions to be told from them.",
        ),
        count,
    )


def typed_text(typed: TypedValue) -> str:
    """Return a number as it was typed, with a true minus; empty where it is longer than a label."""
    is_short = typed.value.ndim == 0 and len(typed.text) <= _LONGEST
    return typed.text.replace("-", "−") if is_short else ""


def score_text(score: Score) -> str:
    """Return a score such as “5 of 8, 1 hint”; what did not happen is left out."""
    parts = [filled(QCoreApplication.translate("Exercise", "{0} of {1}"), score.right, score.total)]
    if score.hints == 1:
        parts.append(QCoreApplication.translate("Exercise", "1 hint"))
    elif score.hints:
        parts.append(filled(QCoreApplication.translate("Exercise", "{0} hints"), score.hints))
    if score.revealed:
        parts.append(filled(QCoreApplication.translate("Exercise", "{0} revealed"), score.revealed))
    if score.wrong:
        parts.append(filled(QCoreApplication.translate("Exercise", "{0} wrong"), score.wrong))
    return ", ".join(parts)
