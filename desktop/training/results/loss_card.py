"""The loss opened into its terms: formula, numbers, result, and the penalties added to it."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.desk.background_task import BackgroundTask
from desktop.desk.settling import Delay
from desktop.foundation.plain_label import PlainLabel
from desktop.widgets.formulas.long_formula import LongFormula
from engine.autodiff.passes.plan import compile_plan
from engine.autodiff.passes.reverse import forward_pass
from engine.explanation.added_terms import added_terms
from engine.explanation.number_latex import Ink
from engine.training.run.loop import TrainingStep
from engine.training.run.run import TrainingRun

_FORMULA_PX = 14.0
_DIGITS = 4
_WAIT_MS = 130
_INK = Ink("", "", _DIGITS)


class LossCard(QWidget):
    """Writes out the loss of the data to train on, while it can be seen and nothing plays."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._wanted: tuple[TrainingRun, TrainingStep] | None = None
        self._shown: tuple[TrainingRun, TrainingStep] | None = None
        self._lines: tuple[str, ...] = ()
        self._hint = PlainLabel(self.tr("Pause to see this step's numbers."), self)
        self._hint.setProperty("kind", "muted")
        self._hint.setWordWrap(True)
        self._hint.hide()
        self._unit = PlainLabel(self.tr("Targets and predictions stand here standardized."), self)
        self._unit.setProperty("kind", "muted")
        self._unit.setWordWrap(True)
        self._unit.hide()
        self._views: list[LongFormula] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(5)
        self._column.addWidget(self._hint)
        self._column.addWidget(self._unit)
        self._wait = Delay(_WAIT_MS, self._compute, self)
        self._task = BackgroundTask(self)
        self._task.done.connect(self._on_done)

    @property
    def lines(self) -> tuple[str, ...]:
        """The lines shown, in LaTeX."""
        return self._lines

    @property
    def unit_note(self) -> str:
        """What is said about the units of the terms, or ''."""
        return "" if self._unit.isHidden() else self._unit.text()

    @property
    def formulas(self) -> list[LongFormula]:
        """The formulas that are shown, each broken into as many lines as it takes."""
        return [view for view in self._views if not view.isHidden()]

    def show_record(self, run: TrainingRun, record: TrainingStep, *, is_playing: bool) -> None:
        """Show the loss of a network as it stands at a record."""
        self._wanted = (run, record)
        self._hint.setVisible(is_playing)
        self._unit.setVisible(bool(run.dataset.target_scales))
        for view in self._views:
            view.setVisible(not is_playing)
        if not is_playing and self.isVisible():
            self._wait.start()

    def showEvent(self, event: object) -> None:
        """Write out what nobody could see before."""
        super().showEvent(event)  # type: ignore[arg-type]
        if self._wanted is not None and self._hint.isHidden():
            self._wait.start()

    def _compute(self) -> None:
        if self._wanted is not None and self._wanted != self._shown:
            self._shown = self._wanted
            self._task.submit(partial(_loss_lines, *self._wanted))

    def _on_done(self, lines: object) -> None:
        if not isinstance(lines, tuple):
            return
        self._lines = lines
        while len(self._views) < len(lines):
            self._views.append(LongFormula(self, size_px=_FORMULA_PX))
            self._column.addWidget(self._views[-1])
        for view, line in zip(self._views, lines, strict=False):
            view.set_latex(line)
        for place, view in enumerate(self._views):
            view.setVisible(place < len(lines) and self._hint.isHidden())


def _loss_lines(run: TrainingRun, record: TrainingStep) -> Iterator[tuple[str, ...]]:
    network, data = run.network, run.dataset
    graph = network.with_samples(record.parameters, data.inputs, data.targets)
    values = forward_pass(compile_plan(graph))
    yield added_terms(graph, network.data_loss, network.loss, values, _INK)
