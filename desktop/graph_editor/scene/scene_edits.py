"""What edits of a selection have in common: where it is, and where refusals go."""

from __future__ import annotations

from collections.abc import Callable

from desktop.graph_editor.document.document import Document
from desktop.graph_editor.scene.scene import GraphScene


class SceneEdits:
    """Edits a document by what is selected in its scene."""

    def __init__(
        self, document: Document, scene: GraphScene, refuse: Callable[[str], None]
    ) -> None:
        """Keep what is edited.

        Args:
            document: What is edited.
            scene: Where it is selected.
            refuse: Takes the sentence that says why an edit is impossible.
        """
        self._document = document
        self._scene = scene
        self._refuse = refuse
