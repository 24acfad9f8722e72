"""What the main window asks of every page: menus, messages, keeping its state, closing."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from contextlib import suppress
from pathlib import Path
from typing import Any

from PySide6.QtCore import QChildEvent, QEvent, QTimer, Signal, SignalInstance
from PySide6.QtGui import QAction, QFocusEvent, QShowEvent
from PySide6.QtWidgets import QWidget

from desktop.desk.settling import has_settled, shut_down
from desktop.files.aside_store import AsideStore
from desktop.files.document_files import DocumentFiles
from desktop.files.unsaved_work import Leaving, UnsavedWork
from desktop.foundation.settings import Settings
from desktop.foundation.theme import add_scene, catch_up, dress, dress_window, pieces_of
from desktop.foundation.translation import error_sentence, filled
from desktop.widgets.panels.page_hooks import PageHooks
from desktop.widgets.panels.seen_columns import FoldingColumns, SeenColumns
from engine.errors import EngineError, FileFormatError


class Page(QWidget):
    """The whole content of one space.

    A page knows neither the main window nor another page. It is created when its space is first
    shown, and created anew (with `snapshot` and `restore`) when the language changes.

    What takes long is done by whoever takes its `pieces`, before it is shown (see `PageInPieces`).

    Signals:
        reported(text: str, severity: str): A sentence for the message bar; the severity is
            ``"info"``, ``"warning"`` or ``"error"``. An empty text takes the message away.
        sent(space_id: str, value: object): Asks that the page of another space `receive` a value.
        warned(text: str): Something that is wrong and stays so, such as that work cannot be kept:
            it is shown in every space until an empty text says that it is so no longer.
        own_wanted(): One's own is about to be shown, not by the files of the page's document.
        title_changed(text: str): What the window's title should say before the program's name,
            such as a file's name; an empty text for nothing.
    """

    reported = Signal(str, str)
    sent = Signal(str, object)
    warned = Signal(str)
    own_wanted = Signal()
    title_changed = Signal(str)

    space_id: str = ""
    pastes: frozenset[str] = frozenset()  # The kinds of copied text that Ctrl+V takes here.

    def __init__(self, parent: QWidget | None = None, settings: Settings | None = None) -> None:
        """Look as the theme says; a page that is hidden waits with that until it is shown.

        Args:
            parent: Its owner.
            settings: What it follows, and keeps what lasts in.
        """
        super().__init__(parent)
        self.settings = settings
        add_scene(self)
        self._is_dressed = False
        self._told = ""
        self.reported.connect(self._on_reported)
        self._is_presented = False
        self._columns = SeenColumns(self)
        self._hidden_for_presenting: list[QWidget] = []
        folder = None if settings is None else settings.folder / "recovery" / "aside"
        self._aside = None if folder is None else AsideStore(folder, self.space_id)
        self._own: object = None
        self._is_borrowed = self._may_lose_own = False
        # What files of other kinds than its own document are handed to.
        self.file_takers: dict[str, Callable[[Path | str], object]] = {}
        self._own_unsaved: UnsavedWork | None = None
        self._is_swapping = self._has_looked = False
        self._borrowed_title = ""

    def pieces(self) -> Iterator[None]:
        """Do in pieces, between which events may be handled, what showing the page waits for.

        Who stops may go on later; who shows the page has come to the end.
        """
        for piece in pieces_of(self):
            piece()
            yield

    @property
    def is_dressed(self) -> bool:
        """Whether the page looks as the theme says, or as one has said since."""
        return self._is_dressed

    def be_dressed(self) -> None:
        """Put the style sheet on what does not wear it yet."""
        if not self._is_dressed:
            self._is_dressed = True
            dress(self, *self.parts())

    def event(self, event: QEvent) -> bool:
        """Put the style sheet on before anything in the page is seen or measured for it."""
        if event.type() is QEvent.Type.Polish:
            self.be_dressed()
        return super().event(event)

    def hasHeightForWidth(self) -> bool:
        """Fill the window down to the page's least height, whatever height its texts would like.

        Else it would be scrolled because a text wraps, be it in a hidden page.
        """
        return False

    def childEvent(self, event: QChildEvent) -> None:
        """Let a dialog of the page look as the page does."""
        super().childEvent(event)
        if self._is_dressed and not self.styleSheet():
            dress_window(event)

    def main_part(self) -> QWidget:
        """Return what gets the keys when the space is shown; by default the page itself.

        No focus proxy: Tab would be led back to it each time that it meets the page.
        """
        return self

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Hand the keys on to the part that they are for."""
        super().focusInEvent(event)
        part = self.main_part()
        if part is not self:
            part.setFocus(event.reason())

    def parts(self) -> Sequence[QWidget]:
        """Return what together makes up the page; between two of them events are handled.

        What holds the parts together has no look of its own. By default the page is one part.
        """
        return [self]

    def panes(self) -> Sequence[QWidget]:
        """Return the parts that F6 goes to, in that order; those that are hidden are left out."""
        return self.parts()

    def showEvent(self, event: QShowEvent) -> None:
        """Follow what the theme has changed while the page was hidden."""
        catch_up(self)
        super().showEvent(event)
        if not self._has_looked:
            # Once it is seen, and by whoever made it listened to.
            QTimer.singleShot(0, self, self.look_for_own_work)

    @property
    def told(self) -> str:
        """What the page has reported last and not taken back; the user may have closed it."""
        return self._told

    def take_back(self) -> None:
        """Let what was told go, because it may no longer hold."""
        if self._told:
            self.reported.emit("", "info")

    def take_back_with(self, *signals: SignalInstance) -> None:
        """Let what was told go whenever one of these is emitted: what it was about is changed.

        What is told after the change stays.
        """
        for signal in signals:
            # With no argument of the signal's.
            signal.connect(lambda *_: self.take_back())

    def _on_reported(self, text: str, _severity: str) -> None:
        self._told = text

    def menu_actions(self) -> list[tuple[str, list[QAction]]]:
        """Return the actions to merge into the menus while the page is shown.

        Titles ``"File"``, ``"Edit"``, ``"View"``, ``"Go"`` and ``"Help"`` (never translated here)
        name the window's own menus; any other title, translated, makes a menu of its own before
        Help. An action may carry a submenu, which may be filled anew at any time, or be a
        separator. The actions belong to the page and are the same ones every time; the window
        disables their shortcuts while another page is shown.
        """
        return []

    def column_actions(self) -> list[QAction]:
        """Return the actions that fold and show the columns, for the View menu.

        They are there on every page, and can be used while columns can be seen on it.
        """
        return self._columns.actions()

    def show_columns(self, columns: FoldingColumns) -> None:
        """Take note of the columns that are seen from now on; they say so themselves."""
        self._columns.show(columns, is_alone=self._is_presented)

    def hide_columns(self, columns: FoldingColumns) -> None:
        """Take note that columns are seen no longer."""
        self._columns.hide(columns)

    def present(self, is_on: bool) -> None:
        """Show what is shown and its transport alone, or all again."""
        if is_on == self._is_presented:
            return
        self._is_presented = is_on
        self._columns.set_alone(is_on)
        if is_on:
            parts = [part for part in self.beside_the_picture() if not part.isHidden()]
            self._hidden_for_presenting = parts
        for part in self._hidden_for_presenting:
            part.setVisible(not is_on)

    def beside_the_picture(self) -> Sequence[QWidget]:
        """Return what is neither shown to an audience nor moves that, but for the columns."""
        return []

    def key_hints(self) -> list[tuple[str, str]]:
        """Return keys and gestures that are no actions, as (keys, what they do), translated."""
        return []

    def snapshot(self) -> object:
        """Return what `restore` needs to show the same thing in a page created anew."""
        return None

    def restore(self, snapshot: object) -> None:
        """Take over what another page of the same class has given by `snapshot`."""

    @property
    def document_files(self) -> DocumentFiles[Any] | None:
        """The files of the page's document; None where it keeps none."""
        return None

    def can_close(self, leaving: Leaving = Leaving.ASK) -> bool:
        """Tell whether the page may go, having asked the user if work would be lost.

        Args:
            leaving: What becomes of unsaved work, where that was answered already.
        """
        files = self.document_files
        return self.ask_about_own(lambda: files is None or files.leave(leaving))

    @property
    def may_lose(self) -> bool:
        """Whether the user has saved what is on the page, or agreed to lose it."""
        return self._may_lose_own

    def keep_asking(self) -> None:
        """Take note that there is something else by now that nobody has agreed to lose."""
        self._may_lose_own = False

    def unsaved_works(self) -> list[UnsavedWork]:
        """Return what closing would lose: what is shown, and what is put aside for a lesson."""
        lent = self._own_unsaved if self._is_borrowed else None
        return [work for work in (self._shown_unsaved(), lent) if work is not None]

    def shutdown(self) -> None:
        """Stop whatever computes, moves or waits below; nothing else is called afterwards."""
        if self._aside is not None:
            if self._may_lose_own:
                self._aside.drop()
            else:
                self._aside.release()
        shut_down(self)

    # One's own work while the page is lent to a lesson ----------------------------------------

    @property
    def is_borrowed(self) -> bool:
        """Whether the page shows what a lesson has opened, and one's own work is put aside."""
        return self._is_borrowed

    @property
    def is_swapping(self) -> bool:
        """Whether `restore` shows something for a moment, so that nothing is lost by it."""
        return self._is_swapping

    @property
    def borrowed_title(self) -> str:
        """What the window's title says of what a lesson has opened."""
        return self._borrowed_title

    def set_borrowed_title(self, title: str) -> None:
        """Say by another title whose content is shown; for whoever has borrowed the page."""
        self._borrowed_title = title
        if self._is_borrowed:
            self.title_changed.emit(title)

    def own_work(self) -> str | None:
        """Return everything of one's own on the page as JSON text; None where nothing is missed.

        `show_own_work` shows it again in another program, with its file's name and its history.
        """
        return None

    def show_own_work(self, text: str) -> None:
        """Show what `own_work` gave, perhaps in a program that is gone.

        Raises:
            EngineError: It cannot be read.
        """

    def has_unsaved(self) -> bool:
        """Tell whether closing would have to ask about what is shown."""
        files = self.document_files
        return files is not None and not files.is_clean

    def _shown_unsaved(self) -> UnsavedWork | None:
        files = self.document_files
        if files is not None:
            return files.unsaved_work()
        return UnsavedWork("") if self.has_unsaved() else None

    def follow_borrowing(self, is_borrowed: bool) -> None:
        """Take note that what is shown is a lesson's from now on, or one's own again.

        It is told before a lesson opens anything, and after one's own work is back.
        """

    def when_own_is_safe(self, done: Callable[[], None]) -> None:
        """Call a function as soon as what is shown, one's own work, needs no other copy.

        The other copy has what can be undone as well. So it is needed until something is changed
        and that is kept, or nothing is unsaved.
        """
        done()

    def put_aside(self) -> None:
        """Keep one's own work, in memory and on the disk, before a lesson opens anything.

        Raises:
            FileFormatError: It cannot be kept on the disk; nothing has changed.
        """
        if self._is_borrowed:
            return
        self.look_for_own_work()
        try:
            self._keep_own()
        except EngineError as error:
            raise FileFormatError(
                "own_work_unkept",
                "The lesson has opened nothing here, because your own work could not be put aside "
                f"on the disk, and would be lost. {error.sentence}",
                cause=error,
            ) from error
        self._borrow()

    def bring_back(self) -> None:
        """Show one's own work again, as it was, in the place of what a lesson has opened."""
        if not self._is_borrowed:
            return
        own, self._own = self._own, None
        self._return(own)
        self.when_own_is_safe(self._drop_aside)

    def look_for_own_work(self) -> None:
        """Show what a killed program had put aside in this space; once, when the page begins."""
        if self._has_looked:
            return
        self._has_looked = True
        text = None if self._aside is None else self._aside.take()
        if text is None or self._aside is None:
            return
        try:
            self.show_own_work(text)
        except EngineError as error:
            self._aside.release()
            sentence = self.tr("Work that was put aside for a lesson cannot be read. {}")
            self.reported.emit(filled(sentence, error_sentence(error)), "error")
            return
        self.when_own_is_safe(self._drop_aside)
        told = self.tr(
            "Wiregrad ended without closing, during a lesson or after it. Your own work is back "
            "as it was."
        )
        self.reported.emit(told, "info")

    def take_over(self, other: Page) -> None:
        """Go on in the place of another page of the same class, borrowed as that one was."""
        self._has_looked = True
        if self._aside is not None:
            self._aside.release()
        self._aside, other._aside = other._aside, None
        self._own, self._own_unsaved = other._own, other._own_unsaved
        self._borrowed_title = other._borrowed_title
        if other.is_borrowed:
            self._borrow()
        self.restore(other.snapshot())
        if self._aside is not None and self._aside.copy is not None and not self._is_borrowed:
            self.when_own_is_safe(self._drop_aside)

    def ask_about_own(self, ask: Callable[[], bool]) -> bool:
        """Ask whether the page may close; of a lesson's content only about what is one's own.

        Args:
            ask: Asks about what is shown, and saves it if the user wants that.
        """
        self._may_lose_own = ask() and self._ask_about_lent(ask)
        return self._may_lose_own

    def _ask_about_lent(self, ask: Callable[[], bool]) -> bool:
        if not (self._is_borrowed and self._own_unsaved is not None):
            return True
        lent = self.snapshot()
        self._is_swapping = True
        try:
            self._return(self._own)
            may_close = ask()
            # Another page may refuse: then the lesson goes on. What was saved is known as saved.
            with suppress(EngineError):
                self._keep_own()
            self._borrow()
            self.restore(lent)
        finally:
            self._is_swapping = False
        return may_close

    def _keep_own(self) -> None:
        """Keep what is shown as one's own."""
        own, text, unsaved = self.snapshot(), self.own_work(), self._shown_unsaved()
        if text is not None and self._aside is not None:
            self._aside.keep(text)
        self._own, self._own_unsaved = own, unsaved

    def _borrow(self) -> None:
        self._is_borrowed = True
        self.follow_borrowing(True)

    def _return(self, own: object) -> None:
        # Still borrowed: what a lesson has opened is no work that gives way.
        self.restore(own)
        self._is_borrowed = False
        self.follow_borrowing(False)

    def _drop_aside(self) -> None:
        if self._aside is not None and not self._is_borrowed:
            self._aside.drop()

    def is_settled(self) -> bool:
        """Tell whether nothing below computes, moves or waits, so that a picture may be taken."""
        return has_settled(self)

    def open_file(self, path: Path) -> None:
        """Show the contents of a file.

        Raises:
            EngineError: The file cannot be read, or is none of this space.
        """
        raise NotImplementedError(f"the space {self.space_id} opens no files")

    def take_file(self, given: Path | str, kind: str) -> None:
        """Show a file that was dropped on the window, pasted into it or named.

        Args:
            given: The file, or a file's text that was copied.
            kind: Its kind, of `engine.file_kinds`; one that this space reads.

        Raises:
            EngineError: It cannot be read, where that is known at once.
        """
        self.look_for_own_work()
        files = self.document_files
        if kind in self.file_takers:
            self.file_takers[kind](given)
        elif files is not None:
            files.take(given)
        elif isinstance(given, Path):
            self.open_file(given)

    def receive(self, value: object) -> None:
        """Show a value that another space has sent (see the signal `sent`)."""

    def hooks(self) -> PageHooks:
        """Return what a lesson sees of the page and does on it; the same object every time."""
        raise NotImplementedError(f"the space {self.space_id} has no hooks for lessons")


def tell(widget: QWidget, text: str, severity: str = "info") -> None:
    """Let the page that a widget stands on report a sentence; alone, a widget stays silent.

    Args:
        widget: Any widget on the page.
        text: The sentence, translated.
        severity: ``"info"``, ``"warning"`` or ``"error"``.
    """
    page = page_of(widget)
    if page is not None:
        page.reported.emit(text, severity)


def settings_of(widget: QWidget) -> Settings | None:
    """Return the settings that the page follows that a widget stands on; None for none."""
    page = page_of(widget)
    return None if page is None else page.settings


def page_of(widget: QWidget) -> Page | None:
    """Return the page that a widget stands on, or None."""
    above: QWidget | None = widget
    while above is not None and not isinstance(above, Page):
        above = above.parentWidget()
    return above
