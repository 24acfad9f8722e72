"""The large picture at the right: boundary, hidden space and landscape take turns."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.training.network.selection import Selection
from desktop.training.pictures.boundary_view import BoundaryView
from desktop.training.pictures.hidden_view import HiddenView
from desktop.training.pictures.landscape_view import LandscapeView
from desktop.widgets.fields.segmented_switch import Segment, SegmentedSwitch
from desktop.widgets.panels.loose_stack import LooseStack
from engine.training.run.loop import TrainingStep
from engine.training.run.run import TrainingRun

BOUNDARY, HIDDEN, LANDSCAPE = "boundary", "hidden", "landscape"


class Stage(QWidget):
    """Shows one picture at a time; those that are not seen cost nothing.

    Signals:
        chosen(): Another picture is shown.
    """

    chosen = Signal()

    def __init__(self, selection: Selection, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.selection = selection
        self._shown: tuple[TrainingRun, Sequence[TrainingStep], TrainingStep] | None = None
        self.boundary_view = BoundaryView(self, selection)
        self.hidden_view = HiddenView(selection, self)
        self.landscape_view = LandscapeView(self)
        self.segments = SegmentedSwitch(
            self.tr("Picture"),
            (
                Segment(BOUNDARY, self.tr("Boundary"), self.tr("The prediction over the plane")),
                Segment(HIDDEN, self.tr("Hidden space"), self.tr("The plane as a layer bends it")),
                Segment(
                    LANDSCAPE,
                    self.tr("Landscape"),
                    self.tr("The loss round the weights, with the path taken"),
                ),
            ),
            self,
        )
        self.segments.chosen.connect(self.choose)
        self._pages = LooseStack(self)
        for view in self._views.values():
            self._pages.addWidget(view)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(6)
        layout.addWidget(self.segments)
        layout.addWidget(self._pages, 1)

    @property
    def _views(self) -> dict[str, QWidget]:
        return {
            BOUNDARY: self.boundary_view,
            HIDDEN: self.hidden_view,
            LANDSCAPE: self.landscape_view,
        }

    @property
    def picture(self) -> QWidget:
        """What shows the picture, without the choice among them."""
        return self._pages

    @property
    def names(self) -> tuple[str, ...]:
        """The names of all pictures."""
        return tuple(self._views)

    @property
    def name(self) -> str:
        """The name of the picture shown."""
        return self.segments.name

    def choose(self, name: str) -> None:
        """Show another picture."""
        self.segments.set_name(name)
        self._pages.setCurrentWidget(self._views[name])
        self.chosen.emit()
        if self._shown is not None:
            self.show_records(*self._shown)

    def show_records(
        self, run: TrainingRun, records: Sequence[TrainingStep], record: TrainingStep
    ) -> None:
        """Show a network as it stands at a record, and the records of the way there."""
        self._shown = run, records, record
        # Where numbers are predicted, no line divides the plane.
        is_regression = run.dataset.is_regression
        label = self.tr("Prediction") if is_regression else self.tr("Boundary")
        self.segments.set_label(BOUNDARY, label)
        if self.name == BOUNDARY:
            self.boundary_view.show_record(run, record)
        elif self.name == HIDDEN:
            self.hidden_view.show_record(run, record)
        else:
            self.landscape_view.show_records(run, records, record)
