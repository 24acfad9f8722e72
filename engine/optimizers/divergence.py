"""Divergence: where a run stopped being a descent, and the sentence that names the cause."""

from __future__ import annotations

import numpy as np

from engine import ranges
from engine.arrays import Array
from engine.errors import DivergenceError
from engine.optimizers.run import Run
from engine.optimizers.trajectory import Ending, Trajectory
from engine.quoting import written

# A loss this many times the start's never comes back in practice, while a run with momentum may
# well climb a steep wall a hundred times higher and return.
HOPELESS_GROWTH = 1e6
# Once hopeless, the run is said to have diverged where the loss last rose past this.
NOTICEABLE_GROWTH = 10.0
# No function's steps overflow at a point nearer to 0 than this: it has no value there.
_NEAR = 1e50


# Left, right, bottom and top of a rectangle in the plane.
Fence = tuple[float, float, float, float]


def finish(
    run: Run, points: Array, losses: Array, gradients: Array, fence: Fence | None = None
) -> Trajectory:
    """Make a trajectory of a run's raw numbers, cut where it diverged or left.

    Args:
        run: The optimizer and its settings.
        points: Shape (n + 1, 2); the last ones may be huge or not finite.
        losses: Shape (n + 1,), the loss at each of them.
        gradients: Shape (n, 2), the gradient of each step.
        fence: Where a run that still goes downhill counts as gone, on a surface without a bottom.
    """
    # A function may have a value where the point is none, as NaN⁰ = 1 and 1/∞ = 0.
    losses = np.where(np.isfinite(points).all(axis=1), losses, np.nan)
    diverged, left = _diverged_at(losses), _left_at(points, fence)
    if left is not None and (diverged is None or left <= diverged):
        if losses[left] > losses[0] or np.isnan(losses[left]):
            diverged, left = left, None
        else:
            diverged = None
    if diverged is not None:
        cause = _divergence(diverged, run, points, losses, gradients)
        # The point at which the loss overflowed cannot be drawn, the one before it can.
        kept = diverged if np.isfinite(losses[diverged]) else max(diverged - 1, 0)
        return _cut(run, points, losses, gradients, kept, Ending.DIVERGED, diverged, cause)
    if left is not None:
        cause = DivergenceError(
            "left_downhill",
            f"step {left}: left the picture downhill; this surface has no lowest point",
            step=left,
        )
        return _cut(run, points, losses, gradients, left, Ending.LEFT, left, cause)
    return _cut(run, points, losses, gradients, len(points) - 1, Ending.STEPS_DONE, None, None)


def _diverged_at(losses: Array) -> int | None:
    """Return the step from which the loss stayed noticeably above the start until hopeless.

    From a start without a loss no step leads anywhere.
    """
    if not np.isfinite(losses[0]):
        return 0
    scale = max(abs(float(losses[0])), 1.0)
    hopeless = np.flatnonzero(~(losses <= ranges.finite(HOPELESS_GROWTH * scale)))
    if not len(hopeless):
        return None
    calm = np.flatnonzero(losses[: hopeless[0]] <= ranges.finite(NOTICEABLE_GROWTH * scale))
    return int(calm[-1]) + 1 if len(calm) else int(hopeless[0])


def _left_at(points: Array, fence: Fence | None) -> int | None:
    if fence is None:
        return None
    x, y = points[:, 0], points[:, 1]
    left, right, bottom, top = fence
    inside = (x >= left) & (x <= right) & (y >= bottom) & (y <= top)
    outside = np.flatnonzero(~inside)
    return int(outside[0]) if len(outside) else None


