"""Showing how a step is done: the commands of its solution, one after another, slowly."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Protocol

from PySide6.QtCore import QObject, Signal

from desktop.desk.settling import Delay, Settling
from desktop.foundation.translation import error_sentence
from desktop.lessons.words.unmet_words import unmet_sentence
from engine.errors import EngineError
from engine.lessons.conditions.testing import unmet
from engine.lessons.facts import Facts
from engine.lessons.formulas import fact_value
from engine.lessons.lesson import Command, Condition
from engine.lessons.until import UNTIL, until_condition
from engine.quoting import quote

PACE_MS = 700
# How often it is asked whether something has come about, while something moves.
_LOOK_MS = 50
# So many looks at something that moves; a training of a minute takes hundreds.
_MOST_LOOKS = 20_000
# What has settled without coming about will not come about.
_MOST_SETTLED = 4
# So often it is asked whether the page has come to rest before the next command comes anyway.
_MOST_WAITS = 12


class Scene(Protocol):
    """What a demonstration acts on."""

    @property
    def facts(self) -> Facts:
        """What is the case now."""

    @property
    def is_still(self) -> bool:
        """Whether the page that is wanted is shown, and nothing computes or moves there."""

    @property
    def is_there(self) -> bool:
        """Whether the page that is wanted is shown."""

    def perform(self, command: Command, arguments: Sequence[object]) -> None:
        """Do one command.

        Raises:
            EngineError: It cannot be done.
        """

    def kinds(self, command: Command) -> tuple[str, ...]:
        """Return what a command takes, as ``HookCommand.kinds`` says it.

        Raises:
            EngineError: There is no such command.
        """


class Demonstration(QObject, Settling):
    """Does commands on a scene, and stops at the first that cannot be done.

    Signals:
        began(command: Command): A command is about to be done.
        ended(): All were done.
        failed(sentence: str): One could not be done; the sentence says why.
    """

    began = Signal(object)
    ended = Signal()
    failed = Signal(str)

    def __init__(self, scene: Scene, parent: QObject, pace_ms: int = PACE_MS) -> None:
        """Do nothing yet.

        Args:
            scene: What is acted on.
            parent: Its owner.
            pace_ms: How long each command is looked at before the next one.
        """
        super().__init__(parent)
        self._scene = scene
        self._commands: list[Command] = []
        self._awaited: Condition | None = None
        self._looks = self._settled = self._waits = 0
        self._pace = Delay(pace_ms, self._on_pace, self)
        self._looking = Delay(_LOOK_MS, self._look, self)

    @property
    def is_running(self) -> bool:
        """Whether commands are still to be done."""
        return bool(self._commands) or self._awaited is not None

    @property
    def is_settled(self) -> bool:
        """Whether nothing is to be done any more."""
        return not self.is_running

    def play(self, commands: Sequence[Command]) -> None:
        """Do these, the first one at once."""
        self.stop()
        self._commands = list(commands)
        self._go_on()

    def stop(self) -> None:
        """Do nothing more."""
        self._commands = []
        self._awaited = None
        self._pace.stop()
        self._looking.stop()

    def shutdown(self) -> None:
        """Do nothing any more."""
        self.stop()

    def _on_pace(self) -> None:
        """Do the next command once what came of the last one has come to rest.

        What goes on by itself, as a training does, is not waited for long: the next command waits
        for something in it, or ends it.
        """
        self._waits += 1
        is_enough = self._waits > _MOST_WAITS or (
            bool(self._commands) and self._commands[0].name == UNTIL
        )
        if self._scene.is_still or (is_enough and self._scene.is_there):
            self._go_on()
        else:
            self._pace.start(max(self._pace.interval(), _LOOK_MS))

    def _go_on(self) -> None:
        self._waits = 0
        if not self._commands:
            self.ended.emit()
            return
        command = self._commands.pop(0)
        self.began.emit(command)
        try:
            self._do(command)
        except EngineError as error:
            self.stop()
            self.failed.emit(error_sentence(error))
            return
        if self._awaited is None:
            self._pace.start()

    def _do(self, command: Command) -> None:
        if command.name == UNTIL:
            self._awaited = until_condition(command)
            self._looks = self._settled = 0
            self._look()
            return
        self._scene.perform(command, arguments_of(command, self._scene.kinds, self._scene.facts))

    def _look(self) -> None:
        if self._awaited is None:
            return
        missing = unmet(self._awaited, self._scene.facts)
        if not missing:
            self._awaited = None
            self._pace.start()
            return
        self._looks += 1
        self._settled = self._settled + 1 if self._scene.is_still else 0
        if self._looks > _MOST_LOOKS or self._settled > _MOST_SETTLED:
            self.stop()
            self.failed.emit(unmet_sentence(missing[0]))
            return
        self._looking.start()


def arguments_of(
    command: Command, kinds: Callable[[Command], tuple[str, ...]], facts: Facts
) -> list[object]:
    """Return a command's arguments as it takes them: formulas of facts as what they are worth.

    Raises:
        EngineError: There are too many or too few, or a formula has no value.
    """
    wanted = kinds(command)
    given = list(command.arguments)
    least = sum(1 for kind in wanted if not kind.endswith("?"))
    if not least <= len(given) <= len(wanted):
        raise EngineError(
            "lesson_command_count",
            f"The command “{quote(command.name)}” takes {least} to {len(wanted)} arguments, and "
            f"these are {len(given)}.",
            name=quote(command.name),
            least=least,
            most=len(wanted),
            found=len(given),
        )
    return [
        fact_value(str(argument), facts) if kind.startswith("value") else str(argument)
        for argument, kind in zip(given, wanted, strict=False)
    ]
