"""Drawing points in the decision boundary with the mouse, class by class."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from PySide6.QtCore import QEvent, QObject, QPointF, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QWidget

from desktop.foundation.theme import theme
from desktop.foundation.translation import error_sentence
from desktop.training.own_data.drawing_bar import MOST_DRAWN, DrawingBar, DrawnClass
from desktop.training.pictures.boundary_view import BoundaryView
from desktop.training.run.edits import TrainingEdits
from desktop.training.run.session import TrainingSession
from engine.errors import EngineError
from engine.training.run.points import Points

_REACH_PX = 12.0


@dataclass
class _Drag:
    """A point on its way, and the key under which its moves are one undo step.

    Without a point the mouse erases.
    """

    index: int | None
    key: str


class PointDrawing(QObject):
    """While it is on, a click adds a point, dragging moves one, a right click removes one.

    Digits choose the class; with the eraser, clicks and drags take points away.

    Signals:
        active_changed(is_active: bool): Drawing began or ended.
    """

    active_changed = Signal(bool)

    def __init__(
        self, view: BoundaryView, session: TrainingSession, edits: TrainingEdits, parent: QWidget
    ) -> None:
        super().__init__(parent)
        self._view, self._session, self._edits = view, session, edits
        self._canvas = view.plot.canvas
        self._is_active = False
        self._drag: _Drag | None = None
        self._strokes = 0
        self._pointed = QPointF()
        self.label = 1
        self.is_erasing = False
        self.bar = DrawingBar(view)
        self.bar.hide()
        view.show_below(self.bar)
        self.bar.class_chosen.connect(self.choose_class)
        self.bar.class_named.connect(self._name_class)
        self.bar.erase_toggled.connect(self._set_erasing)
        self.bar.clear_wanted.connect(lambda: self._take(self.points.thinned()))
        self.bar.done.connect(lambda: self.set_active(False))
        self._canvas.viewport().installEventFilter(self)
        session.setup_changed.connect(self._show_classes)

    @property
    def is_active(self) -> bool:
        """Whether the mouse draws points."""
        return self._is_active

    @property
    def points(self) -> Points:
        """The points as they stand."""
        return Points.of(self._session.run)

    def set_active(self, is_active: bool) -> None:
        """Begin or end drawing; the data change with the first point that does."""
        if is_active == self._is_active:
            return
        self._is_active = is_active
        self._view.set_drawing(is_active)
        self._drag = None
        self._set_erasing(False)
        self.bar.setVisible(is_active)
        self.bar.show_problem("")
        if is_active:
            self.choose_class(self.label)
        shape = Qt.CursorShape.CrossCursor if is_active else Qt.CursorShape.ArrowCursor
        self._canvas.viewport().setCursor(shape)
        self.active_changed.emit(is_active)

    def choose_class(self, label: int) -> None:
        """Let the next points be of a class."""
        self._set_erasing(False)
        self.label = min(label, MOST_DRAWN - 1)
        self._show_classes()

    def _show_classes(self) -> None:
        """Show the classes that there are, and the one that is drawn."""
        if not self._is_active:
            return
        points = self.points
        count = min(MOST_DRAWN, max(points.count, self.label + 1))
        classes = [DrawnClass(points.name(label), points.look(label)) for label in range(count)]
        self.bar.show_classes(classes, self.label)

    def _name_class(self, label: int, name: str) -> None:
        self._take(self.points.named(label, name))
        parent = self.parent()
        if isinstance(parent, QWidget):
            parent.setFocus(Qt.FocusReason.OtherFocusReason)

    def _set_erasing(self, is_on: bool) -> None:
        self.is_erasing = is_on
        self.bar.show_erasing(is_on)

    def take_key(self, event: QKeyEvent) -> bool:
        """Take the keys that draw: digits, X, Delete and Escape; return whether this was one."""
        if not self._is_active or event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            return False
        key = event.key()
        if Qt.Key.Key_0 <= key <= Qt.Key.Key_9:
            self.choose_class(key - Qt.Key.Key_0)
        elif key == Qt.Key.Key_X:
            self._set_erasing(not self.is_erasing)
        elif key in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            self._remove_at(self._pointed)
        elif key == Qt.Key.Key_Escape:
            self.set_active(False)
        else:
            return False
        return True

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Draw with the mouse while that is on."""
        if not self._is_active or not isinstance(event, QMouseEvent):
            return super().eventFilter(watched, event)
        place = event.position()
        if event.type() in (QEvent.Type.MouseButtonPress, QEvent.Type.MouseButtonDblClick):
            self._press(place, event.button())
            return True
        if event.type() == QEvent.Type.MouseMove:
            self._pointed = place
            return self._move(place)
        if event.type() == QEvent.Type.MouseButtonRelease:
            self._drag = None
            return True
        return super().eventFilter(watched, event)

    def _press(self, place: QPointF, button: Qt.MouseButton) -> None:
        self._pointed = place
        if button == Qt.MouseButton.RightButton:
            self._remove_at(place)
            return
        data = self._canvas.to_data(place)
        if button != Qt.MouseButton.LeftButton or data is None:
            return
        self._strokes += 1
        key = f"points {self._strokes}"
        if self.is_erasing:
            self._drag = _Drag(None, key)
            self._remove_at(place, key)
            return
        index = self._point_at(place)
        if index is None:
            points = self.points
            if self._take(points.added(*data, self.label), key):
                index = len(points.labels)
        if index is not None:
            self._drag = _Drag(index, key)

    def _move(self, place: QPointF) -> bool:
        data = None if self._drag is None else self._canvas.to_data(place)
        if self._drag is not None and self._drag.index is None:
            self._remove_at(place, self._drag.key)
        elif self._drag is not None and self._drag.index is not None and data is not None:
            self._take(self.points.moved(self._drag.index, *data), self._drag.key)
        return self._drag is not None

    def _remove_at(self, place: QPointF, key: str = "") -> None:
        index = self._point_at(place)
        if index is not None:
            self._take(self.points.without(index), key)

    def _point_at(self, place: QPointF) -> int | None:
        """Return the nearest point within reach of a pixel."""
        points = self.points
        distances = [
            float(np.hypot(*(self._canvas.to_widget(x, y) - place).toTuple()))
            for x, y in points.places
        ]
        nearest = int(np.argmin(distances)) if distances else 0
        is_near = bool(distances) and distances[nearest] <= theme().px(_REACH_PX)
        return nearest if is_near else None

    def _take(self, points: Points, key: str = "") -> bool:
        """Train on other points from now on, or say at the bar why that cannot be."""
        try:
            setup = self._session.setup.with_samples(points.dataset())
        except EngineError as error:
            self.bar.show_problem(error_sentence(error))
            return False
        self.bar.show_problem("")
        return self._edits.edit_setup(setup, merge_key=key)
