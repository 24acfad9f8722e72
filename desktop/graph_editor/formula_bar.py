"""The formula bar: typing builds the graph, and editing the graph rewrites the formula."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from desktop.desk.background_task import BackgroundTask
from desktop.desk.explaining import explain
from desktop.desk.settling import Delay
from desktop.foundation.looks import set_look
from desktop.foundation.plain_label import PlainLabel
from desktop.foundation.theme import theme, theme_notifier
from desktop.foundation.translation import error_sentence, filled, formula_sentence
from desktop.graph_editor.document.document import Document
from desktop.graph_editor.scene.arranged_drawing import arranged_drawing
from desktop.widgets.fields.problem_label import ProblemLabel
from desktop.widgets.formula_entry.formula_asking import FormulaAsking
from desktop.widgets.formula_entry.formula_edit import FormulaEdit
from desktop.widgets.formula_entry.typing_help import TypingContext, TypingHelp
from engine.drawing.frames import carry_frames
from engine.errors import EngineError, FormulaError, FormulaQuestion, GraphError
from engine.formula.latex import format_latex
from engine.formula.parser import parse_formula, read_formula
from engine.formula.printer import format_formula
from engine.formula.reading import FormulaNote
from engine.graph.group_matching import carry_groups
from engine.graph.model import Graph

_CHECK_DELAY_MS = 350
# What is longer nobody reads in one line, and its graph would take the canvas seconds to build.
MOST_SIGNS, MOST_NODES = 4_000, 1_500
# A shorter formula is understood within a frame; a longer one is checked on another thread.
_QUICK_SIGNS = 500
_QUICK_NODES = 300
_WRITING_DELAY_MS = 120


class FormulaBar(QFrame):
    """The field “f =” with its buttons, and below it what is wrong with what was typed.

    What is typed is a draft until Enter or *Build graph* turns it into the graph; Escape drops it.
    A draft is never overwritten by edits of the graph.

    Signals:
        built(): The graph was built from the formula.
        arrange_requested(): The button *Arrange* was pressed.
    """

    built = Signal()
    arrange_requested = Signal()

    def __init__(self, document: Document, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("kind", "bar")
        self._document = document
        self._prefix = PlainLabel("f =", self)
        self._prefix.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self._field = FormulaEdit(self, folds=True)
        self._build = self._button(
            self.tr("Build graph"), self.tr("Build and arrange the graph of this formula (Enter)")
        )
        self._arrange = self._button(
            self.tr("Arrange"), self.tr("Arrange the nodes in layers, from left to right")
        )
        self._hint = ProblemLabel(self)
        self._asking = FormulaAsking(self._field, self._hint)
        self._was_entered = False
        self._timer = Delay(_CHECK_DELAY_MS, self._check, self)
        self._task = BackgroundTask(self)
        self._writing = Delay(_WRITING_DELAY_MS, self._write, self)
        self._written: Graph | None = None
        self._written_text = ""
        self._help = TypingHelp(self._field, self._context, self)
        self._describe_field()
        self._lay_out()
        self._connect()
        self._on_theme_changed()
        self._on_document_changed()

    @property
    def field(self) -> FormulaEdit:
        """The field in which formulas are typed."""
        return self._field

    @property
    def hint(self) -> str:
        """The sentence below the field, or an empty text."""
        return self._hint.sentence

    @property
    def choices(self) -> list[QPushButton]:
        """The buttons for the readings of what was typed, where it is asked which is meant."""
        row = self._hint.choices
        return [] if row is None else row.buttons

    @property
    def has_draft(self) -> bool:
        """Whether something was typed that is not the graph's formula."""
        return self._field.isModified()

    @property
    def help(self) -> TypingHelp:
        """What helps while one types."""
        return self._help

    @property
    def build_button(self) -> QPushButton:
        """The button that builds the graph."""
        return self._build

    @property
    def arrange_button(self) -> QPushButton:
        """The button that asks for arranging."""
        return self._arrange

    def draft(self) -> str | None:
        """Return what was typed and not built, or None."""
        return self._field.text() if self.has_draft else None

    def restore_draft(self, text: str) -> None:
        """Show a draft again, in a bar made anew."""
        self._field.setText(text)
        self._field.setModified(True)
        self._build.setEnabled(True)
        self._check()

    def build(self) -> bool:
        """Replace the graph by the typed formula's, as one undo step; tell whether it could be."""
        self._timer.stop()
        if self._is_too_long():
            return False
        try:
            self.build_from(self._field.text())
        except FormulaQuestion as question:
            self._show_error(question)
            # Whoever answers goes on with what they have begun.
            self._was_entered = True
            return False
        except FormulaError as error:
            self._show_error(error)
            # The caret goes to the fault, where typing mends it.
            self._field.setFocus()
            self._field.setSelection(error.position, error.length)
            return False
        except EngineError as error:
            self._show_hint(error_sentence(error), "error")
            return False
        return True

    def build_from(self, text: str) -> None:
        """Replace the graph by a formula's, as one undo step.

        Raises:
            EngineError: It is none, or its graph is too large to be drawn; nothing has changed.
        """
        reading = read_formula(text, self._document.graph, self._asking.names)
        graph = reading.graph
        check_size(graph)
        drawing = self._document.drawing
        self._field.setModified(False)
        if format_formula(graph) != format_formula(drawing.graph):
            graph = carry_groups(drawing.graph, graph)
            built = replace(arranged_drawing(graph), frames=carry_frames(drawing, graph))
            self._document.replace_drawing(self.tr("build from formula"), built)
        self._on_document_changed()
        self.built.emit()
        # What was taken for a constant is told also to who did not wait for it while typing.
        self._show_notes(reading.notes)

    def drop_draft(self) -> None:
        """Show the graph's formula again instead of what was typed."""
        self._on_reverted()

    def _button(self, text: str, tooltip: str) -> QPushButton:
        button = QPushButton(text, self)
        explain(button, text, tooltip)
        button.setAccessibleDescription(tooltip)
        return button

    def _describe_field(self) -> None:
        tip = self.tr(
            "Type a formula such as (x + y)*z or c = a + b; f = c*(c + 1), and press Enter"
        )
        explain(self._field, self.tr("Formula"), tip)
        self._field.setPlaceholderText(self.tr("Type a formula, for example (x + y)*z"))

    def _lay_out(self) -> None:
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self._prefix)
        row.addWidget(self._field, 1)
        row.addWidget(self._build)
        row.addWidget(self._arrange)
        column = QVBoxLayout(self)
        column.setContentsMargins(14, 8, 14, 8)
        column.setSpacing(4)
        column.addLayout(row)
        column.addWidget(self._hint)

    def _connect(self) -> None:
        self._field.edited.connect(self._on_text_edited)
        self._field.textChanged.connect(self._on_text_changed)
        self._field.entered.connect(self.build)
        self._field.reverted.connect(self._on_reverted)
        self._asking.answered.connect(self._on_answered)
        self._build.clicked.connect(self.build)
        self._arrange.clicked.connect(self.arrange_requested)
        self._task.done.connect(self._on_checked)
        self._document.changed.connect(self._on_document_changed)
        theme_notifier().follow(self._on_theme_changed)

    def _context(self) -> TypingContext:
        known = self._document.graph
        names = tuple(node.name for node in known.nodes.values() if node.name)
        chosen = self._asking.names
        return TypingContext(names, lambda text: format_latex(parse_formula(text, known, chosen)))

    def _check(self) -> None:
        """Look at a draft while it is typed, without building anything."""
        text = self._field.text()
        if not self.has_draft or not text.strip():
            self._clear_error()
            self._show_draft_hint()
            return
        if self._is_too_long():
            return
        known, names = self._document.graph, self._asking.names
        if len(text) > _QUICK_SIGNS:
            self._task.submit(lambda: _checked(text, known, names))
            return
        for check in _checked(text, known, names):
            self._on_checked(check)

    def _on_checked(self, check: object) -> None:
        # Meanwhile something else may stand there.
        is_stale = not self.has_draft or self._timer.isActive()
        if not isinstance(check, _Check) or is_stale or check.text != self._field.text():
            return
        if isinstance(check.fault, FormulaError):
            if not self._is_being_named(check.fault):
                self._show_error(check.fault)
        elif check.fault is not None:
            self._show_hint(error_sentence(check.fault), "error")
        else:
            self._clear_error()
            self._show_draft_hint()
            self._show_notes(check.notes)

    def _is_being_named(self, fault: FormulaError) -> bool:
        """Whether a fault is the name that is just typed, for which whole ones are on offer."""
        is_here = self._field.cursorPosition() == fault.position + fault.length
        return is_here and self._help.is_offering

    def _is_too_long(self) -> bool:
        """Refuse a text that is too long to be understood in time; tell whether it is."""
        length = len(self._field.text())
        if length <= MOST_SIGNS or not self.has_draft:
            return False
        self._field.mark_fault(MOST_SIGNS, length - MOST_SIGNS)
        text = self.tr("This formula has {0} characters; at most {1} can be built here.")
        self._show_hint(filled(text, f"{length:,}", f"{MOST_SIGNS:,}"), "error")
        return True

    def _show_error(self, error: FormulaError) -> None:
        self._field.mark_fault(error.position, error.length)
        is_question = isinstance(error, FormulaQuestion)
        set_look(self._hint, "kind", None if is_question else "error")
        self._asking.say(error)
        self._field.setAccessibleDescription(error_sentence(error))

    def _show_notes(self, notes: Sequence[FormulaNote]) -> None:
        """Say what was understood in a way worth telling, and offer the other readings."""
        if notes:
            sentence = " ".join(formula_sentence(note) for note in notes)
            self._show_hint(sentence)
            self._asking.offer(sentence, [choice for note in notes for choice in note.choices])

    def _clear_error(self) -> None:
        self._field.clear_fault()
        self._show_hint("", "muted")

    def _show_draft_hint(self) -> None:
        if self.has_draft:
            self._show_hint(self.tr("Enter builds this graph, Escape brings back the one drawn."))

    def _show_hint(self, text: str, kind: str = "muted") -> None:
        set_look(self._hint, "kind", kind)
        self._hint.say(text)
        self._field.setAccessibleDescription(text)

    def _on_text_edited(self, text: str) -> None:
        if not self._asking.is_answering:
            self._was_entered = False
        if not text.strip():
            self._asking.forget()
        self._clear_error()
        self._build.setEnabled(self.has_draft)
        self._timer.start()

    def _on_text_changed(self) -> None:
        text = self._field.text()
        # A formula that names its result says “e = …” itself; of several the last is the result.
        is_result = not any(sign in text for sign in "=;\n")
        self._prefix.setText("f =" if is_result else "ƒ")

    def _on_answered(self) -> None:
        was_entered, self._was_entered = self._was_entered, False
        if was_entered:
            self.build()
        else:
            self._field.setModified(True)
            self._check()

    def _on_reverted(self) -> None:
        self._field.setModified(False)
        self._on_document_changed()

    def _on_document_changed(self) -> None:
        if self.has_draft:
            return
        self._timer.stop()
        self._asking.forget()
        self._clear_error()
        graph = self._document.graph
        self._build.setEnabled(False)
        self._arrange.setEnabled(bool(graph.nodes))
        if graph is self._written and self._field.text() == self._written_text:
            return
        if len(graph) > _QUICK_NODES and self._written is not None:
            # While a value of a large graph is dragged, its formula can wait.
            self._writing.start()
        else:
            self._write()

    def _write(self) -> None:
        """Write the graph's formula into the field."""
        self._writing.stop()
        if self.has_draft:
            return
        self._written = self._document.graph
        text = format_formula(self._written)
        if text != self._field.text():
            self._field.setText(text)
            self._field.setCursorPosition(0)
        self._written_text = self._field.text()

    def _on_theme_changed(self) -> None:
        font = theme().font("gate")
        font.setPixelSize(theme().px(17))
        font.setItalic(True)
        self._prefix.setFont(font)
        self._prefix.setFixedWidth(theme().px(28))


def check_size(graph: Graph) -> None:
    """Check that the graph of a formula is not too large for a canvas.

    Raises:
        GraphError: It has more than ``MOST_NODES`` nodes.
    """
    if len(graph) > MOST_NODES:
        raise GraphError(
            "formula_too_large",
            f"This formula has {len(graph)} nodes; at most {MOST_NODES} can be drawn.",
            count=len(graph),
            most=MOST_NODES,
        )


@dataclass(frozen=True)
class _Check:
    """A text that was looked at, why it is no formula, or None, and what there is to say of it."""

    text: str
    fault: EngineError | None = None
    notes: tuple[FormulaNote, ...] = ()


def _checked(text: str, known: Graph, names: frozenset[str]) -> Iterator[_Check]:
    try:
        reading = read_formula(text, known, names)
        check_size(reading.graph)
    except EngineError as error:
        yield _Check(text, error)
    else:
        yield _Check(text, notes=reading.notes)
