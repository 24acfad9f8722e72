"""What the views of all experiments have in common."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import cast

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from desktop.training.experiments.choice import Choice
from desktop.widgets.bars.step_bar import StepBar
from desktop.widgets.panels.column_plan import Side
from desktop.widgets.panels.columns import Columns
from desktop.widgets.panels.main_column import MainColumn
from engine.settings import not_among
from engine.training.analysis.run_facts import Sources
from engine.training.run.run import TrainingRun


@dataclass(frozen=True)
class StepBarState:
    """Where a step bar stood, for a view made anew."""

    position: int
    speed: float


class ExperimentView(QWidget):
    """One experiment: it fills the page while it is shown, and knows nothing of the page.

    Signals:
        run_opened(run: TrainingRun): The user wants this run in the training view.
        told(text: str, severity: str): A sentence for the message bar; see `Page.reported`.
        changed(): What `facts` and `chosen` tell may be another one.
    """

    run_opened = Signal(object)
    told = Signal(str, str)
    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        # The keys of the step bar work wherever nothing else wants them.
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self._parts: tuple[QWidget, ...] = ()

    @property
    def step_bar(self) -> StepBar | None:
        """The bar that Space, ←, →, Home and End move, if the experiment has one."""
        return None

    def begin(self) -> None:
        """Show what the first choices lead to; called once, when the view itself is made."""

    def show_run(self, run: TrainingRun) -> None:
        """Take note of the run in the training view; called whenever this view is shown."""

    def facts(self) -> Sources:
        """Return what is the case here by name, the names that `Experiment.facts` lists."""
        return {}

    def choices(self) -> Mapping[str, Choice]:
        """Return what can be chosen here, by name."""
        return {}

    def choose(self, chosen: Mapping[str, object]) -> None:
        """Choose by name, as with the controls, in the order of `choices`.

        Raises:
            SettingError: There is no such choice, or it takes no such value.
        """
        for _ in self.choosing(chosen):
            pass

    def choosing(self, chosen: Mapping[str, object]) -> Iterator[None]:
        """Choose so, one thing after the other.

        Raises:
            SettingError: There is no such choice, or it takes no such value.
        """
        known = self.choices()
        for name in chosen:
            if name not in known:
                raise not_among(name, known)
        for name, choice in known.items():
            if name in chosen:
                choice.take(chosen[name])
                yield

    def chosen(self) -> dict[str, object]:
        """Return what is chosen, as `choose` takes it."""
        return {name: choice.present() for name, choice in self.choices().items()}

    def settings(self) -> dict[str, float | str]:
        """Return what is set, as `choose` takes it: what is chosen, but for where one looks."""
        found = {
            name: choice.present() for name, choice in self.choices().items() if not choice.is_place
        }
        return {
            name: value if isinstance(value, str) else float(cast("float", value))
            for name, value in found.items()
        }

    def own_runs(self) -> Mapping[str, TrainingRun]:
        """Return the runs that are trained here and not in the training view, by name."""
        return {}

    def take_runs(self, runs: Mapping[str, TrainingRun]) -> None:
        """Train the runs that `own_runs` has told of; none for what there was at first."""

    @property
    def place(self) -> int | None:
        """Where one looks, such as a step; None where there is nothing of that kind."""
        return None if self.step_bar is None else self.step_bar.position

    def come_to(self, place: int) -> None:
        """Look where one has looked, as soon as that is computed."""
        if self.step_bar is not None:
            self.step_bar.go_to(min(place, self.step_bar.last))

    def parts(self) -> Sequence[QWidget]:
        """Return what the view consists of, each of which takes a piece of time to be dressed."""
        return self._parts or (self,)

    def veiled_parts(self) -> Mapping[str, Sequence[QWidget]]:
        """Return the parts that tell of a kind of numbers: loss, curves, numbers or boundary."""
        return {}

    def show_still(self, run: TrainingRun) -> None:
        """Be shown as `show_run` does, but begin nothing that `run` would begin."""
        self.show_run(run)

    def run(self) -> None:
        """Do what the experiment is for, from its beginning if it is at its end."""
        if self.step_bar is not None:
            self.step_bar.play()

    def handle_key(self, key: int) -> bool:
        """Act on a key without modifiers; return whether it meant something here."""
        return self.step_bar is not None and self.step_bar.handle_key(key)

    def pause(self) -> None:
        """Stop what moves by itself, because another view is shown."""
        if self.step_bar is not None:
            self.step_bar.pause()

    def snapshot(self) -> object:
        """Return what `restore` needs in a view made anew, such as in another language."""
        return None

    def restore(self, snapshot: object) -> None:
        """Show what another view of the same class has shown."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Act on the view's keys and pass on all others."""
        if event.modifiers() or not self.handle_key(event.key()):
            super().keyPressEvent(event)

    def showEvent(self, event: QShowEvent) -> None:
        """Take the keys."""
        super().showEvent(event)
        self.setFocus(Qt.FocusReason.OtherFocusReason)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Take the keys back from a field when the ground beside it is clicked."""
        self.setFocus(Qt.FocusReason.MouseFocusReason)
        super().mousePressEvent(event)

    def _lay_out_columns(self, left: QWidget, centre: QWidget, right: QWidget | None) -> None:
        """Put the controls at the left, the pictures in the middle, the numbers at the right."""
        sides: dict[Side, QWidget] = {"left": left}
        if right is not None:
            sides["right"] = right
        self._parts = (centre, *sides.values())
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(Columns(f"training/{type(self).__name__}", centre, sides, self))


def canvas_column(views: Sequence[QWidget], parent: QWidget) -> MainColumn:
    """Return the middle of an experiment, whose views keep their share of the height."""
    centre = MainColumn(views, parent)
    centre.setProperty("kind", "canvas")
    centre.set_margins(14, 12, 14, 12)
    return centre


def bar_state(bar: StepBar) -> StepBarState:
    """Return where a step bar stands."""
    return StepBarState(bar.position, bar.speed)


def put_bar(bar: StepBar, state: StepBarState) -> None:
    """Move a step bar to where another one stood."""
    bar.set_speed(state.speed)
    bar.set_position(state.position)


def text_of(parts: Sequence[str]) -> str:
    """Join the parts of a description by middle dots."""
    return " · ".join(part for part in parts if part)
