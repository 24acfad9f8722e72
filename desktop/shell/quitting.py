"""Closing all pages: asked once, about all that is not saved, whatever space it is in."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from PySide6.QtWidgets import QWidget

from desktop.files.save_dialogs import Answer
from desktop.files.unsaved_work import Leaving
from desktop.shell.quit_question import QuitQuestion, UnsavedSpace
from desktop.shell.space import Space
from desktop.widgets.panels.page import Page

Ask = Callable[[Sequence[UnsavedSpace]], tuple[Answer, Sequence[str]]]


class Quitting:
    """Asks whether the pages may go, saves what is to be saved, and says whether all agree.

    Attributes:
        ask: Asks about several spaces, and returns what becomes of them and which are to be saved;
            tests put another function in its place.
    """

    def __init__(self, window: QWidget, show_space: Callable[[str], None]) -> None:
        """Prepare.

        Args:
            window: What the question stands over.
            show_space: Shows the page of a space.
        """
        self._window, self._show_space = window, show_space
        self.ask: Ask = self._ask

    def may_quit(self, pages: Mapping[str, Page], spaces: Mapping[str, Space]) -> bool:
        """Tell whether all pages may go.

        Args:
            pages: The pages made so far, by their spaces.
            spaces: All spaces, named in the language in force.
        """
        unsaved = [
            UnsavedSpace(space_id, spaces[space_id].title, tuple(works))
            for space_id, page in pages.items()
            if (works := page.unsaved_works())
        ]
        if len(unsaved) == 1:
            # The page's own question says the same, and its words are about this one thing.
            return self._close(pages, {}, shown=[unsaved[0].space_id])
        if not unsaved:
            return self._close(pages, {})
        answer, chosen = self.ask(unsaved)
        if answer is Answer.CANCEL:
            return False
        is_saved = answer is Answer.SAVE
        what = {
            space.space_id: Leaving.SAVE if is_saved and space.space_id in chosen else Leaving.LOSE
            for space in unsaved
        }
        return self._close(pages, what, shown=chosen if is_saved else ())

    def _close(
        self, pages: Mapping[str, Page], what: Mapping[str, Leaving], shown: Sequence[str] = ()
    ) -> bool:
        """Let the pages go, those first that are saved: one may still be kept by a cancel."""
        order = sorted(pages, key=lambda space_id: space_id not in shown)
        for space_id in order:
            if space_id in shown:
                # Where it is to be saved, or whether, is asked over what it is about.
                self._show_space(space_id)
            if not pages[space_id].can_close(what.get(space_id, Leaving.ASK)):
                return False
        return True

    def _ask(self, unsaved: Sequence[UnsavedSpace]) -> tuple[Answer, Sequence[str]]:
        question = QuitQuestion(unsaved, self._window)
        answer, chosen = question.ask(), question.chosen
        question.deleteLater()
        return answer, chosen
