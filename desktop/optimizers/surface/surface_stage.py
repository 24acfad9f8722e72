"""The surface with the race on it, from above or in space, and the arrows of one update."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtGui import QAction, QKeyEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.optimizers.surface.arrows_bar import ArrowsBar
from desktop.optimizers.surface.arrows_layer import ArrowsLayer
from desktop.optimizers.surface.surface_plot import SurfacePlot
from desktop.optimizers.update.update_sketch import UpdateSketch, sketch_update
from desktop.widgets.fields.segmented_switch import Segment, SegmentedSwitch
from desktop.widgets.panels.loose_stack import LooseStack
from desktop.widgets.plots.plot_menu import is_fit_key
from engine.races.race_setup import RaceResult, RaceSetup
from engine.surfaces.function import SurfaceFunction

if TYPE_CHECKING:
    from desktop.optimizers.relief.camera import Camera
    from desktop.optimizers.relief.view import ReliefView

FLAT, SPACE = "flat", "space"
# The longest arrow as a share of the shorter side of what is visible.
_REACH = 0.24


@dataclass(frozen=True)
class SurfaceLook:
    """How the surface is looked at, which a page made anew takes over."""

    in_space: bool
    arrows: frozenset[str]
    camera: Camera | None


class SurfaceStage(QWidget):
    """Holds both views and shows the same in the one that is chosen; the legend is below.

    The switch that chooses among them is put where the page has its other controls.

    The view in space is made, and what it needs is loaded, when it is first chosen.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.plot = SurfacePlot(self)
        self.switch = SegmentedSwitch(
            self.tr("Surface"),
            (
                Segment(FLAT, self.tr("2-D"),
                        self.tr("Show the surface from above, with contour lines"),
                        self.tr("2-D contours"), "2"),
                Segment(SPACE, self.tr("3-D"),
                        self.tr("Show the surface in space; drag it to turn it"),
                        self.tr("3-D surface"), "3"),
            ),
            self,
            is_large=True,
        )  # fmt: skip
        self.arrows = ArrowsBar(self)
        self._layer = ArrowsLayer(self.plot)
        self._relief: ReliefView | None = None
        self._surface: tuple[RaceSetup, SurfaceFunction] | None = None
        self._shown: tuple[RaceResult, int] | None = None
        self._looked_at = ("", "")
        self._sketch: UpdateSketch | None = None
        self._stack = LooseStack(self)
        self._stack.addWidget(self.plot)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(6)
        layout.addWidget(self._stack, 1)
        layout.addWidget(self.arrows)
        self.switch.chosen.connect(lambda _: self._on_view_changed())
        self.arrows.changed.connect(self._draw_sketch)
        self.plot.canvas.getViewBox().sigRangeChanged.connect(lambda *_: self._draw_sketch())

    @property
    def views(self) -> QWidget:
        """What both views fill, one at a time."""
        return self._stack

    @property
    def in_space(self) -> bool:
        """Whether the surface is shown in space instead of from above."""
        return self.switch.name == SPACE

    @property
    def relief(self) -> ReliefView | None:
        """The view in space, once it was chosen."""
        return self._relief

    @property
    def shown_view(self) -> QWidget:
        """The view that is chosen."""
        return self._relief if self._relief is not None and self.in_space else self.plot

    @property
    def sketch(self) -> UpdateSketch | None:
        """The arrows that are shown, if there are any."""
        return self._sketch

    @property
    def actions_of_view(self) -> list[QAction]:
        """The actions for a menu: the views, and the arrows."""
        return [*self.switch.segment_actions, *self.arrows.actions_of_kinds]

    @property
    def look(self) -> SurfaceLook:
        """How the surface is looked at."""
        camera = None if self._relief is None else self._relief.camera
        return SurfaceLook(self.in_space, self.arrows.shown, camera)

    def set_look(self, look: SurfaceLook) -> None:
        """Look at the surface as another stage did."""
        self.arrows.set_shown(look.arrows)
        self.switch.choose(SPACE if look.in_space else FLAT)
        if look.camera is not None and self._relief is not None:
            self._relief.set_camera(look.camera)

    def show_surface(self, setup: RaceSetup, function: SurfaceFunction) -> None:
        """Show another surface."""
        self._surface, self._shown, self._sketch = (setup, function), None, None
        self._layer.show(None, frozenset())
        self.plot.show_surface(setup.record, function)
        if self._relief is not None:
            self._relief.show_surface(setup.record, function)

    def show_start(self, x: float, y: float) -> None:
        """Put the start at a point."""
        self.plot.show_start(x, y)
        if self._relief is not None:
            self._relief.show_start(x, y)

    def show_result(self, result: RaceResult) -> None:
        """Draw the whole paths."""
        self.plot.show_result(result)
        if self._relief is not None:
            self._relief.show_result(result)

    def show_step(self, result: RaceResult, step: int) -> None:
        """Draw how far everybody has come."""
        self._shown = (result, step)
        if self._relief is not None and self.in_space:
            self._relief.show_step(result, step, self._notes(result, step))
        else:
            self.plot.show_step(result, step)
        self._draw_sketch()

    def show_update(self, method: str, lit: str) -> None:
        """Draw the arrows of a method's update, one term of it lit."""
        if (method, lit) != self._looked_at:
            self._looked_at = (method, lit)
            self._draw_sketch()

    def handle_key(self, event: QKeyEvent) -> bool:
        """Turn, zoom or fit the view that is seen; False for other keys."""
        if self.in_space:
            return self._relief is not None and self._relief.handle_key(event)
        if is_fit_key(event):
            self.plot.reset_view()
            return True
        return False

    def _on_view_changed(self) -> None:
        if self.in_space and self._relief is None:
            self._relief = self._make_relief()
        self._stack.setCurrentIndex(1 if self.in_space else 0)
        if self._shown is not None:
            self.show_step(*self._shown)

    def _make_relief(self) -> ReliefView:
        from desktop.optimizers.relief.view import ReliefView

        relief = ReliefView(self)
        relief.start_set.connect(self.plot.start_set)
        self._stack.addWidget(relief)
        if self._surface is not None:
            setup, function = self._surface
            relief.show_surface(setup.record, function)
            relief.show_start(*self.plot.handle_place("start"))
        if self._shown is not None:
            relief.show_result(self._shown[0])
        return relief

    def _notes(self, result: RaceResult, step: int) -> dict[str, str]:
        return {
            trajectory.run.optimizer.name: self.plot.divergence_text(
                trajectory.run.optimizer.name, trajectory
            )
            for trajectory in result.race.trajectories
            if trajectory.diverged_at is not None and trajectory.diverged_at <= step
        }

    def _draw_sketch(self) -> None:
        """Draw the arrows, as long as fits into what is visible."""
        self._sketch = self._make_sketch()
        if self._relief is not None and self.in_space:
            self._relief.show_sketch(self._sketch, self.arrows.shown)
        else:
            self._layer.show(self._sketch, self.arrows.shown)
        if self._sketch is not None:
            self.arrows.show_sketch(self._sketch)
        elif (first := self._make_sketch(1)) is not None:
            # Before the first step stands what it will have, so that nothing moves with it.
            self.arrows.show_kinds(frozenset(first.kinds))
        elif not self._looked_at[0]:
            # Nobody's update is looked at: how long its arrows are is no business either.
            self.arrows.show_kinds(frozenset())

    def _make_sketch(self, at: int | None = None) -> UpdateSketch | None:
        """Return the arrows at the step that is seen, or at another one."""
        method, lit = self._looked_at
        if self._shown is None or not method:
            return None
        result, step = self._shown
        step = step if at is None else at
        trajectory = result.trajectory(method)
        if trajectory is None or step > trajectory.steps:
            return None
        if self.in_space:
            view = result.setup.record.view
            sides = (view.right - view.left, view.top - view.bottom)
        else:
            (left, right), (bottom, top) = self.plot.view_range
            sides = (right - left, top - bottom)
        return sketch_update(trajectory, step, _REACH * min(sides), lit)
