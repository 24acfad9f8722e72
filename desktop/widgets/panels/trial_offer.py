"""An offer that is made once it was tried out beside the interface and seen to help."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from desktop.desk.background_task import BackgroundTask
from desktop.desk.settling import Delay
from desktop.foundation.plain_label import PlainLabel
from desktop.foundation.plain_text import plain


class TrialOffer(QWidget):
    """Words, and a button that stops the trying and afterwards takes what helped.

    Whoever offers something writes `take_answer` and `take_stop`, and asks with `try_out`.

    Signals:
        wanted(offered: object): The user takes what is offered.
    """

    wanted = Signal(object)

    def __init__(self, parent: QWidget | None = None, *, wait_ms: int = 0) -> None:
        """Offer nothing yet.

        Args:
            parent: Where it stands.
            wait_ms: How long to wait before trying: who asks for something else is tried nothing.
        """
        super().__init__(parent)
        self._make: Callable[[], object] | None = None
        self._offered: object = None
        self.words = PlainLabel(self)
        self.words.setWordWrap(True)
        self.words.setProperty("kind", "muted")
        self.button = QPushButton(self)
        self.button.clicked.connect(self._on_clicked)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.words)
        column.addWidget(self.button)
        self._wait = Delay(wait_ms, self._begin, self)
        self._task = BackgroundTask(self)
        self._task.done.connect(self._on_done)
        self.hide()

    @property
    def is_trying(self) -> bool:
        """Whether something is being tried, or soon will be."""
        return self._make is not None

    def try_out(self, make: Callable[[], object], trying: str, stop: str, tip: str) -> None:
        """Try something instead of what is tried now.

        Args:
            make: Tries it on another thread, as a computation of a `BackgroundTask`.
            trying: What is said meanwhile.
            stop: What the button says meanwhile.
            tip: What is told of that button.
        """
        self.give_up()
        self._make = make
        self._show(trying, stop, tip)
        self._wait.start()

    def give_up(self) -> None:
        """Try no more; what runs ends its step without anybody waiting for it."""
        self._make = None
        self._wait.stop()
        self._task.give_up()

    def offer(self, words: str, text: str = "", tip: str = "", offered: object = None) -> None:
        """Say what came of it, with a button for what is offered, if anything is."""
        self._offered = offered
        self._show(words, text, tip)

    def take_answer(self, answer: object) -> None:
        """Offer what was found by trying."""
        raise NotImplementedError

    def take_stop(self) -> None:
        """Say, or show, that the user has stopped the trying."""
        raise NotImplementedError

    def _show(self, words: str, text: str, tip: str) -> None:
        self.words.setText(words)
        self.button.setVisible(bool(text))
        self.button.setText(text)
        self.button.setToolTip(plain(tip))
        self.show()

    def _begin(self) -> None:
        if self._make is not None:
            self._task.submit(self._make)

    def _on_done(self, answer: object) -> None:
        self._make = None
        self.take_answer(answer)

    def _on_clicked(self) -> None:
        if self.is_trying:
            self.give_up()
            self.take_stop()
        elif self._offered is not None:
            self.wanted.emit(self._offered)
