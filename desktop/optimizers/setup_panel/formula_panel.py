"""Where a formula of x and y is typed, and the part of the plane that it is looked at in."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from desktop.desk.explaining import explain
from desktop.foundation.plain_label import PlainLabel
from desktop.foundation.theme import theme, theme_notifier
from desktop.foundation.translation import filled
from desktop.widgets.fields.number_field import NumberField
from desktop.widgets.fields.problem_label import ProblemLabel
from desktop.widgets.formula_entry.formula_asking import FormulaAsking
from desktop.widgets.formula_entry.formula_edit import FormulaEdit
from desktop.widgets.formula_entry.typing_help import TypingContext, TypingHelp
from engine.errors import EngineError, FormulaError
from engine.formula.completion import takes_numbers
from engine.races.own_surface import LONGEST_FORMULA, FormulaSource
from engine.surfaces.function import surface_latex
from engine.surfaces.surface import Box

_FIRST_FORMULA = "x**2 + 3*y**2 + sin(3*x)"
_FIRST_VIEW = Box(-4.0, 4.0, -3.0, 3.0)
_FIELD_PX = 72
_FARTHEST = 1e6
# One above this length is read on another thread.
QUICK_SIGNS = 400


class FormulaPanel(QWidget):
    """A line for the formula and four fields for the view.

    Signals:
        wanted(source: FormulaSource): A formula that can be drawn was entered.
    """

    wanted = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._kept = FormulaSource(_FIRST_FORMULA, _FIRST_VIEW)
        self.edit = FormulaEdit(self)
        self.edit.setText(_FIRST_FORMULA)
        self.edit.setPlaceholderText("x**2 + y**2")
        tip = self.tr("A formula of x and y, such as x**2 + sin(y); Enter draws it")
        explain(self.edit, self.tr("Formula of the surface"), tip)
        self.help = TypingHelp(self.edit, _context)
        self.problem_label = ProblemLabel(self)
        self.asking = FormulaAsking(self.edit, self.problem_label)
        self._fields = {
            name: self._field(words, tip_, value)
            for (name, words, tip_), value in zip(self._edges(), _FIRST_VIEW, strict=True)
        }
        self._lay_out()
        self.edit.entered.connect(self.commit)
        self.edit.left.connect(self.take_typed)
        self.edit.reverted.connect(self._on_reverted)
        self.asking.answered.connect(self.commit)
        self.edit.textChanged.connect(lambda: self._complain(""))
        theme_notifier().follow(self._on_theme_changed)
        self._on_theme_changed()

    @property
    def problem(self) -> str:
        """The sentence that says what is wrong, or ''."""
        return self.problem_label.sentence

    def view_field(self, edge: str) -> NumberField:
        """Return the field of an edge: left, right, bottom or top."""
        return self._fields[edge]

    def show_source(self, source: FormulaSource) -> None:
        """Show a formula and its view, unless another is being typed."""
        self._kept = source
        if self.edit.text() != source.text and not self.edit.isModified():
            self.edit.setText(source.text)
        for field, value in zip(self._fields.values(), source.view, strict=True):
            if field.value != value:
                field.set_value(value)

    def typed(self) -> str | None:
        """Return what is typed and was not entered; None where that is nothing new."""
        text = self.edit.text()
        return text if self.edit.isModified() and text != self._kept.text else None

    def type_again(self, text: str) -> None:
        """Type what was typed and not entered before."""
        self.edit.setText(text)
        self.edit.setModified(True)

    def take_typed(self) -> None:
        """Take what is typed as when the line is left."""
        if self.edit.isModified():
            self.commit()

    def commit(self) -> bool:
        """Offer what stands here if it can be drawn; tell whether it can.

        Whether a long formula can be drawn is found out by whoever takes the offer.
        """
        source = FormulaSource(self.edit.text().strip(), self._view())
        if not self._is_view(source.view):
            return False
        if len(self.edit.text()) > LONGEST_FORMULA:
            self._refuse_length(len(self.edit.text()))
            return False
        if len(source.text) <= QUICK_SIGNS:
            try:
                source.compile()
            except EngineError as error:
                self.show_error(error)
                if self.edit.fault is None:
                    self.edit.mark_fault(0, len(self.edit.text()), is_sought=True)
                return False
        self.edit.clear_fault()
        self.edit.setModified(False)
        self._complain("")
        self._kept = source
        self.wanted.emit(source)
        return True

    def show_error(self, error: EngineError) -> None:
        """Say why what was entered cannot be drawn, and where if that is known."""
        if isinstance(error, FormulaError):
            lead = len(self.edit.text()) - len(self.edit.text().lstrip())
            self.edit.mark_fault(error.position + lead, error.length, is_sought=True)
        elif "name" in error.details:
            self._mark_name(str(error.details["name"]))
        self.asking.say(error)

    def _refuse_length(self, length: int) -> None:
        self.edit.mark_fault(LONGEST_FORMULA, length - LONGEST_FORMULA, is_sought=True)
        text = self.tr("This formula has {0} characters; at most {1} can be drawn.")
        self._complain(filled(text, f"{length:,}", f"{LONGEST_FORMULA:,}"))

    def _mark_name(self, name: str) -> None:
        place = self.edit.text().find(name) if name else -1
        if place >= 0:
            self.edit.mark_fault(place, len(name), is_sought=True)
        else:
            self.edit.mark_fault(0, len(self.edit.text()), is_sought=True)

    def _is_view(self, view: Box) -> bool:
        if not (view.left < view.right and view.bottom < view.top):
            self._complain(
                self.tr("The view must reach from a smaller to a larger number, along both axes.")
            )
        elif not view.is_resolved:
            self._complain(
                self.tr("The view is too narrow to be drawn: put its edges further apart.")
            )
        else:
            return True
        return False

    def _view(self) -> Box:
        return Box(*(field.value for field in self._fields.values()))

    def _complain(self, sentence: str) -> None:
        self.problem_label.say(sentence)

    def _edges(self) -> tuple[tuple[str, str, str], ...]:
        return (
            ("left", self.tr("x from"), self.tr("The left edge of the view")),
            ("right", self.tr("x to"), self.tr("The right edge of the view")),
            ("bottom", self.tr("y from"), self.tr("The lower edge of the view")),
            ("top", self.tr("y to"), self.tr("The upper edge of the view")),
        )

    def _field(self, words: str, tip: str, value: float) -> NumberField:
        field = NumberField(
            value, minimum=-_FARTHEST, maximum=_FARTHEST, step=0.5, digits=5, parent=self
        )
        field.setAccessibleName(words)
        field.set_explanation(tip)
        field.value_changed.connect(lambda _: self._on_view_changed())
        return field

    def _lay_out(self) -> None:
        label = PlainLabel("f(x, y) =", self)
        label.setBuddy(self.edit)
        grid = QGridLayout()
        grid.setHorizontalSpacing(6)
        grid.setVerticalSpacing(4)
        for row, first, second in ((0, "left", "right"), (1, "bottom", "top")):
            words = PlainLabel(self.tr("x from") if row == 0 else self.tr("y from"), self)
            to = PlainLabel(self.tr("to"), self)
            words.setBuddy(self._fields[first])
            to.setBuddy(self._fields[second])
            grid.addWidget(words, 3 * row, 0)
            grid.addWidget(self._fields[first], 3 * row, 1)
            grid.addWidget(to, 3 * row, 2)
            grid.addWidget(self._fields[second], 3 * row, 3)
            grid.addWidget(self._fields[first].problem_label, 3 * row + 1, 0, 1, 4)
            grid.addWidget(self._fields[second].problem_label, 3 * row + 2, 0, 1, 4)
        grid.setColumnStretch(4, 1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(6)
        for part in (label, self.edit, self.problem_label):
            layout.addWidget(part)
        layout.addLayout(grid)
        label.setAlignment(Qt.AlignmentFlag.AlignLeft)

    def _on_reverted(self) -> None:
        self.edit.setText(self._kept.text)
        self.edit.setModified(False)
        self._complain("")

    def _on_view_changed(self) -> None:
        self.commit()

    def _on_theme_changed(self) -> None:
        for field in self._fields.values():
            field.setFixedWidth(theme().px(_FIELD_PX))


def _context() -> TypingContext:
    return TypingContext(("x", "y"), surface_latex, takes_numbers)
