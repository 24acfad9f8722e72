"""What the menus do with frames: put one round the selection, write on it, change its members."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication, QRect, QRectF

from desktop.foundation.translation import error_sentence
from desktop.graph_editor.document.document import Document
from desktop.graph_editor.frames.frame_editor import FrameEditor
from desktop.graph_editor.frames.frame_layer import FrameLayer
from engine.drawing import frames
from engine.drawing.drawing import Drawing, FrameId
from engine.errors import EngineError
from engine.graph.model import NodeId


class FrameEdits:
    """Edits the frames of a document, each edit one undo step."""

    def __init__(
        self,
        document: Document,
        layer: FrameLayer,
        selected: Callable[[], frozenset[NodeId]],
        editor: FrameEditor,
        on_view: Callable[[QRectF], QRect],
        refuse: Callable[[str], None],
    ) -> None:
        """Make the edits of a canvas.

        Args:
            document: What they change.
            layer: Where the frames are.
            selected: Tells which nodes are selected.
            editor: Where one writes.
            on_view: Shows an area of the scene and returns it in the viewport.
            refuse: Tells the user why something was not done.
        """
        self._document = document
        self._layer = layer
        self._selected = selected
        self._editor = editor
        self._on_view = on_view
        self._refuse = refuse

    @property
    def touched(self) -> list[FrameId]:
        """The frames that some selected node is in."""
        return frames.frames_of(self._drawing, self._chosen())

    @property
    def meant(self) -> FrameId | None:
        """The frame that the selection speaks of: the only one that it touches, or None."""
        touched = self.touched
        return touched[0] if len(touched) == 1 else None

    @property
    def all_selected(self) -> FrameId | None:
        """The frame whose members are selected, all of them and nothing else."""
        selected = self._selected()
        for frame_id in self._layer.items:
            if self._layer.members(frame_id) == selected:
                return frame_id
        return None

    @property
    def is_open_to_join(self) -> bool:
        """Whether the selection could join a frame that it is not wholly in."""
        return bool(self._chosen()) and bool(self.joinable)

    @property
    def joinable(self) -> list[FrameId]:
        """The frames that the selection could join, that which it touches alone before all."""
        chosen = self._chosen()
        open_ones = [
            key for key, frame in self._drawing.frames.items() if not chosen <= frame.members
        ]
        meant = self.meant
        return [meant] if meant in open_ones and meant is not None else open_ones

    def title(self, frame_id: FrameId) -> str:
        """Return a frame's title, or what stands for an empty one."""
        return self._drawing.frames[frame_id].title or self._untitled()

    def add(self) -> None:
        """Put a frame round the selected nodes and let its title be typed: one step."""
        key = object()
        try:
            after, frame_id = frames.add_frame(self._drawing, self._chosen(), self._untitled())
        except EngineError as error:
            self._refuse(error_sentence(error))
            return
        text = QCoreApplication.translate("FrameEdits", "frame")
        self._document.push(text, after, key)
        self.edit(frame_id, key)

    def edit(self, frame_id: FrameId, merge_key: object | None = None) -> None:
        """Let title and note be typed where they stand."""
        frame = self._drawing.frames[frame_id]
        area = self._on_view(self._layer.items[frame_id].rect)

        def take(title: str, note: str) -> None:
            if frame_id not in self._drawing.frames:
                return
            after = frames.write_frame(self._drawing, frame_id, title=title, note=note)
            text = QCoreApplication.translate("FrameEdits", "write on frame")
            self._document.push(text, after, merge_key)
            # A note makes the frame higher, and its title must not leave the view.
            self._on_view(self._layer.items[frame_id].rect)

        self._editor.open_at(area, frame.title, frame.note, take)

    def edit_meant(self) -> None:
        """Let the title of the frame be typed that the selection speaks of."""
        if self.meant is not None:
            self.edit(self.meant)

    def edit_all_selected(self) -> bool:
        """Let the title of the frame be typed whose members are selected; tell if there is one."""
        frame_id = self.all_selected
        if frame_id is None:
            return False
        self.edit(frame_id)
        return True

    def remove(self) -> None:
        """Take the frames of the selection away; their members stay."""
        after = self._drawing
        for frame_id in self.touched:
            after = frames.remove_frame(after, frame_id)
        self._document.push(QCoreApplication.translate("FrameEdits", "remove frame"), after)

    def join(self, frame_id: FrameId) -> None:
        """Take the selected nodes into a frame."""
        after = frames.add_members(self._drawing, frame_id, self._chosen())
        self._document.push(QCoreApplication.translate("FrameEdits", "add to frame"), after)

    def leave(self) -> None:
        """Take the selected nodes out of their frames."""
        after = frames.take_out(self._drawing, self._chosen())
        self._document.push(QCoreApplication.translate("FrameEdits", "take out of frame"), after)

    def next_color(self) -> None:
        """Give the frames of the selection the next of the theme's colours."""
        after = self._drawing
        for frame_id in self.touched:
            color = after.frames[frame_id].color + 1
            after = frames.write_frame(after, frame_id, color=color)
        self._document.push(QCoreApplication.translate("FrameEdits", "color of frame"), after)

    @property
    def _drawing(self) -> Drawing:
        return self._document.drawing

    def _chosen(self) -> frozenset[NodeId]:
        return self._document.shown.whole_ids(self._selected())

    def _untitled(self) -> str:
        return QCoreApplication.translate("FrameEdits", "Frame")
