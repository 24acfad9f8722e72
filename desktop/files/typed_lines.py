"""Lines on a page whose text is no part of the work before Enter, and is not to be lost either."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from PySide6.QtCore import QObject, Signal, SignalInstance

from desktop.foundation.settings import TYPED, Settings


@dataclass(frozen=True)
class TypedLine:
    """A line in which something is typed until Enter.

    Attributes:
        read: Returns what is typed there and not entered; None or nothing for none.
        show: Types a text there, without entering it.
    """

    read: Callable[[], str | None]
    show: Callable[[str], None]


class TypedLines(QObject):
    """Knows what is typed on a page and not entered.

    Signals:
        changed(): Something else may be typed.
    """

    changed = Signal()

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._lines: dict[str, TypedLine] = {}
        self._is_resting = False

    def follow(self, key: str, line: TypedLine, changed: SignalInstance) -> None:
        """Follow a line.

        Args:
            key: What it is called where its text is kept, one for each line of the program.
            line: The line.
            changed: Is emitted when its text changes.
        """
        self._lines[key] = line
        changed.connect(lambda *_: self.changed.emit())

    @property
    def texts(self) -> Mapping[str, str]:
        """What is typed and not entered, by the keys of the lines; nothing while it rests."""
        if self._is_resting:
            return {}
        read = {key: line.read() for key, line in self._lines.items()}
        return {key: text for key, text in read.items() if text and text.strip()}

    def show(self, texts: Mapping[str, str]) -> None:
        """Type again what was typed; what is typed by now stays."""
        for key, text in texts.items():
            if key in self._lines and key not in self.texts:
                self._lines[key].show(text)
        self.changed.emit()

    def rest(self, is_resting: bool) -> None:
        """Tell of nothing while the page is lent, or again."""
        self._is_resting = is_resting

    def unkept(self, settings: Settings) -> Mapping[str, str]:
        """Return what is typed and would not stand there at the next start."""
        kept = settings.get(TYPED)
        return {key: text for key, text in self.texts.items() if kept.get(key) != text}

    def keep(self, settings: Settings) -> None:
        """Keep what is typed for the next start, and nothing that was typed before."""
        others = {key: text for key, text in settings.get(TYPED).items() if key not in self._lines}
        kept = others | dict(self.texts)
        if kept != settings.get(TYPED):
            settings.set(TYPED, kept)

    def forget(self, settings: Settings) -> None:
        """Keep nothing of these lines for the next start."""
        kept = {key: text for key, text in settings.get(TYPED).items() if key not in self._lines}
        if kept != settings.get(TYPED):
            settings.set(TYPED, kept)

    def bring_back(self, settings: Settings) -> None:
        """Type again what was kept when the program closed; from now on it is in the copies."""
        kept = settings.get(TYPED)
        mine = {key: text for key, text in kept.items() if key in self._lines}
        if mine and not self._is_resting:
            self.show(mine)
            self.forget(settings)
