"""What the views of whole networks share: a setup computed in the background, and its verdict."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Generic, TypeVar, cast

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from desktop.desk.background_task import BackgroundTask
from desktop.foundation.plain_label import PlainLabel
from desktop.widgets.panels.page import tell

_Setup = TypeVar("_Setup")
_Result = TypeVar("_Result")


class SetupView(QWidget, Generic[_Setup, _Result]):
    """Shows the result of the newest setup; subclasses draw it in `_show` and lay themselves out.

    Signals:
        computed(result): The numbers of the newest setup are shown.
    """

    computed = Signal(object)

    def __init__(
        self, compute: Callable[[_Setup], Iterator[_Result | None]], parent: QWidget | None = None
    ) -> None:
        """Show nothing yet.

        Args:
            compute: Yields the result of a setup, off the interface's thread.
            parent: Its owner.
        """
        super().__init__(parent)
        self._compute = compute
        self._setup: _Setup | None = None
        self._result: _Result | None = None
        self._task = BackgroundTask(self)
        self._task.done.connect(self._on_done)
        self._task.refused.connect(lambda text: tell(self, text, "error"))
        self._verdict = PlainLabel(self)
        self._verdict.setWordWrap(True)

    @property
    def result(self) -> _Result | None:
        """What is drawn, None before the first."""
        return self._result

    @property
    def verdict(self) -> str:
        """The sentence on what was found."""
        return self._verdict.text()

    def show_setup(self, setup: _Setup) -> None:
        """Compute another setup in the background; the newest takes the place of those before."""
        if setup != self._setup:
            self._setup = setup
            self._task.submit(lambda: self._compute(setup))

    def _show(self, result: _Result) -> None:
        """Draw a result and write the verdict."""
        raise NotImplementedError

    def _on_done(self, result: object) -> None:
        if result is not None:
            self._result = cast(_Result, result)
            self._show(self._result)
            self.computed.emit(result)
