"""The card that opens a number into its arithmetic, in three lines."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from desktop.desk.settling import Delay
from desktop.foundation.plain_label import PlainLabel
from desktop.foundation.translation import filled
from desktop.training.network.layout import Bias, Connection, Unit
from desktop.training.network.network_numbers import numbers_of
from desktop.training.network.selection import Selection
from desktop.training.results.neuron_lines import neuron_lines
from desktop.training.results.update_lines import UpdateLines, gradient_text, update_lines
from desktop.widgets.formulas.formula_view import FormulaView
from engine.arrays import Array
from engine.training.network.sample_pass import SamplePass, sample_pass
from engine.training.run.loop import TrainingStep
from engine.training.run.run import TrainingRun

_FORMULA_PX = 15.0
# Three of a neuron, and two more where its output is told in the target's units.
_MOST_LINES = 5
# Typesetting takes a frame: it waits until nothing has changed for a while.
_WAIT_MS = 130


class ArithmeticCard(QWidget):
    """Shows how the chosen neuron comes to its output, or what the next step does to a weight."""

    def __init__(self, selection: Selection, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._selection = selection
        self._run: TrainingRun | None = None
        self._record: TrainingStep | None = None
        self._is_playing = False
        self._lines: UpdateLines | None = None
        self._heading = PlainLabel(self)
        self._heading.setWordWrap(True)
        self._texts = [self._make_text() for _ in range(_MOST_LINES)]
        self.formulas = [FormulaView("", self, size_px=_FORMULA_PX) for _ in range(3)]
        self._note = PlainLabel(self)
        self._note.setWordWrap(True)
        self._note.setProperty("kind", "muted")
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(5)
        for part in (self._heading, *self._texts, *self.formulas, self._note):
            layout.addWidget(part)
        self._wait = Delay(_WAIT_MS, self._draw_formulas, self)
        selection.sample_changed.connect(lambda _: self._show())
        selection.part_changed.connect(lambda _: self._show())

    def _make_text(self) -> QLabel:
        label = PlainLabel(self)
        label.setWordWrap(True)
        label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        return label

    @property
    def lines(self) -> list[str]:
        """The lines shown: texts of a neuron, or LaTeX of an update."""
        if self._lines is not None:
            return [self._lines.symbols, self._lines.numbers, self._lines.result]
        return [label.text() for label in self._texts if label.isVisibleTo(self)]

    @property
    def heading(self) -> str:
        """What the arithmetic is of, or how to choose something."""
        return self._heading.text()

    @property
    def note(self) -> str:
        """What is told below the lines."""
        return self._note.text()

    def show_record(self, run: TrainingRun, record: TrainingStep, *, is_playing: bool) -> None:
        """Show the arithmetic of a network as it stands at a record."""
        self._run, self._record, self._is_playing = run, record, is_playing
        self._show()

    def _show(self) -> None:
        self._wait.stop()
        self._lines = None
        part, sample = self._selection.part, self._sample()
        if isinstance(part, Connection | Bias):
            self._show_update(part, sample)
        elif sample is not None:
            self._show_neuron(part, sample)
        else:
            self._show_texts(
                self.tr(
                    "Click on a sample or a row, then on a neuron, to see how it comes to its "
                    "output; click on a weight or bias to see what the next step does to it."
                )
            )
            self._heading.setProperty("kind", "muted")
            self._restyle()

    def _sample(self) -> SamplePass | None:
        if self._selection.sample is None or self._run is None or self._record is None:
            return None
        found = self._selection.sample.of(self._run)
        if found is None:
            return None
        return sample_pass(self._run.network, self._record.parameters, *found)

    def _original(self) -> Array | None:
        """Return the chosen sample's inputs in their own units."""
        chosen = self._selection.sample
        found = None if chosen is None or self._run is None else chosen.original_of(self._run)
        return None if found is None else found[0]

    def _show_neuron(self, unit: Unit | None, sample: SamplePass) -> None:
        assert self._run is not None
        assert self._record is not None
        numbers = numbers_of(self._run, self._record.parameters)
        unit = unit or Unit(len(self._run.layers) - 1, 0)
        heading = filled(self.tr("Output of {0} for the chosen sample"), numbers.name(unit))
        self._show_texts(heading, *neuron_lines(numbers, sample, unit, self._original()))
        self._heading.setProperty("kind", "")
        self._restyle()

    def _show_update(self, part: Connection | Bias, sample: SamplePass | None) -> None:
        assert self._run is not None
        assert self._record is not None
        numbers = numbers_of(self._run, self._record.parameters)
        self._show_texts(filled(self.tr("Next step of {0}"), numbers.text(part)))
        self._heading.setProperty("kind", "")
        self._restyle()
        note = "" if sample is None else gradient_text(numbers, sample, part)
        if note and len(self._run.dataset) > 1:
            # The step takes the mean over its batch, which is another number.
            note = filled(self.tr("The chosen sample alone: {0}"), note)
        if self._is_playing:
            self._note.setText(self.tr("Pause to see this step's numbers."))
            self._note.show()
            return
        self._note.setText(note)
        self._note.setVisible(bool(note))
        self._lines = update_lines(self._run, self._record, part)
        self._wait.start()

    def _show_texts(self, heading: str, *texts: str) -> None:
        self._heading.setText(heading)
        blank = ("",) * len(self._texts)
        for label, text in zip(self._texts, (*texts, *blank), strict=False):
            label.setText(text)
            label.setVisible(bool(text))
        for formula in self.formulas:
            formula.hide()
        self._note.hide()

    def _draw_formulas(self) -> None:
        if self._lines is None:
            return
        lines = (self._lines.symbols, self._lines.numbers, self._lines.result)
        for view, line in zip(self.formulas, lines, strict=True):
            view.set_latex(line)
            view.show()

    def _restyle(self) -> None:
        self._heading.style().unpolish(self._heading)
        self._heading.style().polish(self._heading)
