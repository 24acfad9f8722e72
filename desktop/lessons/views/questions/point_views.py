"""Views of questions for points: typed as pairs, or clicked on the page."""

from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from desktop.desk.explaining import explain
from desktop.foundation.plain_label import PlainLabel
from desktop.foundation.theme import theme
from desktop.foundation.translation import filled
from desktop.lessons.views.questions.answer_edit import AnswerEdit
from desktop.lessons.views.questions.question_view import Question, QuestionForm, QuestionView
from desktop.widgets.panels.text_label import text_label
from desktop.widgets.rich_text.markdown_escape import as_markdown
from engine.formula.values import format_number
from engine.lessons.answer import Answer, Marked

_MOST, _FEWEST_OF_CURVE = 40, 3
_DECIMALS = 4


class _Pair(QWidget):
    """The two fields of a point."""

    def __init__(self, view: PointsView, number: int) -> None:
        super().__init__(view)
        self.across, self.up = (AnswerEdit(name, view.tip(), self) for name in ("x", "y"))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme().px(4))
        row.addWidget(PlainLabel(f"{number}", self))
        row.addWidget(self.across, 1)
        row.addWidget(self.up, 1)
        for edit in (self.across, self.up):
            edit.returnPressed.connect(view.submit)
            edit.textEdited.connect(lambda _: view.edited.emit())

    @property
    def texts(self) -> tuple[str, str]:
        return self.across.text().strip(), self.up.text().strip()

    @property
    def is_empty(self) -> bool:
        return self.texts == ("", "")

    def show_point(self, x: str, y: str) -> None:
        self.across.setText(x)
        self.up.setText(y)


class PointsView(QuestionView):
    """As many pairs of fields as points are asked for; a click on the page fills the next one."""

    def __init__(self, question: Question, parent: QWidget | None = None) -> None:
        super().__init__(question, parent)
        self._spoken = ""
        self._help = text_label(self, "muted")
        self._help.setText(self._help_text())
        self._pairs: list[_Pair] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(theme().px(4))
        self._column.addWidget(self._help)
        for _ in range(self._fewest()):
            self._add_pair()

    @property
    def pairs(self) -> list[tuple[AnswerEdit, AnswerEdit]]:
        """The fields of each point."""
        return [(pair.across, pair.up) for pair in self._pairs]

    def fields(self) -> list[QWidget]:
        """Return the fields, point by point."""
        return [edit for pair in self._pairs for edit in (pair.across, pair.up)]

    def answer(self) -> Answer:
        """Return the points as "x, y"; those that are empty are left out."""
        return tuple(", ".join(pair.texts) for pair in self._pairs if not pair.is_empty)

    def show_answer(self, answer: Answer) -> None:
        """Show points that were given before."""
        points = () if not answer else (answer,) if isinstance(answer, str) else answer
        self._fit(len(points))
        for place, pair in enumerate(self._pairs):
            x, _, y = points[place].partition(",") if place < len(points) else ("", "", "")
            pair.show_point(x.strip(), y.strip())

    def mark(self, marked: Marked | None) -> None:
        """Mark the fields that cannot be read."""
        is_fault = marked is not None and marked.fault is not None
        for pair in self._pairs:
            for edit in (pair.across, pair.up):
                edit.mark_as_number(is_shown=is_fault and not pair.is_empty)

    def repeated(self, answer: Answer, marked: Marked) -> str:
        """Repeat each point in brackets of its own."""
        points = (answer,) if isinstance(answer, str) else answer
        return as_markdown(", ".join(f"({point.replace('-', '−')})" for point in points))

    def set_spoken(self, name: str) -> None:
        """Let each field be called what is asked and which point it belongs to."""
        self._spoken = name
        self.setAccessibleName(name)
        for number, pair in enumerate(self._pairs, 1):
            for letter, edit in (("x", pair.across), ("y", pair.up)):
                where = filled(self.tr("{0} of point {1}"), letter, number)
                edit.setAccessibleName(f"{where}, {name}" if name else where)

    def take_focus(self) -> None:
        """Give the keys to the first field that is empty, or to the first."""
        pair = next((pair for pair in self._pairs if pair.is_empty), self._pairs[0])
        pair.across.setFocus()

    def add_point(self, x: float, y: float) -> None:
        """Take a clicked point; where all are given, the oldest one goes."""
        texts = _short(x), _short(y)
        empty = next((pair for pair in self._pairs if pair.is_empty), None) or self._next_pair()
        if empty is None:
            kept = [pair.texts for pair in self._pairs[1:]]
            for pair, known in zip(self._pairs, [*kept, texts], strict=True):
                pair.show_point(*known)
        else:
            empty.show_point(*texts)
        self.edited.emit()

    def tip(self) -> str:
        """Return what may be typed into a field."""
        return self.tr("Type a number such as 0.5, 1/2 or 1e-3, or click on the page")

    def _fewest(self) -> int:
        asked = self.question.ask.arguments.get("points", 1)
        return max(1, min(int(asked), _MOST))

    def _help_text(self) -> str:
        if self._fewest() == 1:
            return self.tr("Click the point on the page, or type it.")
        return filled(self.tr("Click {0} points on the page, or type them."), self._fewest())

    def _next_pair(self) -> _Pair | None:
        """Return a further pair where there may be more of them."""
        return None

    def _fit(self, count: int) -> None:
        """Have so many pairs, if there may be so many."""

    def _add_pair(self) -> _Pair:
        pair = _Pair(self, len(self._pairs) + 1)
        self._pairs.append(pair)
        self._column.insertWidget(len(self._pairs), pair)
        self.set_spoken(self._spoken)
        self.fields_changed.emit()
        return pair


class CurveView(PointsView):
    """Three points or more, in whatever order they are given."""

    def __init__(self, question: Question, parent: QWidget | None = None) -> None:
        super().__init__(question, parent)
        self._more = QPushButton(self.tr("Another point"), self)
        self._more.setAutoDefault(False)
        explain(self._more, None, self.tr("Add the fields of one more point of the curve"))
        self._more.clicked.connect(self._on_more)
        self._column.addWidget(self._more)

    def fields(self) -> list[QWidget]:
        """Return the fields, and then the button that adds some."""
        return [*super().fields(), self._more]

    @property
    def more_button(self) -> QPushButton:
        """The button that adds a pair of fields."""
        return self._more

    def _fewest(self) -> int:
        asked = self.question.ask.arguments.get("points", _FEWEST_OF_CURVE)
        return max(_FEWEST_OF_CURVE, min(int(asked), _MOST))

    def _help_text(self) -> str:
        return filled(
            self.tr("Click at least {0} points of the curve, or type them."), self._fewest()
        )

    def _next_pair(self) -> _Pair | None:
        return self._add_pair() if len(self._pairs) < _MOST else None

    def _fit(self, count: int) -> None:
        while len(self._pairs) < min(count, _MOST):
            self._add_pair()

    def _on_more(self) -> None:
        pair = self._next_pair()
        if pair is not None:
            pair.across.setFocus()


def _short(number: float) -> str:
    """Return a clicked coordinate as one would type it."""
    return format_number(number, _DECIMALS).replace("−", "-")


RECORDS = (QuestionForm("point", PointsView), QuestionForm("curve", CurveView))
