"""What the commands of a solution act on: the lesson's own commands, and those of the page."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from desktop.lessons.scene.borrowed_pages import BorrowedPages
from engine.errors import EngineError
from engine.lessons.answer import Answer
from engine.lessons.facts import Facts
from engine.lessons.lesson import Command
from engine.quoting import quote

# Commands that are the lesson's own; all others are the page's.
SPACE, SHOW, HIDE, ANSWER = "space", "show", "hide", "answer"
_SEVERAL = ("word", *("word?",) * 20)
_OWN: Mapping[str, tuple[str, ...]] = {
    SPACE: ("word",), SHOW: _SEVERAL, HIDE: _SEVERAL, ANSWER: _SEVERAL,
}  # fmt: skip


class SolutionScene:
    """Does commands by name on the pages that a lesson has borrowed."""

    def __init__(
        self,
        pages: BorrowedPages,
        facts: Callable[[], Facts],
        has_seen: Callable[[], bool],
        answer: Callable[[Answer], None],
    ) -> None:
        """Do nothing yet.

        Args:
            pages: What the commands act on.
            facts: Tells what is the case.
            has_seen: Tells whether what came of the last command was looked at.
            answer: Gives an answer to the question of the step.
        """
        self._pages, self._facts, self._has_seen, self._answer = pages, facts, has_seen, answer

    @property
    def facts(self) -> Facts:
        """What is the case now."""
        return self._facts()

    @property
    def is_still(self) -> bool:
        """Whether the page that is wanted is shown, nothing moves there, and that was seen."""
        return self._pages.is_settled and self._has_seen()

    @property
    def is_there(self) -> bool:
        """Whether the page that is wanted is shown."""
        return self._pages.page is not None and not self._pages.stage.is_busy

    def kinds(self, command: Command) -> tuple[str, ...]:
        """Return what a command takes.

        Raises:
            EngineError: There is no such command here.
        """
        if command.name in _OWN:
            return _OWN[command.name]
        page = self._pages.page
        known = {} if page is None else page.hooks().commands()
        if command.name not in known:
            raise EngineError(
                "lesson_no_command",
                f"There is no command “{quote(command.name)}” in this space.",
                name=quote(command.name),
            )
        kinds: tuple[str, ...] = known[command.name].kinds
        return kinds

    def perform(self, command: Command, arguments: Sequence[object]) -> None:
        """Do one command.

        Raises:
            EngineError: It cannot be done.
        """
        words = [str(argument) for argument in arguments]
        pages = self._pages
        if command.name == SPACE:
            pages.stage.show_space(words[0])
        elif command.name == SHOW:
            pages.hide(pages.hidden - set(words))
        elif command.name == HIDE:
            pages.hide(pages.hidden | set(words))
        elif command.name == ANSWER:
            self._answer(words[0] if len(words) == 1 else tuple(words))
        else:
            pages.command(command.name, *arguments)
