"""What the canvas writes beside its numbers, and with how many decimals, as the settings say."""

from __future__ import annotations

from desktop.foundation.settings import NAMES, PRECISION, SHAPES, Key, Settings
from desktop.graph_editor.scene.scene import GraphScene

_FEWEST, _MOST = 0, 12


class NumberView:
    """Hands the settings to the scene, and changes them for the commands of the View menu."""

    def __init__(self, scene: GraphScene, settings: Settings) -> None:
        self._scene = scene
        self._settings = settings
        settings.changed.connect(self._on_setting_changed)
        scene.set_digits(settings.get(PRECISION))
        scene.set_shows_shapes(settings.get(SHAPES))
        scene.set_shows_names(settings.get(NAMES))

    @property
    def digits(self) -> int:
        """Decimals on the canvas."""
        return self._settings.get(PRECISION)

    @property
    def shows_shapes(self) -> bool:
        """Whether vectors and matrices have their shape beside them."""
        return self._settings.get(SHAPES)

    @property
    def shows_names(self) -> bool:
        """Whether gates that nobody named tell what they are called."""
        return self._settings.get(NAMES)

    def add_digits(self, step: int) -> None:
        """Show more or fewer decimals."""
        self._settings.set(PRECISION, min(_MOST, max(_FEWEST, self.digits + step)))

    def toggle_shapes(self) -> None:
        """Show the shapes or not."""
        self._settings.set(SHAPES, not self.shows_shapes)

    def toggle_names(self) -> None:
        """Show the names of gates that nobody named, or not."""
        self._settings.set(NAMES, not self.shows_names)

    def stop_following(self) -> None:
        """Hear nothing any more, because the page is closing."""
        self._settings.changed.disconnect(self._on_setting_changed)

    def _on_setting_changed(self, key: Key[object]) -> None:
        if key == PRECISION:
            self._scene.set_digits(self.digits)
        elif key == SHAPES:
            self._scene.set_shows_shapes(self.shows_shapes)
        elif key == NAMES:
            self._scene.set_shows_names(self.shows_names)
