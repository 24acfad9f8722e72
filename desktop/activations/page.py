"""The page of the Activations space: functions and slopes, signals in depth, linear layers."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from desktop.activations.activation_hooks import ActivationHooks
from desktop.activations.chain_plot import ChainPlot
from desktop.activations.curve_plots import CurvePlots
from desktop.activations.desk import ActivationDesk, study_table
from desktop.activations.fact_sheet import FactSheet
from desktop.activations.files.activation_keeping import ActivationKeeping
from desktop.activations.function_list import FunctionList
from desktop.activations.gate import function_of_gate
from desktop.activations.gate_actions import GateActions
from desktop.activations.linear_panel import LinearPanel
from desktop.activations.linear_sheet import LinearSheet
from desktop.activations.linear_view import LinearView
from desktop.activations.side_panels import SidePanels
from desktop.activations.signals_panel import SignalsPanel
from desktop.activations.signals_table import SignalsTable
from desktop.activations.signals_view import SignalsView
from desktop.desk.history import Steps
from desktop.files.document_files import DocumentFiles
from desktop.files.file_stamp import FileStamp
from desktop.files.typed_lines import TypedLine
from desktop.foundation.page_action import page_action
from desktop.foundation.translation import filled
from desktop.widgets.bars.recovery import RecoveryState
from desktop.widgets.fields.number_text import round_significant
from desktop.widgets.fields.scrub_edit import modifier_factor
from desktop.widgets.fields.segmented_switch import Segment, SegmentedSwitch
from desktop.widgets.panels.column_plan import Side
from desktop.widgets.panels.columns import Columns
from desktop.widgets.panels.loose_stack import LooseStack
from desktop.widgets.panels.main_column import MainColumn
from desktop.widgets.panels.page_in_pieces import PageInPieces
from engine.activations.activation_setup import (
    CURVES,
    LINEAR,
    SIGNALS,
    VIEWS,
    ActivationSetup,
)
from engine.graph.model import Node
from engine.quoting import quote
from engine.training.analysis.signals_setup import SignalsSetup

_LEFT_PX, _RIGHT_PX, _CENTRE_PX = 224, 356, 440
_STEP = 0.1
_CENTRE_MARGIN = 18


class ActivationsPage(PageInPieces):
    """Left what is chosen, in the middle the plots, right the facts of what is selected.

    ← and → move x by 0.1, with Shift by 0.01, with Ctrl by 1; Home puts it at 0. 1, 2 and 3 choose
    the view.
    """

    space_id = "activations"

    def making(self) -> Iterator[None]:
        """Make the panels, lay them out and connect them."""
        self.desk = ActivationDesk(self)
        yield from study_table()
        self.functions = FunctionList(self.desk)
        yield
        self.curves = CurvePlots(self.desk)
        yield
        self.chain = ChainPlot(self.desk)
        yield
        self.facts = FactSheet(self.desk)
        yield
        self.signals_panel, self.signals = SignalsPanel(), SignalsView()
        yield
        self.signals_table = SignalsTable()
        self.linear_panel = LinearPanel()
        yield
        self.linear = LinearView()
        self.linear_sheet = LinearSheet()
        yield
        self.views = self._make_switch()
        self.gate = GateActions(self.desk, self)
        self.facts.set_gate_actions(self.gate.actions)
        left = (self.functions, self.signals_panel, self.linear_panel)
        right = (self.facts, self.signals_table, self.linear_sheet)
        self._left = SidePanels(left, "left", _LEFT_PX)
        self._right = SidePanels(right, "right", _RIGHT_PX)
        self._centre = self._make_centre()
        sides: dict[Side, QWidget] = {"left": self._left, "right": self._right}
        self.columns = Columns("activations", self._centre, sides, self, main_px=_CENTRE_PX)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.columns)
        yield
        self._actions = self._make_actions()
        self.keeping = ActivationKeeping(self._taken, self._show_setup, self._settings, self)
        own = self.functions.own
        line = TypedLine(own.typed, own.type_again)
        self.keeping.typed.follow("activations/own", line, own.edit.textChanged)
        self._recovery_area = self.keeping.recovery.lay_over(self.columns)
        self._connect()
        self._hooks = ActivationHooks(self, self)

    def _connect(self) -> None:
        self.views.chosen.connect(self._on_view_chosen)
        self.gate.sent.connect(lambda drawing: self.sent.emit("graph", drawing))
        self.gate.reported.connect(self.reported)
        self.functions.drag_wanted.connect(self.gate.drag)
        self.signals_panel.changed.connect(self.signals.show_setup)
        self.desk.own_changed.connect(lambda: self.signals_panel.set_own(self.desk.own))
        self.desk.hidden_changed.connect(self._on_hidden_changed)
        self.signals.computed.connect(self.signals_table.show_result)
        self.linear_panel.changed.connect(self.linear.show_setup)
        self.linear.computed.connect(self.linear_sheet.show_result)
        for signal in (
            self.views.chosen, self.desk.chosen_changed, self.desk.settings_changed,
            self.desk.x_changed, self.desk.options_changed, self.desk.own_changed,
            self.signals_panel.changed, self.linear_panel.changed,
        ):  # fmt: skip
            # With no argument of the signal's.
            signal.connect(lambda *_: self.keeping.history.look_soon())
        self.take_back_with(
            self.views.chosen, self.desk.chosen_changed, self.desk.own_changed,
            self.signals_panel.changed, self.linear_panel.changed,
        )  # fmt: skip

    def _make_switch(self) -> SegmentedSwitch:
        return SegmentedSwitch(
            self.tr("View"),
            (
                Segment(
                    CURVES,
                    self.tr("Curves"),
                    self.tr("Curve, slope and what is left of a gradient after n layers"),
                    key="1",
                ),
                Segment(
                    SIGNALS,
                    self.tr("Signals"),
                    self.tr("How outputs and gradients spread through a deep network"),
                    key="2",
                ),
                Segment(
                    LINEAR,
                    self.tr("Linear layers"),
                    self.tr("Why layers need something curved between them"),
                    key="3",
                ),
            ),
            self,
            is_large=True,
        )

    def _make_centre(self) -> QWidget:
        centre = QFrame(self)
        centre.setProperty("kind", "canvas")
        plots = (self.curves.values.canvas, self.curves.slopes.canvas)
        curves = MainColumn(plots, centre)
        curves.body.setSpacing(_CENTRE_MARGIN)
        curves.body.addWidget(self.curves, 5)
        curves.body.addWidget(self.chain, 4)
        self._stack = LooseStack(centre)
        for view in (curves, self.signals, self.linear):
            self._stack.addWidget(view)
        layout = QVBoxLayout(centre)
        layout.setContentsMargins(_CENTRE_MARGIN, 10, _CENTRE_MARGIN, 14)
        layout.setSpacing(10)
        layout.addWidget(self.views, 0, Qt.AlignmentFlag.AlignLeft)
        layout.addWidget(self._stack, 1)
        return centre

    def beside_the_picture(self) -> list[QWidget]:
        """Return the choice of the view."""
        return [self.views]

    def _make_actions(self) -> list[QAction]:
        reset = page_action(
            self,
            self.tr("Reset the plots"),
            self.tr("Show the first view of both plots again"),
            self._on_reset_triggered,
        )
        boxes = (self.functions.saturation_box, self.functions.tangent_box)
        saturation, tangent = (page_action(self, box.text(), box.toolTip()) for box in boxes)
        for action, box in zip((saturation, tangent), boxes, strict=True):
            action.setCheckable(True)
            action.setChecked(box.isChecked())
            action.toggled.connect(box.setChecked)
            box.toggled.connect(action.setChecked)
        return [reset, saturation, tangent, *self.views.segment_actions]

    def menu_actions(self) -> list[tuple[str, list[QAction]]]:
        """Return what the Edit and View menus get while this page is shown."""
        return [
            *self.keeping.menu_actions(),
            ("Edit", self.gate.actions),
            ("View", self._actions),
        ]

    def main_part(self) -> QWidget:
        """Return the first plot of the view that is chosen."""
        plots = (self.curves.values, self.signals.outputs, self.linear.linear)
        return plots[VIEWS.index(self.views.name)]

    def parts(self) -> list[QWidget]:
        """Return the panels of all views, and the middle."""
        over = self._recovery_area
        return [*self._left.panels, self._centre, *self._right.panels, over]

    def snapshot(self) -> PageState:
        """Return all that is set, its file and what can be undone."""
        kept = self.keeping
        kept.history.look()
        file = kept.path, kept.saved, kept.stamp
        reading, recovery = kept.reader.pending, kept.recovery.snapshot()
        return PageState(self._taken(), kept.history.steps, *file, recovery, reading)

    def restore(self, snapshot: object) -> None:
        """Take over what another page's `snapshot` gave."""
        if not isinstance(snapshot, PageState):
            return
        self.keeping.remember(snapshot.saved, snapshot.path, snapshot.stamp)
        self.keeping.show_other(snapshot.setup, snapshot.steps)
        self.keeping.recovery.take_over(snapshot.recovery)
        if snapshot.reading is not None:
            self.keeping.reader.show_text(snapshot.reading)

    @property
    def document_files(self) -> DocumentFiles[Any]:
        """The files of what the page keeps."""
        return self.keeping.files

    def shutdown(self) -> None:
        """Keep the copy or let it go, and stop what computes."""
        self.keeping.recovery.close()
        super().shutdown()

    def own_work(self) -> str | None:
        """Return all that is set with its file and history; None where it is as at first."""
        return self.keeping.work_text()

    def show_own_work(self, text: str) -> None:
        """Show what `own_work` gave, once its formulas are read."""
        self.keeping.reader.show_text(text)

    def when_own_is_safe(self, done: Callable[[], None]) -> None:
        """Call a function once what was written down is shown, and changed or in its file."""
        keeping = self.keeping
        keeping.reader.when_shown(lambda: keeping.recovery.autosave.when_safe(done))

    def follow_borrowing(self, is_borrowed: bool) -> None:
        """Let what a lesson opens have no file."""
        if is_borrowed:
            self.keeping.reader.give_up()
        self.keeping.follow_borrowing(is_borrowed)

    def open_file(self, path: Path) -> None:
        """Show what a file holds.

        Raises:
            EngineError: It cannot be read, or is none of this space.
        """
        self.look_for_own_work()
        self.keeping.files.load(path)

    def show_lent(self, setup: ActivationSetup) -> None:
        """Show what a lesson opens, with nothing to undo."""
        self.keeping.show_other(setup)

    def _taken(self) -> ActivationSetup:
        """Return all that is set."""
        return ActivationSetup(
            self.desk.setup, self.views.name, self.signals_panel.setup, self.linear_panel.setup
        )

    def _show_setup(self, setup: ActivationSetup) -> None:
        """Set all anew."""
        self.signals_panel.show_setup(setup.signals)
        self.linear_panel.show_setup(setup.linear)
        self.desk.show_setup(setup.curves)
        # A formula of the signals is known by its panel once the typed functions are.
        if self.signals_panel.setup != setup.signals:
            self.signals_panel.show_setup(setup.signals)
        self.show_view(setup.view)

    def hooks(self) -> ActivationHooks:
        """Return what a lesson sees of the page and does on it."""
        return self._hooks

    def named_parts(self) -> Mapping[str, QWidget]:
        """Return what a lesson can hide or point at, by name."""
        return {
            "functions": self._left,
            "facts": self._right,
            "values_plot": self.curves.values,
            "slopes_plot": self.curves.slopes,
            "chain": self.chain,
            "views": self.views,
            "own": self.functions.own,
            "search": self.functions.search,
        }

    def show_view(self, name: str) -> None:
        """Show another of the views."""
        self.views.choose(name)
        self._on_view_chosen(name)

    def receive(self, value: object) -> None:
        """Show the function of a gate of the graph space, with the gate's settings."""
        if isinstance(value, Node):
            if function_of_gate(self.desk, value) is None:
                self.reported.emit(
                    filled(
                        self.tr("“{0}” is no function of one number, so it has no curve."),
                        quote(value.operation),
                    ),
                    "warning",
                )
            else:
                self.views.choose(CURVES)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Move the point with the arrow keys."""
        step = _STEP * modifier_factor(event.modifiers())
        x = self.desk.x
        if self.views.name != CURVES:
            super().keyPressEvent(event)
        elif event.key() == Qt.Key.Key_Left:
            self.desk.set_x(round_significant(x - step, 10))
        elif event.key() == Qt.Key.Key_Right:
            self.desk.set_x(round_significant(x + step, 10))
        elif event.key() == Qt.Key.Key_Home:
            self.desk.set_x(0.0)
        else:
            super().keyPressEvent(event)

    def _on_view_chosen(self, view: str) -> None:
        place = VIEWS.index(view)
        for stack in (self._left, self._stack, self._right):
            stack.setCurrentIndex(place)
        # Else the first control of the new panel gets the keys, and an arrow key changes it.
        if self.isVisible():
            self.main_part().setFocus(Qt.FocusReason.OtherFocusReason)
        for action in self.gate.actions:
            is_told = bool(self.desk.selected) and not self.desk.hidden
            action.setEnabled(view == CURVES and is_told)
        if view == SIGNALS:
            self._take_selected()
            self.signals.show_setup(self.signals_panel.setup)
        elif view == LINEAR:
            self.linear.show_setup(self.linear_panel.setup)

    def _take_selected(self) -> None:
        """Begin the first time with the function that is looked at."""
        if self.signals.result is None and self.signals_panel.setup == SignalsSetup():
            name, formula = self.desk.selected, self.desk.own.get(self.desk.selected, "")
            if name in self.signals_panel.activation.names:
                self.signals_panel.show_setup(SignalsSetup(activation=name, formula=formula))

    def _on_hidden_changed(self) -> None:
        hidden = self.desk.hidden
        self.signals.set_hidden(hidden)
        self.signals_table.set_hidden(hidden)
        self.signals_panel.set_telling(not hidden)
        self._on_view_chosen(self.views.name)

    def _on_reset_triggered(self) -> None:
        self.curves.values.reset_view()
        self.curves.slopes.reset_view()


@dataclass(frozen=True)
class PageState:
    """A page's state as a value.

    Attributes:
        setup: All that is set.
        steps: What can be undone and redone.
        path: The file, if there is one.
        saved: What the file holds.
        stamp: How the file was when it was read or saved.
        recovery: The copies kept in case of a crash.
        reading: What was written down and is still being read; None for nothing.
    """

    setup: ActivationSetup
    steps: Steps[ActivationSetup]
    path: Path | None
    saved: ActivationSetup | None
    stamp: FileStamp | None
    recovery: RecoveryState
    reading: str | None = None

    __hash__ = None  # type: ignore[assignment]  # its setup cannot be hashed
