"""Which of the installed fonts the interface is written with, and what none of them can write."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import lru_cache
from typing import Final

from PySide6.QtGui import QFontDatabase

from engine.languages.catalog import LANGUAGES
from engine.languages.language import Language

# What a desktop of today has, the ones drawn for screens first. Every one is a sans.
_TEXT_FAMILIES: Final = (
    "Inter", "Segoe UI", "Noto Sans", "Cantarell", "Adwaita Sans", "Ubuntu", "Ubuntu Sans",
    "Roboto", "Open Sans", "Source Sans 3", "Source Sans Pro", "DejaVu Sans", "Liberation Sans",
    "Arial", "Helvetica Neue", "Helvetica", "FreeSans", "Bitstream Vera Sans",
)  # fmt: skip
# The writing system that every font for a screen has.
_EVERYWHERE: Final = "Latin"
_MONO_FAMILIES: Final = (
    "JetBrains Mono", "SF Mono", "Menlo", "Consolas", "DejaVu Sans Mono", "Noto Sans Mono",
    "Liberation Mono", "Ubuntu Mono", "Ubuntu Sans Mono", "Courier New", "FreeMono",
    "Noto Sans Mono CJK KR",
)  # fmt: skip
# Names that Qt lists on every Linux. What stands behind them is whatever fontconfig finds first,
# which on a machine with few fonts has serifs.
_ALIASES: Final = frozenset({"Sans Serif", "Sans", "Serif", "Monospace", "monospace", "sans-serif"})
_HAS_SERIFS: Final = (
    "serif", "roman", "times", "georgia", "garamond", "math", "batang", "myungjo", "myeongjo",
    "song", "ming", "mincho", "symbol", "emoji", "icons", "dingbats",
)  # fmt: skip


class Fonts:
    """The choice among families that are installed; a value, so that any machine can be tried.

    Attributes:
        text: What texts are written with, the first that has a letter; empty without any font.
        mono: The same for texts whose letters have one width.
    """

    def __init__(
        self,
        installed: Sequence[str],
        families_of: Callable[[str], Sequence[str]],
        is_mono: Callable[[str], bool],
        system: str,
        system_mono: str,
    ) -> None:
        """Choose.

        Args:
            installed: Every family, Qt's aliases among them.
            families_of: Returns those with the letters of a writing system.
            is_mono: Whether the letters of a family have one width.
            system: The family of the system's interface, an alias on some machines.
            system_mono: The one that the system writes programs with.
        """
        real = [family for family in installed if family not in _ALIASES]
        self._families_of = families_of
        wanted = _known(_TEXT_FAMILIES, real)
        # The system's own font comes first, unless one that was drawn for screens is installed.
        # That of macOS is listed nowhere, and its name begins with a dot.
        is_own = system in real or system.startswith(".")
        if is_own and _is_sans(system) and wanted[:1] != ["Inter"]:
            wanted.insert(0, system)
        for language in LANGUAGES.values():
            if language.writing_system != _EVERYWHERE:
                lettered = sorted(self._families_for(language), key=_is_sans)
                wanted += _known(language.families, real) or lettered[-1:]
        if not wanted:
            wanted = [family for family in real if _is_sans(family) and not is_mono(family)][:1]
        self.text = tuple(dict.fromkeys(wanted)) or tuple(real[:1])
        fixed = _known(_MONO_FAMILIES, real) or _known([system_mono], real)
        fixed = fixed or [family for family in real if is_mono(family)][:1]
        self.mono = tuple(dict.fromkeys([*fixed, *self.text]))

    def can_write(self, language: Language) -> bool:
        """Tell whether any family has the letters of a language; each has the Latin ones."""
        is_latin = language.writing_system == _EVERYWHERE
        return is_latin or bool(self._families_for(language))

    def _families_for(self, language: Language) -> list[str]:
        found = self._families_of(language.writing_system)
        return [family for family in found if family not in _ALIASES]


@lru_cache(maxsize=1)
def fonts() -> Fonts:
    """Return the choice on this machine, made once."""
    database = QFontDatabase
    return Fonts(
        database.families(),
        _families_of,
        database.isFixedPitch,
        database.systemFont(database.SystemFont.GeneralFont).family(),
        database.systemFont(database.SystemFont.FixedFont).family(),
    )


@lru_cache
def _families_of(writing_system: str) -> list[str]:
    return QFontDatabase.families(QFontDatabase.WritingSystem[writing_system])


def _known(wanted: Sequence[str], real: Sequence[str]) -> list[str]:
    return [family for family in wanted if family in real]


def _is_sans(family: str) -> bool:
    name = family.casefold()
    return "sans" in name or not any(word in name for word in _HAS_SERIFS)
