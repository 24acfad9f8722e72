"""What helps while a formula is typed: names that begin so, and the formula as it is understood."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QListWidgetItem, QWidget

from desktop.desk.background_task import BackgroundTask
from desktop.desk.settling import Delay
from desktop.foundation.theme import theme
from desktop.foundation.translation import filled, translate_engine
from desktop.widgets.formula_entry.field_card import FieldCard
from desktop.widgets.formula_entry.formula_edit import FormulaEdit
from desktop.widgets.formula_entry.proposal_list import spoken
from desktop.widgets.formula_entry.typed_picture import TypedPicture, picture_of
from engine.formula.completion import Proposal, call_at, completion_at, defined_names
from engine.operations.operation import Operation

_READING_DELAY_MS = 160
# A longer text is not read while one types.
_MOST_READ = 4_000
_STEPS = (Qt.Key.Key_Down, Qt.Key.Key_Up, Qt.Key.Key_PageDown, Qt.Key.Key_PageUp)
_TAKES = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Tab)
_CALLABLE = "()"


@dataclass(frozen=True)
class TypingContext:
    """What a field knows while one types in it.

    Attributes:
        names: The names of values that may be meant.
        read: Returns the LaTeX of a text, on another thread, or raises what is wrong with it; None
            where the formula is shown elsewhere.
        fits: Tells whether a function may stand there.
    """

    names: tuple[str, ...] = ()
    read: Callable[[str], str] | None = None
    fits: Callable[[Operation], bool] = lambda _operation: True


class TypingHelp(QObject):
    """Watches a field; what it shows is made when something is first typed there."""

    def __init__(
        self,
        edit: FormulaEdit,
        context: Callable[[], TypingContext],
        anchor: QWidget | None = None,
    ) -> None:
        """Begin to watch.

        Args:
            edit: The field.
            context: Returns what is known when it is needed.
            anchor: What is read while one types, and so never hidden; the field by default.
        """
        super().__init__(edit)
        self._edit, self._context = edit, context
        self._anchor = anchor if anchor is not None else edit
        self._made: FieldCard | None = None
        self._delay = Delay(_READING_DELAY_MS, self._read, self)
        self._task = BackgroundTask(self)
        self._task.done.connect(self._on_read)
        edit.edited.connect(self._on_edited)
        edit.cursorPositionChanged.connect(self._on_caret_moved)
        edit.entered.connect(self.close)
        edit.reverted.connect(self.close)
        edit.installEventFilter(self)
        if self._anchor is not edit:
            self._anchor.installEventFilter(self)

    @property
    def card(self) -> FieldCard | None:
        """What is shown below the field; None before anything was."""
        return self._made

    @property
    def is_offering(self) -> bool:
        """Whether proposals are shown."""
        return self._made is not None and self._made.isVisible() and self._made.list.isVisible()

    def close(self) -> None:
        """Show nothing."""
        self._delay.stop()
        self._task.give_up()
        if self._made is not None:
            self._made.hide()
            self._made.offer(())
            self._made.formula.hide()
            self._made.call.hide()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Take the keys that choose, and go when the keys go elsewhere."""
        if watched is self._edit:
            if isinstance(event, QKeyEvent):
                return self._is_taken(event)
            if isinstance(event, QFocusEvent) and event.type() == QEvent.Type.FocusOut:
                self.close()
        if event.type() in (QEvent.Type.Hide, QEvent.Type.Resize, QEvent.Type.Move):
            self._place()
        return False

    def _is_taken(self, event: QKeyEvent) -> bool:
        key = Qt.Key(event.key())
        if event.type() not in (QEvent.Type.ShortcutOverride, QEvent.Type.KeyPress):
            return False
        act = self._act_of(key, event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier)
        if act is None:
            return False
        if event.type() == QEvent.Type.ShortcutOverride:
            # Claimed before it is anybody's shortcut.
            event.accept()
        else:
            act()
        return True

    def _act_of(self, key: Qt.Key, modifiers: Qt.KeyboardModifier) -> Callable[[], None] | None:
        """Return what a key does here; None where it is the field's."""
        if key == Qt.Key.Key_Space and modifiers == Qt.KeyboardModifier.ControlModifier:
            return self._ask
        if not self.is_offering or modifiers:
            return None
        if key in _STEPS:
            return lambda: self._step(key)
        if key == Qt.Key.Key_Escape:
            return self._stop_offering
        chosen = self._card().list.chosen
        return (lambda: self._write(chosen)) if key in _TAKES and chosen is not None else None

    def _card(self) -> FieldCard:
        if self._made is None:
            self._made = FieldCard(self._edit.window())
            self._made.list.itemClicked.connect(self._on_clicked)
            self._edit.destroyed.connect(self._made.deleteLater)
            self._edit.window().installEventFilter(self)
        return self._made

    def _on_edited(self) -> None:
        if not self._edit.hasFocus():
            return
        self._offer(asked=False)
        self._delay.start()

    def _on_caret_moved(self) -> None:
        # A proposal is about the place where the caret was; typing moves it too, and offers anew.
        if self.is_offering:
            self._offer(asked=False)
            self._place()

    def _ask(self) -> None:
        self._offer(asked=True)

    def _offer(self, *, asked: bool) -> None:
        text, place = self._edit.text(), self._edit.cursorPosition()
        is_open = not self._edit.textCursor().hasSelection()
        known = self._context()
        names = [*defined_names(text), *known.names]
        found = completion_at(text, place, names, _labels, fits=known.fits, asked=asked)
        proposals = found.proposals if is_open else ()
        call = call_at(text, place)
        if self._made is None and not proposals and call is None:
            return
        self._card().offer(proposals)
        self._card().show_call(call)
        self._place()
        if proposals:
            words = self.tr("{0} names begin so, the first is {1}; the arrow keys choose.")
            self._say(filled(words, len(proposals), proposals[0].signature))

    def _stop_offering(self) -> None:
        self._card().offer(())
        self._place()

    def _step(self, key: Qt.Key) -> None:
        self._card().list.step(key)
        chosen = self._card().list.chosen
        if chosen is not None:
            self._say(spoken(chosen))

    def _write(self, proposal: Proposal) -> None:
        text, place = self._edit.text(), self._edit.cursorPosition()
        found = completion_at(text, place, (), _labels, asked=True)
        is_called = proposal.operation is not None
        has_brackets = text[place : place + 1] == _CALLABLE[0]
        written = proposal.text + (_CALLABLE if is_called and not has_brackets else "")
        self._edit.rewrite(found.start, found.length, written)
        if is_called:
            self._edit.setCursorPosition(found.start + len(proposal.text) + 1)
        self._stop_offering()
        self._offer_call()

    def _offer_call(self) -> None:
        self._card().show_call(call_at(self._edit.text(), self._edit.cursorPosition()))
        self._place()

    def _on_clicked(self, item: QListWidgetItem) -> None:
        self._card().list.setCurrentItem(item)
        chosen = self._card().list.chosen
        if chosen is not None:
            self._write(chosen)

    def _read(self) -> None:
        text, read = self._edit.text(), self._context().read
        place = self._edit.cursorPosition()
        if read is None:
            return
        if not text.strip() or len(text) > _MOST_READ:
            self._on_read(TypedPicture(text))
            return
        colour = theme().color("text").name()
        self._task.submit(lambda: picture_of(text, place, read, colour))

    def _on_read(self, answer: object) -> None:
        # Meanwhile something else may stand there, or nobody types any more.
        is_wanted = isinstance(answer, TypedPicture) and answer.text == self._edit.text()
        if not isinstance(answer, TypedPicture) or not is_wanted or not self._edit.hasFocus():
            return
        if self._made is None and not answer.latex:
            return
        self._card().show_picture(answer)
        self._place()

    def _place(self) -> None:
        if self._made is None:
            return
        # One that is scrolled out of sight has nothing beside it either.
        is_seen = not self._edit.visibleRegion().isEmpty()
        if is_seen and self._edit.hasFocus():
            self._made.lay_below(self._anchor, self._edit)
        else:
            self._made.hide()

    def _say(self, text: str) -> None:
        if QAccessible.isActive():
            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self._edit, text))


def _labels(operation: Operation) -> Iterable[str]:
    return (translate_engine(operation.title),)