def _divergence(
    step: int, run: Run, points: Array, losses: Array, gradients: Array
) -> DivergenceError:
    """Name the cause: the rate, the step, and how far the loss grew, or where there is none."""
    before, after = float(losses[0]), float(losses[step])
    if not np.isfinite(before):
        return _no_start(before, points[0])
    if np.isnan(after) and float(np.abs(points[step]).max()) < _NEAR:
        x, y = (f"{place:.3g}" for place in points[step].tolist())
        sentence = f"step {step}: the step led to ({x}, {y}), where the function has no value"
        return DivergenceError("left_domain", sentence, step=step, x=x, y=y)
    if step and not np.isfinite(gradients[step - 1]).all():
        x, y = (f"{place:.3g}" for place in points[step - 1].tolist())
        sentence = f"step {step}: the slope at ({x}, {y}) is not finite"
        return DivergenceError("descent_slope_not_finite", sentence, step=step, x=x, y=y)
    if not np.isfinite(points[step]).all():
        rate = written(run.settings["learning_rate"])
        sentence = (
            f"step {step}: the learning rate {rate} is too large, the step was longer than "
            "1.8·10³⁰⁸, the largest number"
        )
        return DivergenceError("step_beyond", sentence, step=step, rate=rate)
    return too_large_rate(step, run.settings["learning_rate"], before, after)


def too_large_rate(step: int, rate: float, before: float, after: float) -> DivergenceError:
    """Say how far the loss grew at a learning rate.

    Which rate would do is told by who tried it (``engine.optimizers.calmer``) and not guessed here.

    Args:
        step: The step at which it was too large.
        rate: The learning rate.
        before: The loss at the start.
        after: The loss after that step; infinite where it is beyond all numbers.
    """
    said = written(rate)
    opening, advice = f"step {step}: the learning rate {said} is too large", "try a smaller one"
    if not np.isfinite(after):
        sentence = f"{opening}, the loss grew beyond 1.8·10³⁰⁸, the largest number"
        return DivergenceError("diverged_beyond", f"{sentence}; {advice}", step=step, rate=said)
    if before <= 0.0:
        return DivergenceError(
            "diverged_rise",
            f"{opening}, the loss rose from {before:.3g} to {after:.3g}; {advice}",
            step=step,
            before=f"{before:.3g}",
            after=f"{after:.3g}",
            rate=said,
        )
    growth = growth_between(before, after)
    sentence = f"{opening}, the loss grew {growth}×"
    return DivergenceError(
        "diverged_growth", f"{sentence}; {advice}", step=step, growth=growth, rate=said
    )


def calmer_rate(rate: float) -> float:
    """Return the rate that is tried where one is too large: a tenth of it.

    Example:
        >>> calmer_rate(0.25)
        0.025
    """
    return float(f"{rate / 10.0:.12g}")


def _no_start(loss: float, start: Array) -> DivergenceError:
    """Say why nothing can go down from a start."""
    x, y = (f"{place:.3g}" for place in start.tolist())
    if np.isnan(loss):
        sentence = f"the function has no value at the start ({x}, {y})"
        return DivergenceError("start_without_value", sentence, x=x, y=y)
    sentence = f"the value at the start ({x}, {y}) lies beyond ±1.8·10³⁰⁸, the largest numbers"
    return DivergenceError("start_beyond", sentence, x=x, y=y)


def growth_between(before: float, after: float) -> str:
    """Write how many times as large a number has become, by size alone where that is no number."""
    factor = after / before
    if np.isinf(factor):
        return f"1e{ranges.decade(after) - ranges.decade(before)}"
    return growth_text(factor)


def growth_text(factor: float) -> str:
    """Write a factor of growth for people: ``1.4``, ``40``, ``1,200``, ``3e9``."""
    if factor < 10.0:
        return f"{factor:.1f}"
    if factor < 1e6:
        return f"{factor:,.0f}"
    return f"{factor:.0e}".replace("e+0", "e").replace("e+", "e")


def _cut(
    run: Run,
    points: Array,
    losses: Array,
    gradients: Array,
    steps: int,
    ending: Ending,
    ended_at: int | None,
    cause: DivergenceError | None,
) -> Trajectory:
    """Keep the first steps, read-only, since a trajectory is a value."""
    kept = [points[: steps + 1].copy(), losses[: steps + 1].copy(), gradients[:steps].copy()]
    for array in kept:
        array.setflags(write=False)
    return Trajectory(run, kept[0], kept[1], kept[2], ending, ended_at, cause)
