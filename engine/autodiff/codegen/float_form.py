"""The float form: a small graph written out as one Python function on plain floats.

The source holds names that the compiler made up (``x0``, ``t17``) and numbers as ``repr`` writes
them; its operators come from the records' templates. No text of a person gets into it, which is
what makes it safe to run.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from engine.autodiff.codegen.lowering import Lowered, lower
from engine.autodiff.codegen.unrolling import single, unroll
from engine.autodiff.passes.influence import ignores_some
from engine.autodiff.passes.plan import Plan
from engine.autodiff.passes.reverse import backward_pass, forward_pass
from engine.autodiff.tapes.float_source import FLOAT_ERRORS, FloatSource
from engine.autodiff.tapes.tape import Tape
from engine.graph.model import NodeId
from engine.written_functions import make_function

# f(*floats) returns the value and the gradients.
ScalarFunction = Callable[..., tuple[float, tuple[float, ...]]]


# A longer sum would be too deep for Python's parser.
_MOST_WRITTEN_OUT = 64


def compile_scalar(
    plan: Plan, target: NodeId, changing: Sequence[NodeId], asked: Sequence[NodeId]
) -> ScalarFunction | None:
    """Compile a graph's value and gradients to one function on floats.

    Where floats raise and arrays would go on with inf or nan, the function runs the graph's own
    passes, so that it gives what they give. Elsewhere it agrees with them to a few units in the
    last place: Python's functions and NumPy's round differently, and sums may be in another order.

    Args:
        plan: The compiled graph; it may hold arrays as long as what changes and what is wanted
            are single numbers.
        target: The node whose value and gradients are wanted.
        changing: The sources that the function takes, in that order.
        asked: The sources whose gradients it returns; they must be among those that change.

    Returns:
        ``f(*floats) -> (value, gradients)``, which any number of threads may call; None where the
        graph's inputs or result are arrays, or an operation works on arrays only.

    Raises:
        EngineError: The target cannot be computed.

    Example:
        >>> from engine.autodiff.passes.plan import compile_plan
        >>> from engine.graph.builder import GraphBuilder
        >>> builder = GraphBuilder()
        >>> x = builder.source("input", 3.0, "x")
        >>> y = builder.gate("square", x)
        >>> function = compile_scalar(compile_plan(builder.build(y)), y, [x], [x])
        >>> function(5.0)
        (25.0, (10.0,))
    """
    lowered = lower(plan, target, changing, asked)
    otherwise = _by_passes(plan, target, changing, asked)
    return write_scalar(lowered, otherwise, is_guarded=ignores_some(plan))


def _guarded(gradients: Sequence[str]) -> list[str]:
    """Write that what was found is returned if all gradients are finite.

    A sum is finite only where all are, and only then is it 0 less than itself; one too large only
    costs another way to it. Written out it takes a third of what a call does.
    """
    is_short = 0 < len(gradients) <= _MOST_WRITTEN_OUT
    total = " + ".join(gradients) if is_short else "sum(found[1])"
    return [f"    total = {total}", "    if total - total == 0.0: return found"]


def write_scalar(
    lowered: Lowered, otherwise: ScalarFunction, *, is_guarded: bool = False
) -> ScalarFunction | None:
    """Write what was lowered as a function on floats; None where it cannot be.

    Args:
        lowered: Both passes of a graph.
        otherwise: What to call where floats raise.
        is_guarded: Whether to call it too where a gradient is not finite, since a gate may ignore
            what made it so.
    """
    if any(value.shape for value in (*lowered.inputs, lowered.value)):
        return None
    tape = Tape()
    names = [value.entry.detail for value in lowered.inputs]
    inputs = {name: single(tape.input(name)) for name in names}
    try:
        found = unroll(lowered.tape, (lowered.value, *lowered.gradients), inputs, tape)
        results = [element.item() for element in found]
        source = FloatSource(tape, results)
    except (TypeError, KeyError):
        return None
    value, *gradients = map(source.name, results)
    lines = [
        "try:",
        *(f"    {line}" for line in source.lines(0)),
        f"    found = {value}, ({''.join(name + ', ' for name in gradients)})",
        *(_guarded(gradients) if is_guarded else ["    return found"]),
        "except float_errors: pass",
        f"return otherwise({', '.join(names)})",
    ]
    meanings = {"sum": sum, "float_errors": FLOAT_ERRORS, "otherwise": otherwise}
    return make_function("value_and_gradients", names, lines, meanings)


def _by_passes(
    plan: Plan, target: NodeId, changing: Sequence[NodeId], asked: Sequence[NodeId]
) -> ScalarFunction:
    def run(*floats: float) -> tuple[float, tuple[float, ...]]:
        values = forward_pass(plan, dict(zip(changing, floats, strict=True)))
        gradients = backward_pass(plan, values, target).nodes
        return float(values[target]), tuple(float(gradients.get(node, 0.0)) for node in asked)

    return run
