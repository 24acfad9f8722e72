"""A race as a lesson writes it down: by name what differs from its surface's own."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import replace
from typing import Any

import numpy as np

from engine.entries import Entry
from engine.graph.text_limits import LONGEST_NAME
from engine.optimizers.catalog import OPTIMIZERS
from engine.optimizers.schedules import SCHEDULES
from engine.optimizers.treatments import TREATMENTS
from engine.races.own_surface import LONGEST_FORMULA, FormulaSource, OwnSurface
from engine.races.preparation import prepare
from engine.races.race_file import RaceFile, read_race, read_view, to_json
from engine.races.race_setup import LEARNING_RATE, MOST_STEPS, RaceSetup, default_setup, own_setup
from engine.settings import complete, number_within, one_of
from engine.surfaces.catalog import SURFACES

_VIEW = [-3.0, 3.0, -3.0, 3.0]
FIRST_METHOD = "adam"


def opened_race(
    state: Mapping[str, Any], read: Callable[[str], str], racing: Iterable[str]
) -> Iterator[RaceFile | None]:
    """Yield None now and then, and at last the race that a state names.

    Args:
        state: ``file`` names a race that was saved; else ``surface`` one of the program's, or
            ``formula`` one of x and y with the ``view`` of the plane, left, right, bottom, top.
            Then ``start``, ``steps``, ``goal``, ``racing``, ``rates`` and ``settings`` and
            ``variants`` by method, ``shared_rate``, ``schedules`` and ``treatments`` with the
            settings of each, ``method``, the one looked at, and ``position``, the step shown.
            Other keys are passed over.
        read: Returns the text of a file by its name.
        racing: The methods that race at first.

    Raises:
        EngineError: A value is none that can be; the sentence names the key.
    """
    entry = _Keys({key: _plain(value) for key, value in state.items()})
    for key in ("file", "record"):
        found = entry.get(key)
        if found is not None:
            text = found.text(20_000_000)
            yield from read_race(read(text) if key == "file" else text)
            return
    formula = entry.get("formula")
    if formula is None:
        surface = entry.get("surface")
        name = next(iter(SURFACES)) if surface is None else surface.text(LONGEST_NAME)
        setup = default_setup(one_of(name, SURFACES))
    else:
        given = entry.get("view") or Entry(_VIEW, "view", Entry({}))
        own: OwnSurface | None = None
        for made in prepare(FormulaSource(formula.text(LONGEST_FORMULA), read_view(given))):
            own = made
            yield None
        assert own is not None, "the last record is the surface"
        setup = own_setup(own)
    setup = _changed(replace(setup, racing=frozenset(racing)), entry)
    method, position = entry.get("method"), entry.get("position")
    yield RaceFile(
        (setup,),
        FIRST_METHOD if method is None else one_of(method.text(LONGEST_NAME), OPTIMIZERS),
        0 if position is None else int(number_within("position", position.value, 0, setup.steps)),
    )


def state_of(content: RaceFile, racing: Iterable[str]) -> dict[str, Any]:
    """Return a state of which ``opened_race`` makes the race that a content shows.

    Args:
        content: What there is; of its setups the last is raced.
        racing: The methods that race at first.
    """
    setup = content.setups[-1]
    if setup.own is not None:
        return {"record": to_json(replace(content, setups=(setup,)))}
    base = replace(default_setup(setup.surface), racing=frozenset(racing))
    differing: dict[str, Any] = {
        "start": list(setup.start) if setup.start != base.start else None,
        "steps": setup.steps if setup.steps != base.steps else None,
        "goal": setup.goal if setup.goal != base.goal else None,
        "racing": sorted(setup.racing) if setup.racing != base.racing else None,
        "shared_rate": setup.shared_rate,
        "variants": dict(setup.variants) or None,
        "settings": _settings_beyond(_with_variants(base, setup.variants), setup) or None,
        "schedules": _nested(setup.schedules) or None,
        "treatments": _nested(setup.treatments) or None,
        "method": content.method if content.method != FIRST_METHOD else None,
        "position": content.step or None,
    }
    given = {key: value for key, value in differing.items() if value is not None}
    return {"surface": setup.surface, **given}


class _Keys:
    """The keys of a state, each of which knows its own name."""

    def __init__(self, values: Mapping[str, Any]) -> None:
        self._values = values

    def get(self, name: str) -> Entry | None:
        return Entry(self._values[name], name, Entry({})) if name in self._values else None


def _changed(setup: RaceSetup, entry: _Keys) -> RaceSetup:
    variants, settings, rates = entry.get("variants"), entry.get("settings"), entry.get("rates")
    if variants is not None:
        given = {name: item.text(LONGEST_NAME) for name, item in variants.named()}
        setup = _with_variants(setup, given)
    for name, item in () if settings is None else settings.named():
        method = one_of(name, OPTIMIZERS)
        values = {**setup.settings[method], **_values(item)}
        setup = setup.with_settings(method, setup.optimizer(method).check(values))
    for name, item in () if rates is None else rates.named():
        setup = with_rate(setup, one_of(name, OPTIMIZERS), item.number())
    return _conditioned(setup, entry)


def _conditioned(setup: RaceSetup, entry: _Keys) -> RaceSetup:
    start, steps, goal = entry.get("start"), entry.get("steps"), entry.get("goal")
    racing, shared = entry.get("racing"), entry.get("shared_rate")
    schedules, treatments = entry.get("schedules"), entry.get("treatments")
    if start is not None:
        x, y = start.numbers(2)
        setup = replace(setup, start=(x, y))
    if steps is not None:
        setup = replace(setup, steps=int(number_within("steps", steps.value, 1, MOST_STEPS)))
    if goal is not None:
        setup = replace(setup, goal=goal.number())
    if racing is not None:
        names = (one_of(item.text(LONGEST_NAME), OPTIMIZERS) for item in racing.items())
        setup = replace(setup, racing=frozenset(names))
    if shared is not None:
        rate = OPTIMIZERS["sgd"].check({LEARNING_RATE: shared.number()})[LEARNING_RATE]
        setup = replace(setup, shared_rate=rate)
    if schedules is not None:
        checked = {
            name: SCHEDULES.require(name).check(_values(item)) for name, item in schedules.named()
        }
        setup = replace(setup, schedules=checked)
    if treatments is not None:
        completed = {
            name: complete(TREATMENTS.require(name).settings, _values(item))
            for name, item in treatments.named()
        }
        setup = replace(setup, treatments=completed)
    return setup


def with_rate(setup: RaceSetup, method: str, rate: float) -> RaceSetup:
    """Return a setup in which a method has another learning rate.

    Raises:
        SettingError: It cannot be that.
    """
    own = {**setup.settings_of(method), LEARNING_RATE: rate}
    return setup.with_settings(method, setup.optimizer(method).check(own))


def _with_variants(setup: RaceSetup, variants: Mapping[str, str]) -> RaceSetup:
    for name, variant in variants.items():
        setup = setup.with_variant(one_of(name, OPTIMIZERS), variant)
    return setup


def _values(item: Entry) -> dict[str, float]:
    return {name: value.number() for name, value in item.named()}


def _nested(values: Mapping[str, Mapping[str, float]]) -> dict[str, dict[str, float]]:
    return {name: dict(item) for name, item in values.items()}


def _settings_beyond(base: RaceSetup, setup: RaceSetup) -> dict[str, dict[str, float]]:
    """Return the settings of the methods that have others than in a base."""
    return {
        method: dict(values)
        for method, values in setup.settings.items()
        if values != base.settings[method]
    }


def _plain(value: Any) -> Any:
    """Return a value as a file would hold it."""
    if isinstance(value, np.ndarray | np.generic):
        return value.tolist()
    if isinstance(value, Mapping):
        return {str(key): _plain(item) for key, item in value.items()}
    if isinstance(value, list | tuple):
        return [_plain(item) for item in value]
    return value
