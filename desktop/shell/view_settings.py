"""What the View menu changes: the zoom in steps, the colours, the language."""

from __future__ import annotations

from desktop.foundation.settings import (
    LANGUAGE,
    LARGEST_SCALE,
    SCALE,
    SMALLEST_SCALE,
    THEME,
    Settings,
)
from desktop.foundation.theme import theme
from desktop.foundation.translation import next_language

STEPS = (SMALLEST_SCALE, 0.8, 0.9, 1.0, 1.1, 1.25, 1.5, 1.75, 2.0, 2.5, LARGEST_SCALE)


class ViewSettings:
    """Changes settings only; whoever follows the settings changes what is seen."""

    def __init__(self, settings: Settings) -> None:
        """Act on these settings."""
        self._settings = settings

    def make_larger(self) -> None:
        """Go to the next larger zoom."""
        scale = self._settings.get(SCALE)
        self._settings.set(SCALE, next((s for s in STEPS if s > scale + 1e-9), STEPS[-1]))

    def make_smaller(self) -> None:
        """Go to the next smaller zoom."""
        scale = self._settings.get(SCALE)
        self._settings.set(SCALE, next((s for s in reversed(STEPS) if s < scale - 1e-9), STEPS[0]))

    def make_normal_size(self) -> None:
        """Take the zoom away."""
        self._settings.set(SCALE, 1.0)

    def switch_theme(self) -> None:
        """Take the theme that is not in force now."""
        self._settings.set(THEME, "light" if theme().is_dark else "dark")

    def switch_language(self) -> None:
        """Take the language that comes after the one in force."""
        self._settings.set(LANGUAGE, next_language().name)
