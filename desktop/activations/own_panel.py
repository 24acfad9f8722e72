"""Your own functions: a line to type a formula of x in, and those typed so far."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QGridLayout,
    QHBoxLayout,
    QSizePolicy,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from desktop.activations.desk import ActivationDesk
from desktop.activations.function_chip import FunctionChip
from desktop.desk.background_task import BackgroundTask
from desktop.desk.explaining import explain
from desktop.foundation.plain_label import PlainLabel
from desktop.foundation.theme import theme, theme_notifier
from desktop.foundation.translation import filled
from desktop.widgets.fields.problem_label import ProblemLabel
from desktop.widgets.formula_entry.formula_asking import FormulaAsking
from desktop.widgets.formula_entry.formula_edit import FormulaEdit
from desktop.widgets.formula_entry.typing_help import TypingContext, TypingHelp
from engine.errors import EngineError, FormulaError
from engine.formula.completion import takes_numbers
from engine.formula.own_functions import QUICK_SIGNS, free_name, own_label, reading, typed_latex

_FORMULA_PX = 66


class OwnPanel(QWidget):
    """Enter adds the formula; a button brings one back into the line, where Enter changes it.

    Signals:
        drag_wanted(name: str): A function's chip is being dragged away.
    """

    drag_wanted = Signal(str)

    def __init__(self, desk: ActivationDesk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._edited = ""
        self._chips: dict[str, FunctionChip] = {}
        self._buttons: dict[str, tuple[QToolButton, QToolButton]] = {}
        self._head = PlainLabel("f(x) =", self)
        self.edit = FormulaEdit(self)
        self.edit.setPlaceholderText(self.tr("x*sigmoid(2*x)"))
        tip = self.tr("Type any formula of x, such as x*exp(-x) or max(x, 0.2*x); Enter shows it")
        explain(self.edit, self.tr("Formula of your own function of x"), tip)
        self._head.setBuddy(self.edit)
        self.help = TypingHelp(self.edit, lambda: TypingContext(("x",), typed_latex, takes_numbers))
        self._problem = ProblemLabel(self)
        self.asking = FormulaAsking(self.edit, self._problem)
        self._waiting = PlainLabel(self.tr("Reading the formula …"), self)
        self._waiting.setProperty("kind", "muted")
        self._waiting.hide()
        line = QHBoxLayout()
        line.setSpacing(6)
        line.addWidget(self._head)
        line.addWidget(self.edit, 1)
        self._rows = QGridLayout()
        self._rows.setHorizontalSpacing(2)
        self._rows.setVerticalSpacing(4)
        self._rows.setColumnStretch(0, 1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(6)
        layout.addLayout(line)
        layout.addWidget(self._problem)
        layout.addWidget(self._waiting)
        layout.addLayout(self._rows)
        self._task = BackgroundTask(self)
        self._task.busy_changed.connect(self._waiting.setVisible)
        self._task.done.connect(self._on_read)
        self._task.refused.connect(self._on_refused)
        self._entered = ""
        self.edit.entered.connect(self._on_entered)
        self.edit.reverted.connect(self._on_reverted)
        self.asking.answered.connect(self._on_entered)
        self.edit.textChanged.connect(lambda: self._problem.say(""))
        desk.own_changed.connect(self._make_rows)
        desk.chosen_changed.connect(self.show_looks)
        theme_notifier().follow(self._make_rows)
        self._make_rows()

    @property
    def problem(self) -> str:
        """The sentence under the line, or ''."""
        return self._problem.sentence

    @property
    def waiting(self) -> str:
        """The sentence that says that a long formula is being read, or ''."""
        return self._waiting.text() if self._waiting.isVisibleTo(self) else ""

    def chip(self, name: str) -> FunctionChip:
        """The chip of a typed function."""
        return self._chips[name]

    def change_button(self, name: str) -> QToolButton:
        """The button that brings a formula back into the line."""
        return self._buttons[name][0]

    def remove_button(self, name: str) -> QToolButton:
        """The button that throws a formula away."""
        return self._buttons[name][1]

    def typed(self) -> str | None:
        """Return what is typed and was not entered; None where that is nothing new."""
        text = self.edit.text()
        return None if text in ("", self._desk.own.get(self._edited)) else text

    def type_again(self, text: str) -> None:
        """Type what was typed and not entered before."""
        self.edit.setText(text)

    def show_looks(self) -> None:
        """Let the chips carry the lines that their functions are drawn with."""
        for name, chip in self._chips.items():
            is_shown = name in self._desk.chosen
            chip.blockSignals(True)
            chip.setChecked(is_shown)
            chip.blockSignals(False)
            chip.show_look(self._desk.look(name) if is_shown else None)

    def _make_rows(self) -> None:
        for chip in self._chips.values():
            _discard(self._rows, chip)
        for pair in self._buttons.values():
            for button in pair:
                _discard(self._rows, button)
        self._chips, self._buttons = {}, {}
        if self._edited not in self._desk.own:
            self._edited = ""
        for row, (name, text) in enumerate(self._desk.own.items()):
            self._make_row(row, name, text)
        self.show_looks()

    def _make_row(self, row: int, name: str, text: str) -> None:
        operation = self._desk.operation(name)
        chip = FunctionChip(operation, self)
        label = own_label(name, text)
        explain(chip, label, label)
        # The panel's width is given: a long formula gives way.
        chip.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        width = theme().px(_FORMULA_PX)
        chip.setText(chip.fontMetrics().elidedText(label, Qt.TextElideMode.ElideRight, width))
        chip.toggled.connect(lambda shown: self._desk.choose(name, shown))
        chip.drag_wanted.connect(self.drag_wanted)
        self._chips[name] = chip
        change = self._button("square-function", filled(self.tr("Change {0}"), label))
        change.clicked.connect(lambda: self._on_change(name))
        remove = self._button("trash-2", filled(self.tr("Throw {0} away"), label))
        remove.clicked.connect(lambda: self._desk.remove_own(name))
        self._buttons[name] = (change, remove)
        self._rows.addWidget(chip, row, 0)
        self._rows.addWidget(change, row, 1)
        self._rows.addWidget(remove, row, 2)
        for widget in (chip, change, remove):
            widget.show()

    def _button(self, icon: str, tip: str) -> QToolButton:
        button = QToolButton(self)
        button.setIcon(theme().icon(icon, "text_muted"))
        button.setProperty("kind", "flat")
        explain(button, tip, tip, by_tab=True)
        return button

    def _on_entered(self) -> None:
        text = self.edit.text()
        if len(text) <= QUICK_SIGNS or self._is_known(text.strip()):
            self._take(text)
            return
        self._entered = text
        name = self._edited or free_name(self._desk.own)
        self._task.submit(partial(reading, name, text.strip()))

    def _is_known(self, text: str) -> bool:
        return not self._edited and text in self._desk.own.values()

    def _on_read(self, _last: object) -> None:
        self._take(self._entered)

    def _on_refused(self, _sentence: str, error: EngineError) -> None:
        if isinstance(error, FormulaError):
            self._complain(self._entered, error)

    def _take(self, text: str) -> None:
        try:
            if self._edited:
                self._desk.change_own(self._edited, text)
            else:
                self._desk.add_own(text)
        except FormulaError as error:
            self._complain(text, error)
            return
        self._edited = ""
        if self.edit.text() == text:
            self.edit.clear()

    def _complain(self, text: str, error: FormulaError) -> None:
        # Meanwhile something else may stand there.
        if self.edit.text() == text:
            shift = len(text) - len(text.lstrip())
            self.edit.mark_fault(error.position + shift, error.length, is_sought=True)
            self.asking.say(error)

    def _on_change(self, name: str) -> None:
        self._edited = name
        self.edit.setText(self._desk.own[name])
        self.edit.selectAll()
        self.edit.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_reverted(self) -> None:
        self._edited = ""
        self.edit.clear()


def _discard(layout: QGridLayout, widget: QWidget) -> None:
    layout.removeWidget(widget)
    widget.hide()
    widget.deleteLater()
