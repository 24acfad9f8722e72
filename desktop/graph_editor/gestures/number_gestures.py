"""What a press on a number does: a value is scrubbed, any other number opened."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication, Qt

from desktop.graph_editor.gestures.gesture import Canvas, Gesture, Pointer
from engine import ranges
from engine.arrays import as_array
from engine.drawing.drawing import Drawing
from engine.explanation.number_arithmetic import NumberPlace
from engine.graph.model import NodeId

# One pixel changes a number of ordinary size by this much; Shift is ten times finer, Ctrl coarser.
STEP_PER_PIXEL = 0.05
_FINE, _COARSE = 0.1, 10.0


class ScrubGesture(Gesture):
    """Changes a source's number relative to where the drag began; a click opens it for typing."""

    def __init__(self, canvas: Canvas, start: Pointer, node_id: NodeId) -> None:
        super().__init__(canvas, start)
        self._node = node_id
        self._before: Drawing = canvas.document.drawing
        value = canvas.document.graph.nodes[node_id].value
        self._number = float(value) if value is not None and value.ndim == 0 else None
        self._x = start.view.x()
        self._is_dragging = False
        self._step = _step_of(self._number or 0.0)
        canvas.select({node_id})

    def move(self, pointer: Pointer) -> None:
        """Change the number by the way since the last move, and recompute."""
        if self._number is None:
            return
        if not self._is_dragging:
            if not pointer.is_dragged_from(self.start):
                return
            self._is_dragging = True
            self._x = pointer.view.x()
            self.canvas.show_hint(
                QCoreApplication.translate("ScrubGesture", "Shift: finer · Ctrl: coarser")
            )
        step = self._step
        if pointer.holds(Qt.KeyboardModifier.ShiftModifier):
            step *= _FINE
        elif pointer.holds(Qt.KeyboardModifier.ControlModifier):
            step *= _COARSE
        self._number = ranges.finite(self._number + (pointer.view.x() - self._x) * step)
        self._x = pointer.view.x()
        # Rounded to the step, so that what is read is what is computed with.
        shown = round(self._number, _decimals(step))
        self.canvas.document.set_value(self._node, as_array(shown), self.step_key)

    def finish(self, pointer: Pointer) -> None:
        """Keep the number; a click opens it for typing."""
        self.canvas.show_hint("")
        if not self._is_dragging:
            self.canvas.edit_value(self._node)

    def cancel(self) -> None:
        """Take the change back; the step of the gesture then vanishes."""
        self.canvas.show_hint("")
        if self._is_dragging:
            self.canvas.document.push("", self._before, self.step_key)


def _step_of(number: float) -> float:
    """Return the change to a pixel for a number: the same share of any large one."""
    if abs(number) < 100:
        return STEP_PER_PIXEL
    return STEP_PER_PIXEL * ranges.power_of_ten(ranges.decade(abs(number)) - 1)


def _decimals(step: float) -> int:
    return max(0, 1 - ranges.decade(step))


class NumberGesture(Gesture):
    """A click opens the number. Numbers are in nobody's way: a drag goes to what is behind it."""

    def __init__(
        self,
        canvas: Canvas,
        start: Pointer,
        number: NumberPlace,
        behind: Callable[[Canvas, Pointer], Gesture],
    ) -> None:
        super().__init__(canvas, start)
        self._number = number
        self._make_behind = behind
        self._behind: Gesture | None = None

    def move(self, pointer: Pointer) -> None:
        """Become the gesture behind the number once the hand really moves."""
        if self._behind is None and pointer.is_dragged_from(self.start):
            self._behind = self._make_behind(self.canvas, self.start)
        if self._behind is not None:
            self._behind.move(pointer)

    def finish(self, pointer: Pointer) -> None:
        """Open the number, or end the drag."""
        if self._behind is None:
            self.canvas.open_number(self._number)
        else:
            self._behind.finish(pointer)

    def cancel(self) -> None:
        """End as if nothing had been done."""
        if self._behind is not None:
            self._behind.cancel()
