"""The panel of lessons: the list of lessons, a lesson that is played, and its end."""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.desk.background_task import BackgroundTask
from desktop.desk.settling import Delay, shut_down
from desktop.files.file_chooser import ask_existing
from desktop.files.file_kind import FileKind
from desktop.files.folders import suggested_folder
from desktop.foundation.settings import LESSON_LANGUAGE, Settings
from desktop.foundation.translation import (
    error_sentence,
    filled,
    translate_engine,
)
from desktop.lessons.keeping.library import Library, Source
from desktop.lessons.keeping.opening import Opened, Wish, open_lesson
from desktop.lessons.keeping.store import ProgressStore
from desktop.lessons.playing.play_view import PlayView
from desktop.lessons.playing.player import Player
from desktop.lessons.scene.stage import Stage
from desktop.lessons.start.edge import Edge
from desktop.lessons.start.end_view import EndView
from desktop.lessons.start.endings import ending_of
from desktop.lessons.start.fault_view import FaultView
from desktop.lessons.start.handing_in import HandingIn
from desktop.lessons.start.played import Played
from desktop.lessons.start.progress_files import ProgressFiles
from desktop.lessons.start.reviews import due_reviews
from desktop.lessons.start.shelf import Shelf, read_shelf, start_contents
from desktop.lessons.start.start_view import StartView
from desktop.lessons.views.step_keys import has_keys
from desktop.lessons.views.useful_keys import take_useful_keys
from desktop.lessons.views.waiting_row import WaitingRow
from desktop.widgets.panels.companion_place import CompanionPlace
from desktop.widgets.panels.loose_stack import LooseStack
from engine.errors import EngineError
from engine.lessons.files import LESSON_SUFFIX
from engine.operations.catalog import OPERATIONS

# What is typed or trained within this time is remembered in one go.
_REMEMBER_MS = 400
# The first lesson, which shows around.
TOUR = "first-graph"
_GATE = "gate:"


