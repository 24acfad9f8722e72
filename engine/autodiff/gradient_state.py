"""Whether a node has a gradient, and if not, why: "not computed" is never 0."""

from __future__ import annotations

from enum import Enum

from engine.autodiff.evaluation import Evaluation
from engine.graph.model import NodeId
from engine.graph.topology import ancestors


class GradientState(Enum):
    """What is known of a node's gradient; ``sentence`` says it to a learner."""

    COMPUTED = ("computed", "The gradient is computed; it may well be 0.")
    CONSTANT = ("constant", "No gradient is computed for what is constant.")
    UNRELATED = ("unrelated", "The result does not depend on this node.")
    UNFINISHED = ("unfinished", "There is no gradient while the graph is not finished.")

    def __init__(self, key: str, sentence: str) -> None:
        self.key = key
        self.sentence = sentence


def gradient_state(evaluation: Evaluation, node: NodeId) -> GradientState:
    """Return whether a node's gradient is computed, and why if it is not."""
    plan, target = evaluation.plan, evaluation.target
    if node in evaluation.gradients.nodes:
        return GradientState.COMPUTED
    if target not in plan.shapes or node not in plan.shapes:
        return GradientState.UNFINISHED
    assert target is not None
    if node == target or node in ancestors(plan.graph, target):
        return GradientState.CONSTANT
    return GradientState.UNRELATED
