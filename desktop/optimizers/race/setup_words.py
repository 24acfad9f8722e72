"""What a race's setup is called."""

from __future__ import annotations

from desktop.foundation.translation import translate_engine
from engine.races.own_surface import FormulaSource
from engine.races.race_setup import RaceSetup


def words_of(setup: RaceSetup) -> str:
    """Return what a setup is called among those that are not saved."""
    if setup.own is not None and isinstance(setup.own.source, FormulaSource):
        return setup.own.source.text
    return translate_engine(setup.record.title)
