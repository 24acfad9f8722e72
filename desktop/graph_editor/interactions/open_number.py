"""Opening a number into its arithmetic by a click; a drag does what lies under the number."""

from __future__ import annotations

from collections.abc import Callable

from desktop.graph_editor.interactions.gesture import Canvas, Gesture, Pointer
from engine.explanation.number_arithmetic import NumberPlace


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
