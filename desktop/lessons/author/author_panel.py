"""The panel of lessons for who writes one: it reloads on save, lists faults and records."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import (
    QFrame,
    QInputDialog,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QVBoxLayout,
)

from desktop.desk.background_task import BackgroundTask
from desktop.desk.explaining import explain
from desktop.files.whole_file import write_whole
from desktop.foundation.settings import LANGUAGE, Settings
from desktop.foundation.theme import theme, theme_notifier
from desktop.foundation.translation import error_sentence, filled, next_language
from desktop.lessons.author.folder_watch import FolderWatch
from desktop.lessons.author.recorded import recorded_commands
from desktop.lessons.keeping.library import Source, lesson_id
from desktop.lessons.keeping.opening import Wish
from desktop.lessons.panel import LessonPanel
from desktop.lessons.scene.stage import Stage
from desktop.lessons.start.fault_view import fault_text
from desktop.lessons.words.words_shown import language_title
from desktop.widgets.panels.flow_layout import FlowLayout
from desktop.widgets.panels.text_label import text_label
from engine.errors import EngineError
from engine.languages.catalog import LANGUAGES, SOURCE_LANGUAGE
from engine.lessons.answer import Outcome
from engine.lessons.check import checking_lesson
from engine.lessons.editing import with_opening, with_slip, with_solution, with_words
from engine.lessons.faults import Fault
from engine.lessons.files import LARGEST_TEXT_BYTES, STRUCTURE, FolderFiles
from engine.lessons.reader import words_file
from engine.regular_file import read_text

_KEY = "author-"
_MOST_SHOWN_PX = 140
_NO_NAME = re.compile(r"[^a-z0-9]+")


class AuthorPanel(LessonPanel):
    """Plays the lesson of a folder as learners have it, with what its author needs above it."""

    def __init__(self, stage: Stage, settings: Settings, folder: Path) -> None:
        """Show the lesson of a folder.

        Args:
            stage: Where it is played.
            settings: Beside which progress is kept, under a name of its own.
            folder: The lesson's folder.
        """
        self._folder = folder
        name = lesson_id(folder.resolve().name)
        self._source = Source(name, _KEY + name, path=folder)
        self._wanted_step = ""
        self._seed = 0
        # What the page showed when the step began, by the step.
        self._before: tuple[str, dict[str, Any]] | None = None
        super().__init__(stage, settings)
        self._checking = BackgroundTask(self)
        self._checking.done.connect(self._show_faults)
        self._make_bar()
        self._checking.busy_changed.connect(self.buttons["stop"].setVisible)
        self.watch = FolderWatch(folder, self)
        self.watch.saved.connect(self.reload)

    def show_start(self) -> None:
        """Show the lesson: there is no other one here."""
        if hasattr(self, "watch"):
            self.reload()

    def show_file(self, path: Path) -> None:
        """Show the lesson of the folder, whichever path leads there."""
        self.reload()

    def reload(self) -> None:
        """Read the files anew and show the very step again."""
        player = self.player
        if player is not None:
            self._wanted_step = player.step.id
        is_first = self._seed == 0
        self.show_lesson(self._source, Wish(is_anew=True, is_first=is_first, seed=self._seed))

    # What the buttons do ------------------------------------------------------------------------

    def record_state(self) -> None:
        """Let the step open what the page shows now."""
        player, page = self.player, self._page
        if player is not None and page is not None:
            state = page.hooks().state()
            space, step = self._stage.space, player.step.id
            self._edit(STRUCTURE, lambda text: with_opening(text, step, space, state))

    def record_solution(self) -> None:
        """Let the step be solved by what was done on the page since it began."""
        player, page = self.player, self._page
        if player is None or page is None or self._before is None:
            return
        step, before = self._before
        if step != player.step.id:
            return
        hooks = page.hooks()
        commands = recorded_commands(before, hooks.state(), hooks.commands())
        if not commands:
            self.told.setText(
                self.tr("Nothing was done since the step began that a command could do again.")
            )
            return
        self._edit(STRUCTURE, lambda text: with_solution(text, step, commands))

    def add_wrong_answer(self) -> None:
        """Foresee the wrong answer that was just given, with a sentence of its own."""
        player = self.player
        verdict = None if player is None else player.verdict
        if player is None or verdict is None or verdict.marked.outcome is not Outcome.WRONG:
            self.told.setText(self.tr("Give a wrong answer first; then it can be foreseen."))
            return
        answer, step = verdict.answer, player.step
        sentence, is_given = QInputDialog.getMultiLineText(
            self,
            self.tr("Add wrong answer"),
            filled(self.tr("What is said to who answers {0}:"), verdict.marked.repeated),
        )
        if not is_given or not sentence.strip():
            return
        name = self._free_name(sentence, {slip.name for slip in step.slips})
        assert step.ask is not None, "what is wrong was asked"
        picks = step.ask.kind in ("choice", "choices")
        text = answer if isinstance(answer, str) else ", ".join(answer)
        entry = {"picks": text} if picks else {"gives": text}
        if self._edit(STRUCTURE, lambda found: with_slip(found, step.id, name, **entry)):
            words = words_file(SOURCE_LANGUAGE)
            part = f"slip {name}"
            self._edit(words, lambda found: with_words(found, step.id, part, sentence.strip()))

    def next_seed(self) -> None:
        """Play the step with the next numbers."""
        self._seed += 1
        self.reload()

    def switch_language(self) -> None:
        """Show the lesson in its next language, and the program too where it has that one."""
        player = self.player
        if player is None:
            self._settings.set(LANGUAGE, next_language().name)
            return
        codes = sorted(player.lesson.words)
        place = codes.index(player.language) if player.language in codes else -1
        code = codes[(place + 1) % len(codes)]
        is_interface = code in LANGUAGES
        self.speak("" if is_interface else code)
        if is_interface:
            self._settings.set(LANGUAGE, code)
        self.told.setText(
            filled(self.tr("The lesson is in this language: {0}"), language_title(code))
        )

    def snapshot(self) -> object:
        """Return what the panel in another language goes on with."""
        return super().snapshot(), self._seed, self._before

    def restore(self, snapshot: object) -> None:
        """Go on with the lesson that another panel has played."""
        assert isinstance(snapshot, tuple), "another author's panel has given it"
        played, self._seed, self._before = snapshot
        super().restore(played)
        self._check()

    # Inside -----------------------------------------------------------------------------------

    @property
    def _page(self) -> Any:
        return None if self.player is None else self.player.pages.page

    def _make_bar(self) -> None:
        self.bar = QFrame(self)
        self.bar.setProperty("kind", "bar")
        texts: dict[str, tuple[str, str, Callable[[], object]]] = {
            "state": (
                self.tr("Record state here"),
                self.tr("Let this step open what the page shows now"),
                self.record_state,
            ),
            "solution": (
                self.tr("Record solution"),
                self.tr("Let this step be solved by what was done on the page since it began"),
                self.record_solution,
            ),
            "slip": (
                self.tr("Add wrong answer"),
                self.tr("Foresee the wrong answer that was just given"),
                self.add_wrong_answer,
            ),
            "seed": (
                self.tr("Next numbers"),
                self.tr("Play this step with the numbers of the next seed"),
                self.next_seed,
            ),
            "language": (
                self.tr("Language"),
                self.tr("Show the lesson in the next language"),
                self.switch_language,
            ),
            "stop": (
                self.tr("Stop checking"),
                self.tr("Wait no longer for the check; saving a file of the lesson begins it anew"),
                self.stop_checking,
            ),
        }
        flow = FlowLayout()
        self.buttons: dict[str, QPushButton] = {}
        for name, (text, tip, slot) in texts.items():
            button = QPushButton(text, self.bar)
            explain(button, None, tip)
            button.clicked.connect(lambda _=False, slot=slot: slot())
            flow.addWidget(button)
            self.buttons[name] = button
        self.buttons["stop"].hide()
        self.told = text_label(self.bar, "muted")
        self.faults = QListWidget(self.bar)
        self.faults.setWordWrap(True)
        self.faults.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        explain(self.faults, self.tr("Faults of the lesson"), self.tr("Click a fault to copy it"))
        self.faults.itemClicked.connect(self._on_fault)
        column = QVBoxLayout(self.bar)
        column.addLayout(flow)
        column.addWidget(self.told)
        column.addWidget(self.faults)
        whole = self.layout()
        assert isinstance(whole, QVBoxLayout)
        whole.insertWidget(0, self.bar)
        theme_notifier().follow(self._fit_faults)
        self._fit_faults()

    def _fit_faults(self) -> None:
        self.faults.setMaximumHeight(theme().px(_MOST_SHOWN_PX))

    def _check(self) -> None:
        # Every seed is drawn, which takes a while; the room is the lesson's meanwhile.
        if not self.faults.count():
            self.faults.hide()
            self.told.setText(self.tr("Checking…"))
        files, name = FolderFiles(self._folder), self._source.id
        self._checking.submit(lambda: checking_lesson(files, name))

    def stop_checking(self) -> None:
        """Give the check up, which drawing numbers may make a long one."""
        self._checking.give_up()
        self.told.setText(self.tr("The check was stopped."))

    def _show_faults(self, faults: tuple[Fault, ...]) -> None:
        self.faults.clear()
        for fault in faults:
            self.faults.addItem(QListWidgetItem(fault_text(fault)))
        self.faults.setVisible(bool(faults))
        self.told.setText("" if faults else self.tr("No faults."))

    def _on_fault(self, item: QListWidgetItem) -> None:
        QGuiApplication.clipboard().setText(item.text())
        self.told.setText(self.tr("Copied."))

    def _on_opened(self, opened: Any) -> None:
        super()._on_opened(opened)
        # Not before: drawing sixty seeds beside it would make the lesson wait for its own check.
        self._check()
        player = self.player
        if player is None:
            return
        player.readied.connect(self._on_step_ready)
        steps = {step.id for step in player.lesson.steps}
        if self._wanted_step in steps - {player.step.id}:
            player.go_to(self._wanted_step)

    def _on_step_ready(self) -> None:
        """Remember what the page shows when a step begins."""
        player, page = self.player, self._page
        if player is not None and page is not None:
            self._before = (player.step.id, page.hooks().state())

    def _on_refused(self, sentence: str, error: EngineError) -> None:
        super()._on_refused(sentence, error)
        self._check()

    def _edit(self, name: str, change: Callable[[str], str]) -> bool:
        """Change a file of the lesson; the watch then shows what became of it."""
        path = self._folder / name
        try:
            write_whole(path, change(read_text(path, LARGEST_TEXT_BYTES)).encode())
        except EngineError as error:
            self.told.setText(error_sentence(error))
            return False
        self.told.setText(filled(self.tr("Written into {0}."), name))
        return True

    @staticmethod
    def _free_name(sentence: str, taken: set[str]) -> str:
        words = _NO_NAME.sub(" ", sentence.casefold()).split()
        stem = "-".join(words[:3]) or "slip"
        number, name = 1, stem
        while name in taken:
            number += 1
            name = f"{stem}-{number}"
        return name
