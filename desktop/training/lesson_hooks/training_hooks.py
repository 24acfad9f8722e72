"""The hooks of the training page."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Any

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from desktop.training.experiments.experiment_list import TRAINER
from desktop.training.lesson_hooks.drawn_line import DrawnLine
from desktop.training.lesson_hooks.solved_watch import SolvedWatch
from desktop.training.lesson_hooks.training_commands import Hands, speed_of, training_commands
from desktop.training.lesson_hooks.training_veil import TRAINING_VEILS
from desktop.training.pictures.stage import BOUNDARY
from desktop.widgets.panels.page_hooks import HookCommand, PageHooks
from desktop.widgets.panels.part_hiding import PartHiding
from desktop.widgets.panels.veil import Veil
from engine.lessons.facts import Fact, Facts, LazyFacts
from engine.lessons.files import LessonFiles
from engine.settings import number_within, one_of
from engine.training.analysis.run_facts import run_facts
from engine.training.run.opened import opened_training, state_of
from engine.training.run.setup import TrainingSetup

PLANE = "plane"
_SPEED = 60.0


class TrainingHooks(PageHooks):
    """Facts about the network in training and about the experiments, and what can be done.

    A state names what ``engine.training.run.opened`` reads, with ``picture``, ``experiment`` and
    ``speed``, and under an experiment's name what is chosen in it.
    """

    def __init__(
        self,
        hands: Hands,
        first: TrainingSetup,
        parts: Callable[[], Mapping[str, QWidget]],
        veil: Veil,
        parent: QObject,
    ) -> None:
        """Follow a page.

        Args:
            hands: What the commands take hold of.
            first: What there is at first.
            parts: Returns the parts of the page by name.
            veil: What keeps numbers to itself.
            parent: The page.
        """
        super().__init__(parent)
        self._hands, self._first, self._parts = hands, first, parts
        self._hiding, self._veil = PartHiding(), veil
        self._watch = SolvedWatch(hands.session, self)
        self._line = DrawnLine(hands.stage.boundary_view, hands.session, self)
        self._commands = training_commands(hands)
        session, views = hands.session, hands.views
        for signal in (
            session.restarted,
            session.progressed,
            session.changed,
            session.setup_changed,
            session.playing_changed,
            session.stopped,
            session.failed,
            views.shown,
            views.changed,
            hands.stage.chosen,
            self._watch.found,
            self._line.changed,
        ):
            signal.connect(lambda *_: self.facts_changed.emit())
        hands.stage.boundary_view.plot.clicked.connect(
            lambda x, y: self.pointed.emit(PLANE, (float(x), float(y)))
        )

    def facts(self) -> Facts:
        """Return the facts of the network at the step shown, and those of all experiments."""
        session, views = self._hands.session, self._hands.views
        sources: dict[str, Callable[[], Fact]] = {
            **run_facts(session.run, session.record, session.moment),
            **views.facts(),
            "solved_at": self._solved_at,
            "last_step": lambda: float(session.history.last.step),
            "playing": lambda: float(session.is_playing),
            "picture": lambda: self._hands.stage.name,
            "experiment": lambda: views.current,
            "right_of_line": lambda: self._line.right,
        }
        return LazyFacts(sources)

    def _solved_at(self) -> float | None:
        solved = self._watch.solved
        return None if solved is None else solved.epochs

    def parts(self) -> Mapping[str, QWidget]:
        """Return the parts of the page."""
        return self._parts()

    def veils(self) -> frozenset[str]:
        """Return the kinds of numbers that can be hidden."""
        return TRAINING_VEILS

    def set_hidden(self, names: frozenset[str]) -> None:
        """Hide kinds of numbers, and parts; a column gives its room to the pictures."""
        # What both hide is shown again by neither before the other.
        self._hiding.show_again(self._parts(), names - TRAINING_VEILS)
        self._veil.set_hidden(names & TRAINING_VEILS)
        self._hiding.show_without(self._parts(), names - TRAINING_VEILS)

    def show_points(self, on: str, points: Sequence[tuple[float, float]]) -> None:
        """Draw the line through two places of the plane; other plots show nothing."""
        if on == PLANE:
            self._line.show_points(points)

    def commands(self) -> Mapping[str, HookCommand]:
        """Return what can be done."""
        line = HookCommand(self._draw_line, ("value", "value", "value", "value"))
        return {**self._commands, "line": line}

    def _draw_line(self, *numbers: object) -> None:
        x1, y1, x2, y2 = (number_within("line", item, -1e9, 1e9) for item in numbers)
        self._hands.stage.choose(BOUNDARY)
        self._line.show_points(((x1, y1), (x2, y2)))

    def state(self) -> dict[str, Any]:
        """Return what differs from the page as it is at first."""
        session, views, stage = self._hands.session, self._hands.views, self._hands.stage
        state = state_of(session.content, self._first)
        if stage.name != BOUNDARY:
            state["picture"] = stage.name
        if session.speed != _SPEED:
            state["speed"] = session.speed
        if views.current != TRAINER:
            state["experiment"] = views.current
            state[views.current] = views.view(views.current).chosen()
        return state

    def open_state(self, state: Mapping[str, Any], files: LessonFiles) -> None:
        """Show a state at once; see `opening`."""
        for _ in self.opening(state, files):
            pass

    def opening(self, state: Mapping[str, Any], files: LessonFiles) -> Iterator[None]:
        """Show a state; what it takes to train up to its epoch is done beside the interface."""
        session, views, stage = self._hands.session, self._hands.views, self._hands.stage
        content = opened_training(state, files.text, self._first)
        picture = one_of(state.get("picture", BOUNDARY), stage.names)
        experiment = one_of(state.get("experiment", TRAINER), views.names)
        speed = speed_of(state["speed"]) if "speed" in state else _SPEED
        chosen = state.get(experiment, {})
        self._line.show_points(())
        session.open(replace(content, views={}))
        session.set_speed(speed)
        self._hands.edits.forget()
        yield
        stage.choose(picture)
        yield
        views.begin_anew()
        if experiment != TRAINER:
            yield
            yield from views.showing_still(experiment, chosen)
