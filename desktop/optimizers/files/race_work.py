"""What of a race is work: what somebody set or typed, and would miss."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

from PySide6.QtCore import QCoreApplication

from desktop.foundation.translation import translate_engine
from desktop.optimizers.files.race_file import RaceFile
from desktop.optimizers.race.own_surface import FormulaSource
from desktop.optimizers.race.race_setup import RaceSetup, default_setup


def unsaved_setups(present: RaceFile, saved: RaceFile | None) -> list[RaceSetup]:
    """Return the setups that would be lost, the one raced last at the end.

    With a file that is whatever the file would hold of another kind than it does: on every surface,
    and which of them is raced. Without one it is what was typed; playing with the surfaces that
    the program brings is no work yet. Which method and step are looked at is none either.

    Args:
        present: What there is to save.
        saved: What the file holds; None without a file.
    """
    if saved is None:
        return [setup for setup in present.setups if setup.own is not None]
    known, now = _work(saved), _work(present)
    lost = [setup for name, setup in now.items() if known.get(name) != setup]
    # Set back to what the program brings.
    lost += [setup for setup in present.setups if setup.surface in known.keys() - now.keys()]
    last = present.setups[-1]
    if not lost and (known.keys() - now.keys() or last.surface != saved.setups[-1].surface):
        return [last]
    return sorted(lost, key=lambda setup: setup is last)


def words_of(setup: RaceSetup) -> str:
    """Return what a setup is called among those that are not saved."""
    if setup.own is None:
        return translate_engine(setup.record.title)
    if isinstance(setup.own.source, FormulaSource):
        return setup.own.source.text
    return QCoreApplication.translate("OwnSurface", setup.record.title)


def _work(content: RaceFile) -> Mapping[str, RaceSetup]:
    """Return the setups by surface, without those that a visit alone has brought."""
    return {
        setup.surface: setup
        for setup in content.setups
        if setup.own is not None or setup != _brought(setup.surface)
    }


@cache
def _brought(surface: str) -> RaceSetup:
    return default_setup(surface)
