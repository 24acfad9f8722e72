"""The graph space: palette, formula, canvas, timeline and inspector round one document."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from PySide6.QtCore import QEvent, QObject, QRectF, Qt, QTimer
from PySide6.QtGui import QAction, QKeyEvent, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop.files.document_files import DocumentFiles
from desktop.files.typed_lines import TypedLine
from desktop.foundation.page_action import page_action
from desktop.foundation.settings import Settings
from desktop.foundation.translation import error_sentence
from desktop.graph_editor.canvas.view import GraphView
from desktop.graph_editor.document.document import Document, DocumentState
from desktop.graph_editor.export.export_actions import ExportActions
from desktop.graph_editor.files.drawing_document import (
    DrawingDocument,
    drawing_form,
    recovery_form,
)
from desktop.graph_editor.files.examples_menu import ExamplesMenu
from desktop.graph_editor.files.lending import Lending
from desktop.graph_editor.finding.minimap import Minimap
from desktop.graph_editor.formula_bar import FormulaBar
from desktop.graph_editor.groups.gate_shelf import GateShelf
from desktop.graph_editor.groups.group_bar import GroupBar
from desktop.graph_editor.groups.group_counter import GroupCounter
from desktop.graph_editor.inspector.inspector import Inspector
from desktop.graph_editor.lesson_hooks.graph_hooks import GraphHooks
from desktop.graph_editor.menus.actions import CanvasActions
from desktop.graph_editor.menus.hints import canvas_hints
from desktop.graph_editor.menus.menu import CanvasMenu, menu_bar_actions
from desktop.graph_editor.palette.palette import Palette
from desktop.graph_editor.passes.announcer import Announcer
from desktop.graph_editor.passes.card_place import CardPlace
from desktop.graph_editor.passes.mode_legend import ModeLegend
from desktop.graph_editor.passes.step_card import StepCard
from desktop.graph_editor.passes.walk import Walk
from desktop.graph_editor.passes.walk_controls import WalkControls
from desktop.graph_editor.scene.arranged_drawing import arranged_drawing
from desktop.graph_editor.scene.scene import GraphScene
from desktop.graph_editor.tool_dock import DockState, ToolDock
from desktop.graph_editor.tools.tool import ToolContext
from desktop.widgets.bars.recovery import Recovery, RecoveryState
from desktop.widgets.formulas.formula_warmer import FormulaWarmer
from desktop.widgets.panels.column_plan import Side
from desktop.widgets.panels.columns import Columns
from desktop.widgets.panels.page_in_pieces import PageInPieces
from desktop.widgets.panels.panes import give_keys
from engine.drawing.drawing import Drawing
from engine.graph.model import NodeId

_CENTRE_PX = 400
_FIRST_EXAMPLE = "a1"
_UNSAVED = " *"
_SPREAD = 46.0


@dataclass(frozen=True)
class PageState:
    """What a page made anew needs to show the same thing."""

    document: DocumentState
    selected: frozenset[NodeId]
    position: int
    draft: str | None
    dock: DockState
    recovery: RecoveryState


class GraphPage(PageInPieces):
    """Builds graphs, shows their numbers and walks through both passes."""

    space_id = "graph"
    pastes = frozenset({"graph"})

    def making(self) -> Iterator[None]:
        """Make the panels, lay them out and connect them."""
        settings = self._settings
        self.document = Document(self)
        self.walk = Walk(self.document, self)
        self.scene = GraphScene(self.document, self, self.walk.view)
        self.view = GraphView(self.scene, self.document, settings)
        self.canvas_actions = CanvasActions(self.view).by_name
        CanvasMenu(self.view, self.canvas_actions)
        yield
        self.shelf = GateShelf(settings.folder / "gates", self)
        self.palette_panel = Palette(self)
        self.palette_panel.set_shelf(self.shelf)
        self.view.adder.set_shelf(self.shelf)
        self.view.groups.set_shelf(self.shelf)
        self.formula_bar = FormulaBar(self.document, self)
        self.counter = GroupCounter(self.document, self)
        self.group_bar = GroupBar(self.document, self.counter, self)
        self.controls = WalkControls(self.walk, self)
        yield
        self.inspector = Inspector(self.document, self.walk, settings, self)
        yield
        self.inspector.overview.show_counts(self.counter)
        self.inspector.node_panel.offer(self.canvas_actions["show_curve"])
        context = ToolContext(self.document, self.walk, self.scene, self.view, settings)
        self.dock = ToolDock(self.inspector, context, self)
        self._make_overlays(settings)
        self.mode_legend = ModeLegend(self.document, self.walk, self)
        yield
        kept, bar = DrawingDocument(self.document), self.formula_bar
        line = TypedLine(bar.draft, bar.restore_draft)
        kept.typed.follow("graph/formula", line, bar.field.textChanged)
        self.files = DocumentFiles(kept, drawing_form(), settings, self)
        yield
        self.examples = ExamplesMenu(self.document, self)
        yield
        self.recovery = self._make_recovery(kept)
        self.recovery_bar = self.recovery.bar
        self.lending = Lending(self.document)
        self.exports = ExportActions(self.document, self.view, settings, self)
        self.warmer = FormulaWarmer(self)
        self._menus: list[tuple[str, list[QAction]]] = []
        self._has_been_shown = False
        self._title = ""
        yield
        self._lay_out()
        self._connect()
        self._hooks = GraphHooks(self, self)
        self.view.installEventFilter(self)
        self.examples.show_example(_FIRST_EXAMPLE)

    def _make_recovery(self, kept: DrawingDocument) -> Recovery[Drawing]:
        folder = self._settings.folder / "recovery"
        return Recovery(kept, recovery_form(), self.files, folder, self)

    def _make_overlays(self, settings: Settings) -> None:
        """Make what lies over the canvas."""
        self.step_card = StepCard(self.document, self.walk, settings, self.view)
        self.card_place = CardPlace(self.step_card, self.walk, self.scene, self.view, self)
        self.minimap = Minimap(self.view, self.scene, settings)
        self.card_place.keep_clear_of(self.minimap)
        self.announcer = Announcer(self.document, self.walk, self.scene, self.view, self)

    # What the window asks -------------------------------------------------------------------

    def menu_actions(self) -> list[tuple[str, list[QAction]]]:
        """Return File, Edit, View, Run and Tools."""
        # Their submenus and lines belong to the page, so they are made once.
        if not self._menus:
            self._menus = self._make_menus()
        return self._menus

    def _make_menus(self) -> list[tuple[str, list[QAction]]]:
        file = self.files.menu_actions(self.examples.menuAction(), self.recovery.back_action)
        menus = [("File", self.exports.among(file))]
        menus += menu_bar_actions(self.view, self.canvas_actions)
        menus.append(("Go", self._make_ways()))
        menus.append((self.tr("&Run"), self.controls.actions_in_menu))
        menus.append((self.tr("&Tools"), self.dock.menu_entries))
        return menus

    def _make_ways(self) -> list[QAction]:
        """Return what gives the keys to a part of the page."""

        def way(text: str, tip: str, key: str, field: QWidget) -> QAction:
            return page_action(self, text, tip, lambda: give_keys(field), key)

        return [
            way(
                self.tr("Formula field"),
                self.tr("Type another formula"),
                "Ctrl+T",
                self.formula_bar.field,
            ),
            way(
                self.tr("Search of the palette"),
                self.tr("Type an operation's name; ↓ leads into the palette"),
                "Ctrl+K",
                self.palette_panel.search_field,
            ),
            way(
                self.tr("Playback"),
                self.tr("Play, step and scrub by keys"),
                "Ctrl+P",
                self.controls.bar.play_button,
            ),
        ]

    def key_hints(self) -> list[tuple[str, str]]:
        """Return the keys of the timeline and the gestures of the canvas."""
        return canvas_hints()

    def parts(self) -> list[QWidget]:
        """Return the palette, the middle, the tools and what lies over them."""
        return [self.palette_panel, self._centre, self.dock, self._recovery_area]

    def main_part(self) -> QWidget:
        """Return the canvas."""
        return self.view

    def panes(self) -> list[QWidget]:
        """Return the palette, the formula, the bars, the canvas, the walk and the tools."""
        return [
            self.palette_panel,
            self.formula_bar,
            self.recovery_bar,
            self.group_bar,
            self.view,
            self.controls,
            self.dock,
        ]

    def beside_the_picture(self) -> list[QWidget]:
        """Return the formula, which is edited and not shown."""
        return [self.formula_bar]

    def snapshot(self) -> object:
        """Return the document, its recovery copy, the selection, the position and the draft."""
        self._take_typed()
        return PageState(
            self.document.snapshot(),
            self.scene.selected_nodes(),
            self.walk.position,
            self.formula_bar.draft(),
            self.dock.snapshot(),
            self.recovery.snapshot(),
        )

    def restore(self, snapshot: object) -> None:
        """Show what another page showed."""
        if not isinstance(snapshot, PageState):
            return
        self.document.restore(snapshot.document, is_agreed=self.is_swapping)
        self.recovery.take_over(snapshot.recovery)
        self.scene.select(snapshot.selected)
        self.walk.go(snapshot.position)
        if snapshot.draft is not None:
            self.formula_bar.restore_draft(snapshot.draft)
        self.dock.restore(snapshot.dock)
        self._show_title()

    @property
    def document_files(self) -> DocumentFiles[Any]:
        """The files of what the page keeps."""
        return self.files

    def shutdown(self) -> None:
        """Keep the copy or let it go, and stop playing, computing and gliding."""
        self.recovery.close()
        self.view.removeEventFilter(self)
        super().shutdown()

    def own_work(self) -> str | None:
        """Return the document with its history and its file, and the draft of a formula."""
        self._take_typed()
        return self.lending.own_work(self.formula_bar.draft())

    def show_own_work(self, text: str) -> None:
        """Show what `own_work` gave."""
        draft = self.lending.show_own_work(text)
        if draft is not None:
            self.formula_bar.restore_draft(draft)
        self.show_opened()

    def hooks(self) -> GraphHooks:
        """Return what a lesson sees of the page and does on it."""
        return self._hooks

    def follow_borrowing(self, is_borrowed: bool) -> None:
        """Keep no copy of what a lesson opens, and one of one's own again."""
        self.document.set_borrowed(is_borrowed)
        self.recovery.follow_borrowing(is_borrowed)
        self._show_title()

    def when_own_is_safe(self, done: Callable[[], None]) -> None:
        """Call a function once the drawing is in its file, or was changed and is kept as it is."""
        self.recovery.autosave.when_safe(done)

    def open_file(self, path: Path) -> None:
        """Show a file's graph.

        Raises:
            EngineError: It cannot be read, or is none.
        """
        self.look_for_own_work()
        self.files.load(path)

    def receive(self, value: object) -> None:
        """Show a drawing that another space has made, arranged as this canvas needs it."""
        self.look_for_own_work()
        if isinstance(value, Drawing):
            self._take_typed()
            arranged = arranged_drawing(value.graph, value.title, value.description)
            # One's own unsaved work gives way, and can be brought back.
            self.document.load(arranged, None)
            self.show_opened()

    # What the page does ---------------------------------------------------------------------

    def add_in_view(self, name: str) -> NodeId:
        """Add an operation in the middle of what is seen, beside the nodes that stand there."""
        middle = self.view.mapToScene(self.view.viewport().rect().center())
        taken = [self.scene.node_rect(node) for node in self.document.shown.graph.nodes]
        room = QRectF(0, 0, _SPREAD * 1.6, _SPREAD * 1.6)
        room.moveCenter(middle)
        while any(room.intersects(other) for other in taken):
            room.translate(_SPREAD / 2, _SPREAD)
        place = room.center()
        if self.shelf.find(name) is not None:
            self.view.adder.add(name, place)
            return next(iter(self.scene.selected_nodes()))
        node = self.document.add_operation(name, (round(place.x()), round(place.y())))
        self.scene.select([node])
        return node

    def show_opened(self) -> None:
        """Show a drawing that was loaded: the end of its walk, all of it in the view."""
        # The number that is open is one of the drawing that is gone.
        self.view.number_card.close_now()
        self.walk.go(self.walk.last)
        self.view.zoom_to_fit()
        self._show_title()

    def showEvent(self, event: QShowEvent) -> None:
        """Fit the graph into the view, whose size is known now."""
        super().showEvent(event)
        if not self._has_been_shown:
            self._has_been_shown = True
            QTimer.singleShot(0, self, self._on_first_shown)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Step and play, by the keys that the canvas leaves to the page."""
        if _is_plain(event) and self.controls.handle_key(event.key()):
            return
        super().keyPressEvent(event)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Take ← and → from the canvas during a walk; follow the canvas's size."""
        if watched is self.view:
            if event.type() == QEvent.Type.Resize:
                self.minimap.follow_resize()
                self.card_place.follow_resize()
            elif isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
                # At rest they walk along the wires from the selected node.
                is_sideways = event.key() in (Qt.Key.Key_Left, Qt.Key.Key_Right)
                is_ours = not (self.walk.is_live or self.view.mouse.is_led_by_keys)
                if is_sideways and is_ours and _is_plain(event):
                    return self.controls.handle_key(event.key())
        return super().eventFilter(watched, event)

    # Inside ---------------------------------------------------------------------------------

    def _lay_out(self) -> None:
        centre = QWidget(self)
        column = QVBoxLayout(centre)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.formula_bar)
        column.addWidget(self.group_bar)
        column.addWidget(self.mode_legend)
        column.addWidget(self.view, 1)
        column.addWidget(self.controls)
        self.card_place.set_column(self.dock.take_in)
        self.card_place.set_teller(self._tells_step_beside)
        self._centre = centre
        sides: dict[Side, QWidget] = {"left": self.palette_panel, "right": self.dock}
        # The search for operations is a key away, the numbers are not.
        self.columns = Columns(
            "graph", centre, sides, self, first_to_fold="left", main_px=_CENTRE_PX
        )
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.columns)
        self._recovery_area = self.recovery.lay_over(self.columns)

    def _connect(self) -> None:
        self.palette_panel.chosen.connect(self.add_in_view)
        self.palette_panel.refused.connect(lambda text: self._tell(text, "warning"))
        self.formula_bar.built.connect(self._on_built)
        self.formula_bar.arrange_requested.connect(self.canvas_actions["arrange"].trigger)
        self.scene.node_selected.connect(self._on_node_selected)
        self.inspector.node_chosen.connect(self._on_node_chosen)
        self.walk.changed.connect(self._on_walk_changed)
        self.view.message.connect(lambda text: self._tell(text, "warning"))
        self.view.handed_over.connect(self.sent)
        self.files.reported.connect(self._tell)
        self.recovery.opened.connect(self.show_opened)
        self.exports.reported.connect(self._tell)
        self.exports.asked.connect(self._take_typed)
        self.dock.reported.connect(self._tell)
        self.document.changed.connect(self._on_document_changed)
        # What was told is about a drawing that is no longer this one.
        self.take_back_with(self.document.changed, self.document.path_changed)
        self.files.asked.connect(self._take_typed)
        self.files.opened.connect(self.show_opened)
        self.examples.chosen.connect(self._take_typed)
        self.examples.chosen.connect(self.own_wanted)
        self.examples.opened.connect(self.show_opened)
        self.examples.reported.connect(self._tell)
        self.document.path_changed.connect(self._show_title)
        self.document.clean_changed.connect(self._show_title)

    def _show_title(self) -> None:
        mark = "" if self.document.is_clean else _UNSAVED
        is_lent = self.is_borrowed and self.document.path is None
        name = self.borrowed_title if is_lent else ""
        self._title = f"{name or self.files.name}{mark}"
        self.title_changed.emit(self._title)

    def _tell(self, text: str, severity: str) -> None:
        self.reported.emit(text, severity)

    def _on_document_changed(self) -> None:
        # A formula that is built brings no title with it, nor does what is undone keep one.
        if not self.is_borrowed and self._title.removesuffix(_UNSAVED) != self.files.name:
            self._show_title()

    def _take_typed(self) -> None:
        self.view.editor.leave()
        self.view.frame_editor.leave()
        self.inspector.take_typed()

    def _on_first_shown(self) -> None:
        self.view.zoom_to_fit()
        self._show_title()
        for problem in self.shelf.problems[:1]:
            self._tell(error_sentence(problem), "warning")

    def _on_built(self) -> None:
        # Numbers have their places only at rest, and what they need must be seen too.
        self.scene.finish_glide()
        self.view.zoom_to_fit()
        self.view.setFocus()

    def _on_node_selected(self, ids: frozenset[NodeId]) -> None:
        self.inspector.show_node(next(iter(ids)) if len(ids) == 1 else None)
        self.dock.select(ids)

    def _on_node_chosen(self, node: NodeId) -> None:
        if (shown := self.document.shown.shown_node(node)) is not None:
            self.scene.select([shown])
            self.view.ensureVisible(self.scene.node_rect(shown))

    def _formulas_ahead(self) -> list[str]:
        """Return what card and inspector will show one step on from here."""
        position = self.walk.next_position
        return [*self.step_card.formulas_at(position), *self.inspector.formulas_at(position)]

    def _tells_step_beside(self) -> bool:
        """Tell whether the inspector shows the arithmetic of the gate at which the walk stands."""
        stop = self.walk.stop
        return stop is not None and self.inspector.tells(stop.node)

    def _on_walk_changed(self) -> None:
        self.warmer.warm(self._formulas_ahead)
        self.scene.show_pass(self.walk.view())
        self.card_place.follow_walk()
        if self.step_card.isVisible():
            self.announcer.say(self.step_card.heading)
        if self.walk.stop is not None:
            self.view.camera.reveal(self.scene.node_rect(self.walk.stop.node))
        self.card_place.place_soon(may_dock=True)


def _is_plain(event: QKeyEvent) -> bool:
    return not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
