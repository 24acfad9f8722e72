"""The list of methods: which take part, how they are drawn, and which one is looked at."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import (
    QAbstractButton,
    QButtonGroup,
    QCheckBox,
    QHBoxLayout,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from desktop.desk.explaining import explain
from desktop.foundation.theme import theme, theme_notifier
from desktop.foundation.translation import filled, translate_engine
from desktop.optimizers.race.method_look import look_of
from desktop.widgets.plots.plot_legend import draw_line_sample
from desktop.widgets.plots.plot_style import pen, resolve
from engine.optimizers.catalog import OPTIMIZERS
from engine.optimizers.optimizer import Optimizer

_SAMPLE_PX = 34


class MethodButton(QAbstractButton):
    """A method's line and name; checked while it is the one looked at."""

    def __init__(self, optimizer: Optimizer, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look_of(optimizer.name)
        self._dimmed = False
        self.setCheckable(True)
        self.setText(translate_engine(optimizer.title))
        tip = translate_engine(optimizer.summary)
        more = translate_engine(optimizer.convention)
        explain(self, self.text(), tip, more=more, by_tab=True)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        theme_notifier().follow(self.updateGeometry)

    def set_dimmed(self, dimmed: bool) -> None:
        """Draw it pale while it does not take part."""
        if dimmed != self._dimmed:
            self._dimmed = dimmed
            self.update()

    def sizeHint(self) -> QSize:
        """Return the room for the line and the name."""
        metrics = self.fontMetrics()
        width = theme().px(_SAMPLE_PX + 24) + metrics.horizontalAdvance(self.text())
        return QSize(width, metrics.height() + theme().px(10))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the present state."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_ground(painter)
        sample, margin = theme().px(_SAMPLE_PX), theme().px(6)
        alpha = 0.35 if self._dimmed else 1.0
        centre = QPointF(margin + sample / 2, self.height() / 2)
        line = pen(self._look.colour, 2.5, self._look.style, alpha)
        draw_line_sample(painter, centre, sample, line)
        painter.setPen(resolve(self._look.colour, alpha))
        font = theme().font("body")
        painter.setFont(font)
        glyph = self.rect().adjusted(margin, 0, margin + sample - self.width(), 0)
        painter.drawText(glyph, Qt.AlignmentFlag.AlignCenter, self._look.glyph)
        painter.setPen(resolve("text_muted" if self._dimmed else "text"))
        font.setBold(self.isChecked())
        painter.setFont(font)
        name = self.rect().adjusted(sample + 2 * margin + margin, 0, 0, 0)
        painter.drawText(name, Qt.AlignmentFlag.AlignVCenter, self.text())
        painter.end()

    def _paint_ground(self, painter: QPainter) -> None:
        painter.setPen(Qt.PenStyle.NoPen)
        if self.isChecked():
            painter.setBrush(resolve("accent_soft"))
        elif self.underMouse():
            painter.setBrush(resolve("control_hover"))
        else:
            painter.setBrush(Qt.BrushStyle.NoBrush)
        if self.hasFocus():
            painter.setPen(pen("accent", 2.0))
        radius = theme().px(6)
        painter.drawRoundedRect(self.rect().adjusted(1, 1, -1, -1), radius, radius)


class MethodList(QWidget):
    """A row for each method: a check box to let it take part, and a button to look at it.

    Signals:
        taking_part_changed(method: str, takes_part: bool): A box was checked or unchecked.
        chosen(method: str): Another method is looked at.
    """

    taking_part_changed = Signal(str, bool)
    chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._boxes: dict[str, QCheckBox] = {}
        self._buttons: dict[str, MethodButton] = {}
        self._group = QButtonGroup(self)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(1)
        for name, optimizer in OPTIMIZERS.items():
            layout.addLayout(self._make_row(name, optimizer))

    def box(self, method: str) -> QCheckBox:
        """Return the check box of a method."""
        return self._boxes[method]

    def button(self, method: str) -> MethodButton:
        """Return the button of a method."""
        return self._buttons[method]

    def show_racing(self, racing: frozenset[str]) -> None:
        """Check the boxes of those that take part, without telling anybody."""
        for name, box in self._boxes.items():
            box.blockSignals(True)
            box.setChecked(name in racing)
            box.blockSignals(False)
            self._buttons[name].set_dimmed(name not in racing)

    def show_chosen(self, method: str) -> None:
        """Mark the method that is looked at."""
        self._buttons[method].setChecked(True)

    def _make_row(self, name: str, optimizer: Optimizer) -> QHBoxLayout:
        title = translate_engine(optimizer.title)
        box = QCheckBox(self)
        tip = filled(self.tr("Let {0} take part in the race"), title)
        explain(box, filled(self.tr("{0} takes part"), title), tip, by_tab=True)
        box.toggled.connect(lambda checked: self.taking_part_changed.emit(name, checked))
        button = MethodButton(optimizer, self)
        button.clicked.connect(lambda: self.chosen.emit(name))
        self._group.addButton(button)
        self._boxes[name], self._buttons[name] = box, button
        row = QHBoxLayout()
        row.setSpacing(2)
        row.addWidget(box)
        row.addWidget(button, 1)
        return row
