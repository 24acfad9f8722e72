"""What a race's setup is called, and what was changed in one, in words."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

from desktop.foundation.translation import filled, translate_engine
from desktop.widgets.fields.number_text import format_number
from engine.optimizers.catalog import OPTIMIZERS
from engine.optimizers.schedules import SCHEDULES
from engine.optimizers.treatments import TREATMENTS
from engine.races.own_surface import FormulaSource
from engine.races.race_setup import RaceSetup
from engine.settings import Setting

_NAMES = {
    "start": QT_TRANSLATE_NOOP("RaceWords", "start"),
    "racing": QT_TRANSLATE_NOOP("RaceWords", "methods that race"),
    "shared_rate": QT_TRANSLATE_NOOP("RaceWords", "same rate for all"),
    "variants": QT_TRANSLATE_NOOP("RaceWords", "variant"),
}
_NUMBERS = {
    "steps": QT_TRANSLATE_NOOP("RaceWords", "steps"),
    "goal": QT_TRANSLATE_NOOP("RaceWords", "goal"),
}
_LONGEST = 40


def words_of(setup: RaceSetup) -> str:
    """Return what a setup is called among those that are not saved."""
    if setup.own is not None and isinstance(setup.own.source, FormulaSource):
        return setup.own.source.text
    return translate_engine(setup.record.title)


def change_text(before: RaceSetup, after: RaceSetup) -> str:
    """Return what was changed, such as “steps 100 → 200”, translated."""
    if before.surface != after.surface:
        # Another surface brings its own start, rates and steps, and its name says enough.
        words = words_of(after)
        return words if len(words) <= _LONGEST else f"{words[:_LONGEST]}…"
    parts = [_part(name, before, after) for name in sorted(touched_names(before, after))]
    return ", ".join(dict.fromkeys(part for part in parts if part))


def touched_names(before: RaceSetup, after: RaceSetup) -> frozenset[str]:
    """Return the names of what differs, down to the single setting."""
    found: set[str] = set()
    for name in ("surface", "start", "steps", "goal", "racing", "shared_rate", "variants"):
        if getattr(before, name) != getattr(after, name):
            found.add(name)
    for name in ("settings", "schedules", "treatments"):
        found |= _differing(name, getattr(before, name), getattr(after, name))
    return frozenset(found)


def _differing(
    name: str, before: Mapping[str, Mapping[str, float]], after: Mapping[str, Mapping[str, float]]
) -> set[str]:
    found = set()
    for key in before.keys() | after.keys():
        old, new = before.get(key), after.get(key)
        if old is None or new is None:
            if old is not new:
                found.add(f"{name} {key}")
            continue
        for setting in old.keys() | new.keys():
            if old.get(setting) != new.get(setting):
                found.add(f"{name} {key} {setting}")
    return found


def _part(touched: str, before: RaceSetup, after: RaceSetup) -> str:
    kind, _, rest = touched.partition(" ")
    if kind in _NUMBERS:
        return _arrow(_translated(_NUMBERS[kind]), getattr(before, kind), getattr(after, kind))
    if kind in _NAMES:
        return _translated(_NAMES[kind])
    name, _, setting = rest.partition(" ")
    title, settings = _TABLES[kind](name)
    titles = {item.name: item.title for item in settings}
    if setting not in titles:
        return translate_engine(title)
    values = (getattr(setup, kind)[name][setting] for setup in (before, after))
    return _arrow(f"{translate_engine(title)}: {translate_engine(titles[setting])}", *values)


def _optimizer(name: str) -> tuple[str, tuple[Setting, ...]]:
    return OPTIMIZERS[name].title, OPTIMIZERS[name].settings


def _schedule(name: str) -> tuple[str, tuple[Setting, ...]]:
    return SCHEDULES[name].title, SCHEDULES[name].settings


def _treatment(name: str) -> tuple[str, tuple[Setting, ...]]:
    return TREATMENTS[name].title, TREATMENTS[name].settings


_TABLES: Mapping[str, Callable[[str], tuple[str, tuple[Setting, ...]]]] = {
    "settings": _optimizer,
    "schedules": _schedule,
    "treatments": _treatment,
}


def _arrow(title: str, before: float, after: float) -> str:
    return filled("{0} {1} → {2}", title, format_number(before, 3), format_number(after, 3))


def _translated(words: object) -> str:
    return QCoreApplication.translate("RaceWords", str(words))