class LessonPanel(QWidget):
    """Leads through lessons beside the pages; a companion as the window knows them.

    Signals:
        changed(): A lesson was begun or left.
    """

    changed = Signal()

    def __init__(
        self, stage: Stage, settings: Settings, clock: Callable[[], float] = time.time
    ) -> None:
        """Show the list of lessons.

        Args:
            stage: Where the lessons are played.
            settings: Beside which progress is kept.
            clock: Tells the time in seconds since 1970.
        """
        super().__init__()
        self.setProperty("kind", "left")
        self._stage, self._settings, self._clock = stage, settings, clock
        self.library = Library(settings)
        self.store = ProgressStore(settings.folder / "lessons", self)
        self.store.refused.connect(self._on_not_kept)
        self._played: Played | None = None
        # What is still to be asked again in a review.
        self._reviews: list[tuple[Source, Wish]] = []
        self._last: Played | None = None
        self._shelf: Shelf | None = None
        self._wanted: Source | None = None
        self._shelving, self._opening = BackgroundTask(self), BackgroundTask(self)
        self._shelving.done.connect(self._on_shelved)
        self._opening.done.connect(self._on_opened)
        self._opening.refused.connect(self._on_refused)
        self._remembering = Delay(_REMEMBER_MS, self._remember, self)
        self.handing_in = HandingIn(self, settings)
        self.progress_files = ProgressFiles(self, self.store)
        self._make_views()
        self._connect()
        self.show_start()

    # What the window asks of a companion --------------------------------------------------------

    @property
    def widget(self) -> QWidget:
        """What is seen: the panel itself."""
        return self

    @property
    def is_running(self) -> bool:
        """Whether a lesson is played."""
        return self._played is not None

    @property
    def player(self) -> Player | None:
        """What plays the lesson; None while none is played."""
        return None if self._played is None else self._played.player

    @property
    def shelf(self) -> Shelf | None:
        """The lessons that are listed; None until they are read."""
        return self._shelf

    def stand(self, place: CompanionPlace) -> None:
        """Be a column, a strip, a caption, or an edge that opens it."""
        is_folded = place is CompanionPlace.FOLDED
        self.edge.setVisible(is_folded)
        self._whole.setVisible(not is_folded)
        if not is_folded:
            self.play_view.stand(place)
        self._tell_place()

    def show_file(self, path: Path) -> None:
        """Show the lesson in a file or a folder; what is wrong with it is said in the panel."""
        try:
            source = self.library.open(path)
        except EngineError as error:
            self._on_refused(error_sentence(error), error)
            return
        self.show_lesson(source)

    def show_named(self, name: str) -> bool:
        """Show a lesson by its name; tell whether there is such a lesson."""
        source = self.library.find(name)
        if source is not None:
            self.show_lesson(source)
        return source is not None

    def snapshot(self) -> object:
        """Return what the panel in another language goes on with."""
        if self._played is not None:
            self._played.draft = self.play_view.draft()
        return self._played

    def restore(self, snapshot: object) -> None:
        """Go on with a lesson that another panel has played."""
        if not isinstance(snapshot, Played):
            return
        player = snapshot.player
        player.setParent(self)
        player.follow_language()
        self._play(snapshot)

    def retire(self) -> None:
        """Give up what the panel in another language has taken over."""
        if self._played is not None:
            self._disconnect(self._played.player)
            self.play_view.play(None)
            self._played = None
        self.store.close()
        shut_down(self)

    def step_back(self) -> None:
        """Keep the very place, because the window is about to close."""
        if self._played is not None:
            self._remember()
            self._disconnect(self._played.player)
            self._played.player.let_go()
            self._save(self._played, with_place=False)
        self.store.close()

    def shutdown(self) -> None:
        """Stop whatever runs."""
        shut_down(self)

    # What is shown ----------------------------------------------------------------------------

    def show_start(self) -> None:
        """Show the list of lessons, read anew."""
        self.views.setCurrentWidget(self.start_view)
        self.start_view.show_name(self.handing_in.name)
        library, store = self.library, self.store
        self.start_view.show_waiting(is_waiting=self._shelf is None)
        if self._shelf is not None:
            # As it is known; what is read anew changes nothing where nobody else has written.
            self._show_shelf(self._shelf)
        self._shelving.submit(lambda: read_shelf(library, store))

    def show_lesson(self, source: Source, wish: Wish | None = None) -> None:
        """Show a lesson where it was left, or from its beginning; one that is played is left."""
        self._leave()
        self._wanted = source
        store, now = self.store, self._clock()
        wanted = replace(wish or Wish(), name=self.handing_in.name)
        # What was just done in it may still be on its way to the disk.
        store.flush()
        self._opening.submit(lambda: open_lesson(source, store, wanted, now))

    def review(self) -> None:
        """Ask what is due again, with other numbers, lesson after lesson."""
        if self._shelf is None:
            return
        self._reviews = due_reviews(self._shelf, self._clock())
        self._go_on_reviewing()

    def _go_on_reviewing(self) -> None:
        if self._reviews:
            self.show_lesson(*self._reviews.pop(0))
        else:
            self.show_start()

    def speak(self, code: str) -> None:
        """Let lessons speak a language where they have it; an empty code is the interface's."""
        self._settings.set(LESSON_LANGUAGE, code)
        if self._played is not None:
            draft = self.play_view.draft()
            self._played.player.speak(code)
            self.play_view.play(self._played.player)
            self.play_view.show_draft(draft)

    def leave(self) -> None:
        """Leave the lesson, whose place is kept, and show the list."""
        self._leave()
        self._reviews = []
        self.show_start()

    def take_focus(self) -> None:
        """Give the keys to what is shown."""
        view = self.views.currentWidget()
        if view is self.play_view:
            self.play_view.take_focus()
        elif view is self.end_view:
            self.end_view.take_focus()
        elif view is self.start_view:
            self.start_page.take_focus()

    def take_useful_keys(self) -> bool:
        """Take the keys where a step needs them; tell whether one is shown."""
        is_there = self.play_view.isVisible() and self.player is not None
        if is_there:
            take_useful_keys(self.play_view.step)
        return is_there

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Pass the keys on to what is shown."""
        self.take_focus()

    # Inside -----------------------------------------------------------------------------------

    def _make_views(self) -> None:
        self._whole = QWidget(self)
        self.views, self.waiting = LooseStack(self._whole), WaitingRow(self._whole)
        self.waiting.follow(self._opening, self.tr("The numbers of the lesson are being drawn…"))
        self.start_view = StartView(self.views)
        self.start_page = self.start_view.page
        self.play_view = PlayView(self.views)
        self.end_view = EndView(self.views)
        self.fault_view = FaultView(self.views)
        for view in (self.start_view, self.play_view, self.end_view, self.fault_view):
            self.views.addWidget(view)
        self.edge = Edge(self)
        self.edge.hide()
        column, whole = QVBoxLayout(self._whole), QVBoxLayout(self)
        for layout in (column, whole):
            layout.setContentsMargins(0, 0, 0, 0)
            layout.setSpacing(0)
        column.addWidget(self.views, 1)
        column.addWidget(self.waiting)
        whole.addWidget(self._whole, 1)
        whole.addWidget(self.edge, 1)
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self.setAccessibleName(self.tr("Lessons"))

    def _connect(self) -> None:
        self.start_page.lesson_wanted.connect(self._on_lesson_wanted)
        self.start_page.review_wanted.connect(self.review)
        self.start_page.tour_wanted.connect(lambda: self._on_lesson_wanted(TOUR))
        self.start_page.look_around_wanted.connect(self._stage.fold)
        self.start_view.open_wanted.connect(self._on_open)
        self.start_view.name_wanted.connect(self._on_name_wanted)
        self.start_view.export_wanted.connect(self.progress_files.write)
        self.start_view.import_wanted.connect(self.progress_files.read)
        self.progress_files.told.connect(self.start_view.tell)
        self.progress_files.taken.connect(self.show_start)
        self.play_view.left.connect(self.leave)
        self.play_view.begun_anew.connect(self._on_begun_anew)
        self.play_view.handed_in.connect(self._on_handed_in)
        self.play_view.link_activated.connect(self._on_link)
        self.play_view.language_wanted.connect(self.speak)
        self.end_view.lesson_wanted.connect(self._on_lesson_wanted)
        self.end_view.start_wanted.connect(self.show_start)
        self.end_view.again_wanted.connect(self._on_begun_anew)
        self.end_view.handed_in.connect(self._on_handed_in)
        self.fault_view.start_wanted.connect(self.show_start)
        self.waiting.cancelled.connect(self._on_waiting_cancelled)
        self.edge.clicked.connect(lambda _=False: self._stage.open())

    def _on_lesson_wanted(self, key: str) -> None:
        source = self.library.find(key)
        if source is not None:
            self.show_lesson(source)

    def _on_open(self) -> None:
        kind = FileKind(self.tr("Wiregrad lessons"), (LESSON_SUFFIX,))
        path = ask_existing(self, self.tr("Open a lesson"), suggested_folder(), kind)
        if path is not None:
            self.show_file(path)

    def _on_opened(self, opened: Opened) -> None:
        if opened.source != self._wanted:
            return
        self._wanted = None
        if not opened.is_playable or opened.lesson is None or opened.sitting is None:
            self.fault_view.show_faults([each for each in opened.faults if not each.is_warning])
            self.views.setCurrentWidget(self.fault_view)
            return
        player = Player(
            self._stage, opened.lesson, opened.files, opened.sitting, self, self._clock,
            opened.numbers,
        )  # fmt: skip
        had_keys = has_keys(self)
        self._play(Played(opened.source, player, opened.progress))
        player.start(opened.kept)
        if had_keys:
            self.play_view.take_focus()
        if not self.store.claim(opened.source.key):
            self._tell(
                self.tr(
                    "Another window is in this lesson too. What is done in both is kept, and the "
                    "place to go on at is that of the other one."
                )
            )
        if opened.trouble is not None:
            sentence = self.tr("What was done in this lesson cannot be read. {0}")
            self._tell(filled(sentence, error_sentence(opened.trouble)))

    def _on_waiting_cancelled(self) -> None:
        """Show the list where a lesson was waited for; a step that was to be begun anew stays."""
        self._wanted = None
        if self._played is None:
            self.leave()
        else:
            self.play_view.take_focus()

    def _on_refused(self, sentence: str, _error: EngineError) -> None:
        self._wanted = None
        self.fault_view.show_sentence(sentence)
        self.views.setCurrentWidget(self.fault_view)

    def _play(self, played: Played) -> None:
        self._played = played
        player = played.player
        self.waiting.follow(player.numbers.drawing, self.tr("Fresh numbers are being drawn…"))
        player.noted.connect(self._on_noted)
        player.pages.own_wanted.connect(self._on_own_wanted)
        player.step_changed.connect(self._tell_place)
        player.ended.connect(self._on_ended)
        player.speak(self._settings.get(LESSON_LANGUAGE))
        self.play_view.play(player)
        self.play_view.show_draft(played.draft)
        self.views.setCurrentWidget(self.play_view)
        self._tell_place()
        self.changed.emit()

    def _disconnect(self, player: Player) -> None:
        self.waiting.forget(player.numbers.drawing)
        player.noted.disconnect(self._on_noted)
        player.pages.own_wanted.disconnect(self._on_own_wanted)
        player.step_changed.disconnect(self._tell_place)
        player.ended.disconnect(self._on_ended)

    def _leave(self) -> None:
        """Give the pages back and keep the very place."""
        played = self._played
        if played is None:
            return
        self._remember()
        self._end(played)
        self._save(played, with_place=False)
        self.store.release(played.source.key)
        self.changed.emit()

    def _end(self, played: Played) -> None:
        self._disconnect(played.player)
        self._remembering.stop()
        self.play_view.play(None)
        self._played = None
        played.player.leave()
        played.player.deleteLater()

    def _on_ended(self) -> None:
        played = self._played
        if played is None:
            return
        self._end(played)
        self._save(played, with_place=False)
        if self.store.claim(played.source.key) and not played.player.sitting.is_review:
            self.store.forget_place(played.source.key)
        self.store.release(played.source.key)
        self._last = played
        self.changed.emit()
        if played.player.sitting.is_review:
            self._go_on_reviewing()
            return
        self._show_ending(played)

    def _show_ending(self, played: Played) -> None:
        ending = ending_of(
            played.player.lesson, played.player.sitting, played.player.language, self._shelf
        )
        self.end_view.show_ending(ending)
        self.views.setCurrentWidget(self.end_view)
        self.end_view.take_focus()

    def _on_own_wanted(self) -> None:
        """Leave the lesson, whose place is kept, for something of the learner's own."""
        self.leave()
        self.start_view.tell(
            self.tr(
                "You have opened something of your own, so the lesson was left. "
                "It goes on at this very step."
            )
        )

    def _on_begun_anew(self) -> None:
        played = self._played or self._last
        if played is not None:
            self.show_lesson(played.source, Wish(is_anew=True))

    def _on_handed_in(self) -> None:
        played = self._played or self._last
        if played is None:
            return
        lesson = played.player.lesson
        is_drawn = bool(lesson.draw.numbers or lesson.draw.graph)
        if self.handing_in.ask(played.player.sitting, played.progress, is_drawn=is_drawn):
            self.show_lesson(played.source, Wish(is_anew=True))

    def _on_name_wanted(self) -> None:
        self.handing_in.ask_name()
        self.start_view.show_name(self.handing_in.name)

    def _on_noted(self) -> None:
        if self._played is not None:
            self._save(self._played, with_place=False)
            self._remembering.start()

    def _remember(self) -> None:
        if self._played is not None:
            self._save(self._played, with_place=True)

    def _save(self, played: Played, *, with_place: bool) -> None:
        progress = played.progress.with_sitting(played.player.sitting)
        # A review is not gone on with, and the place is that of the whole lesson.
        # What is done in two windows is joined; of two places one alone can be gone on with.
        has_place = with_place and not played.player.sitting.is_review
        has_place = has_place and self.store.claim(played.source.key)
        kept = played.player.kept() if has_place else None
        self.store.save(played.source.key, progress, kept)
        if self._shelf is not None:
            self._shelf = self._shelf.with_progress(played.source.key, progress)

    def _on_not_kept(self, sentence: str) -> None:
        self._tell(filled(self.tr("Your progress is not kept: {0}"), sentence))

    def _tell(self, sentence: str) -> None:
        self.play_view.tell(sentence)

    def _on_shelved(self, shelf: Shelf) -> None:
        self._shelf = shelf
        self.start_view.show_waiting(is_waiting=False)
        self._show_shelf(shelf)

    def _show_shelf(self, shelf: Shelf) -> None:
        contents = start_contents(shelf, self._clock(), self.tr("Opened lessons"))
        self.start_page.show_contents(contents)
        if self.hasFocus():
            self.take_focus()

    def _on_link(self, target: str) -> None:
        if target.startswith(_GATE):
            operation = OPERATIONS.find(target.removeprefix(_GATE))
            if operation is not None:
                title = translate_engine(operation.title)
                self._tell(f"{title}: {translate_engine(operation.summary)}")
            return
        self._on_lesson_wanted(target)

    def _tell_place(self) -> None:
        """Let the edge say at which step one is."""
        if self.player is not None:
            self.edge.show_place(*self.player.place)
