"""The formula bar: typing builds the graph, and editing the graph rewrites the formula."""

from __future__ import annotations

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from desktop.foundation.theme import theme, theme_notifier
from desktop.foundation.translation import error_sentence
from desktop.graph_editor.arranged_drawing import arranged_drawing
from desktop.graph_editor.document import Document
from desktop.graph_editor.formula_field import FormulaField
from engine.errors import EngineError, FormulaError
from engine.formula.parser import parse_formula
from engine.formula.printer import format_formula

_CHECK_DELAY_MS = 350


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
        self._prefix = QLabel("f =", self)
        self._prefix.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self._field = FormulaField(self)
        self._build = self._button(
            self.tr("Build graph"), self.tr("Build and arrange the graph of this formula (Enter)")
        )
        self._arrange = self._button(
            self.tr("Arrange"), self.tr("Arrange the nodes in layers, from left to right")
        )
        self._hint = QLabel(self)
        self._hint.setWordWrap(True)
        self._hint.setTextFormat(Qt.TextFormat.PlainText)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(_CHECK_DELAY_MS)
        self._describe_field()
        self._lay_out()
        self._connect()
        self._on_theme_changed()
        self._on_document_changed()

    @property
    def field(self) -> FormulaField:
        """The line in which formulas are typed."""
        return self._field

    @property
    def hint(self) -> str:
        """The sentence below the field, or an empty text."""
        return self._hint.text()

    @property
    def has_draft(self) -> bool:
        """Whether something was typed that is not the graph's formula."""
        return self._field.isModified()

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
        try:
            graph = parse_formula(self._field.text(), self._document.graph)
        except FormulaError as error:
            self._show_error(error)
            # The caret goes to the fault, where typing mends it.
            self._field.setFocus()
            self._field.setSelection(error.position, error.length)
            return False
        except EngineError as error:
            self._show_hint(error_sentence(error), "error")
            return False
        drawing = self._document.drawing
        self._field.setModified(False)
        if format_formula(graph) != format_formula(drawing.graph):
            self._document.replace_drawing(self.tr("build from formula"), arranged_drawing(graph))
        self._on_document_changed()
        self.built.emit()
        return True

    def _button(self, text: str, tooltip: str) -> QPushButton:
        button = QPushButton(text, self)
        button.setToolTip(tooltip)
        button.setWhatsThis(tooltip)
        button.setAccessibleName(text)
        button.setAccessibleDescription(tooltip)
        return button

    def _describe_field(self) -> None:
        tooltip = self.tr(
            "Type a formula such as (x + y)*z or c = a + b; f = c*(c + 1), and press Enter"
        )
        self._field.setToolTip(tooltip)
        self._field.setWhatsThis(tooltip)
        self._field.setAccessibleName(self.tr("Formula"))
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
        self._field.textEdited.connect(self._on_text_edited)
        self._field.textChanged.connect(self._on_text_changed)
        self._field.returnPressed.connect(self.build)
        self._field.reverted.connect(self._on_reverted)
        self._build.clicked.connect(self.build)
        self._arrange.clicked.connect(self.arrange_requested)
        self._timer.timeout.connect(self._check)
        self._document.changed.connect(self._on_document_changed)
        theme_notifier().changed.connect(self._on_theme_changed)

    def _check(self) -> None:
        """Look at a draft while it is typed, without building anything."""
        text = self._field.text()
        if not self.has_draft or not text.strip():
            self._clear_error()
            self._show_draft_hint()
            return
        try:
            parse_formula(text, self._document.graph)
        except FormulaError as error:
            self._show_error(error)
        except EngineError as error:
            self._show_hint(error_sentence(error), "error")
        else:
            self._clear_error()
            self._show_draft_hint()

    def _show_error(self, error: FormulaError) -> None:
        self._field.mark_fault(error.position, error.length)
        self._show_hint(error_sentence(error), "error")

    def _clear_error(self) -> None:
        self._field.clear_fault()
        self._show_hint("", "muted")

    def _show_draft_hint(self) -> None:
        if self.has_draft:
            self._show_hint(self.tr("Enter builds this graph, Escape brings back the one drawn."))

    def _show_hint(self, text: str, kind: str = "muted") -> None:
        self._hint.setText(text)
        self._hint.setProperty("kind", kind)
        self._hint.style().unpolish(self._hint)
        self._hint.style().polish(self._hint)
        self._hint.setVisible(bool(text))
        self._field.setAccessibleDescription(text)

    def _on_text_edited(self, _text: str) -> None:
        self._clear_error()
        self._build.setEnabled(True)
        self._timer.start()

    def _on_text_changed(self, text: str) -> None:
        # A formula that names its result says “e = …” itself.
        self._prefix.setText("ƒ" if "=" in text else "f =")

    def _on_reverted(self) -> None:
        self._field.setModified(False)
        self._on_document_changed()

    def _on_document_changed(self) -> None:
        if self.has_draft:
            return
        self._timer.stop()
        text = format_formula(self._document.graph)
        if text != self._field.text():
            self._field.setText(text)
            self._field.setCursorPosition(0)
        self._clear_error()
        self._build.setEnabled(False)
        self._arrange.setEnabled(bool(self._document.graph.nodes))

    def _on_theme_changed(self) -> None:
        font = theme().font("gate")
        font.setPixelSize(theme().px(17))
        font.setItalic(True)
        self._prefix.setFont(font)
        self._prefix.setFixedWidth(theme().px(28))
