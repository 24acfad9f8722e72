"""The panel of the tool *Modes*: which way gradients are found, and what each way costs."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.desk.background_task import BackgroundTask
from desktop.graph_editor.tools.modes.cost_table import CostTable, mode_title
from desktop.graph_editor.tools.modes.forward_part import ForwardPart
from desktop.graph_editor.tools.modes.numerical_part import NumericalPart
from desktop.graph_editor.tools.tool import ToolContext, ToolPanel
from desktop.widgets.fields.segmented_switch import Segment, SegmentedSwitch
from desktop.widgets.panels.section import Section
from desktop.widgets.panels.text_label import text_label
from engine.autodiff.costs.costs import Mode, mode_steps
from engine.drawing.passes import Seed
from engine.graph.model import NodeId

OFFERED = (Mode.REVERSE, Mode.FORWARD, Mode.NUMERICAL)


@dataclass(frozen=True)
class ModesState:
    """What was asked: the mode, what moves in forward mode, the h of the numerical check."""

    mode: Mode
    seed: Seed | None
    step: float


class ModesPanel(ToolPanel):
    """Switches the canvas and the timeline between the modes, and compares them."""

    def __init__(self, context: ToolContext, parent: QWidget) -> None:
        super().__init__(parent)
        self._context = context
        self._mode = Mode.REVERSE
        self._is_on_show = False
        self._task = BackgroundTask(self)
        self.switch = SegmentedSwitch(
            self.tr("Mode"),
            [Segment(mode.value, mode_title(mode), self._describe(mode)) for mode in OFFERED],
            self,
        )
        self._meaning = text_label(self, "muted")
        self.forward = ForwardPart(context.document, context.settings, self)
        self.numerical = NumericalPart(self)
        self.costs = CostTable(self)
        self._lay_out()
        self.switch.chosen.connect(lambda name: self.show_mode(Mode(name)))
        self.forward.picked.connect(self._on_picked)
        self.numerical.form.changed.connect(lambda _: self.asked.emit())
        self.numerical.node_chosen.connect(lambda node: context.scene.select([node]))
        self._task.done.connect(self._on_counted)
        context.document.evaluated.connect(self._on_evaluated)

    @property
    def mode(self) -> Mode:
        """The mode on show."""
        return self._mode

    @property
    def meaning(self) -> str:
        """What the mode on show does, in a sentence."""
        return self._meaning.text()

    def begin(self) -> None:
        """Show the mode that was chosen last."""
        self._is_on_show = True
        self._refresh()

    def end(self) -> None:
        """Return the canvas to reverse mode, which all other tools speak of."""
        self._is_on_show = False
        self._context.walk.set_seed(None)

    def select(self, nodes: frozenset[NodeId]) -> None:
        """Push forward from the selected input."""
        self.forward.picker.follow(nodes)

    def snapshot(self) -> object:
        """Return what was asked."""
        return ModesState(self._mode, self.forward.seed, self.numerical.step)

    def restore(self, snapshot: object) -> None:
        """Ask the same."""
        if isinstance(snapshot, ModesState):
            self.forward.picker.show_sources(self._context.document.evaluation)
            if snapshot.seed is not None:
                self.forward.picker.choose(snapshot.seed.source, snapshot.seed.index)
            self.numerical.set_step(snapshot.step)
            self.show_mode(snapshot.mode)

    def show_mode(self, mode: Mode) -> None:
        """Bring a mode on show."""
        self._mode = mode
        self.switch.set_name(mode.value)
        self._refresh()

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 8, 16, 16)
        column.setSpacing(12)
        column.addWidget(self.switch)
        column.addWidget(self._meaning)
        column.addWidget(self.forward)
        column.addWidget(self.numerical)
        side = Section(self.tr("Side by side"), self)
        side.add(self.costs)
        column.addWidget(side)
        column.addStretch(1)

    def _describe(self, mode: Mode) -> str:
        if mode is Mode.REVERSE:
            return self.tr(
                "Reverse mode pulls the result's derivative back to every node: one backward pass "
                "gives the gradients of all inputs."
            )
        if mode is Mode.FORWARD:
            return self.tr(
                "Forward mode pushes one input's derivative on to every node, together with the "
                "values: one pass for each input."
            )
        return self.tr(
            "The numerical check moves each input by h to both sides and divides the difference: "
            "easy, slow and approximate. Compute analytically, check numerically."
        )

    def _refresh(self) -> None:
        document = self._context.document
        evaluation = document.evaluation
        self._meaning.setText(self._describe(self._mode))
        self.asked.emit()
        self.forward.setVisible(self._mode is Mode.FORWARD)
        self.numerical.setVisible(self._mode is Mode.NUMERICAL)
        if not self._is_on_show:
            return
        self.forward.show_graph(evaluation)
        seed = self.forward.seed if self._mode is Mode.FORWARD else None
        self._context.walk.set_seed(seed)
        if self._mode is Mode.NUMERICAL:
            self.numerical.ask(evaluation)
        self._count()

    def _count(self) -> None:
        evaluation = self._context.document.evaluation
        plan, target = evaluation.plan, evaluation.target
        if target is None or target not in evaluation.values:
            self._on_counted(())
            return

        self._task.submit(lambda: mode_steps(plan, target))

    def _on_counted(self, costs: object) -> None:
        evaluation = self._context.document.evaluation
        value = None if evaluation.target is None else evaluation.values.get(evaluation.target)
        found = costs if isinstance(costs, tuple) else ()
        self.costs.show_costs(found, 1 if value is None else value.size)

    def _on_picked(self) -> None:
        if self._is_on_show and self._mode is Mode.FORWARD:
            self._refresh()

    def _on_evaluated(self) -> None:
        if self._is_on_show:
            self._refresh()
