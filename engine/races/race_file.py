"""The setting of a race as versioned JSON text, read with suspicion: it may be damaged or newer."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path
from typing import Any

from engine.drawing.serialization import from_json as drawing_from_json
from engine.drawing.serialization import to_json as drawing_to_json
from engine.entries import Entry, FileForm, damaged
from engine.errors import EngineError, FileFormatError
from engine.graph.model import NodeId
from engine.graph.text_limits import LONGEST_NAME
from engine.optimizers.catalog import OPTIMIZERS
from engine.optimizers.schedules import SCHEDULES
from engine.optimizers.treatments import TREATMENTS
from engine.quoting import quote
from engine.races.own_surface import (
    LONGEST_FORMULA,
    FormulaSource,
    GraphSource,
    OwnSurface,
    Source,
    TableSource,
)
from engine.races.preparation import prepare
from engine.races.race_setup import MOST_STEPS, RaceSetup, default_setup, own_setup
from engine.settings import complete
from engine.surfaces.catalog import SURFACES
from engine.surfaces.fit import MOST_SAMPLES
from engine.surfaces.surface import Box

FORM = FileForm("a Wiregrad race", "wiregrad-race", 1)
MOST_SETUPS = 200
LARGEST_RACE_BYTES = 20_000_000
# Squares of numbers like these are still numbers.
_FARTHEST = 1e100


@dataclass(frozen=True)
class RaceFile:
    """What a file holds.

    Attributes:
        setups: The setups of all surfaces visited, the one raced last.
        method: The method looked at.
        step: The step shown.
    """

    setups: tuple[RaceSetup, ...]
    method: str
    step: int

    __hash__ = None  # type: ignore[assignment]  # its setups cannot be hashed


def to_json(content: RaceFile) -> str:
    """Return the content as JSON text that ``read_race`` reads back equal."""
    record = {
        **FORM.head,
        "method": content.method,
        "step": content.step,
        "setups": [setup_record(setup) for setup in content.setups],
    }
    return json.dumps(record, ensure_ascii=False, indent=1, allow_nan=False) + "\n"


def read_race_file(path: Path) -> Iterator[RaceFile | None]:
    """Read a file as ``read_race`` reads its text.

    Raises:
        FileFormatError: It cannot be read, or as ``read_race``.
    """
    yield from read_race(FORM.text_of(path, LARGEST_RACE_BYTES))


def read_race(text: str) -> Iterator[RaceFile | None]:
    """Read a file's text; only the last record is the content, the others let it be given up.

    Surfaces of one's own are prepared anew, which takes a moment.

    Raises:
        FileFormatError: The text is not JSON, no race, made by a newer version, or something in
            it cannot be; the sentence says what.
    """
    record = FORM.read(text)
    try:
        setups: list[RaceSetup] = []
        for setup in read_setups(record["setups"], MOST_SETUPS):
            if setup is None:
                yield None
            else:
                setups.append(setup)
        if not setups:
            raise FileFormatError("race_empty", "it has no setups.")
        method, step = read_method(record["method"]), record["step"].whole()
        if step > MOST_STEPS:
            raise _too_many_steps(record["step"])
    except EngineError as error:
        raise damaged(error) from error
    yield RaceFile(tuple(setups), method, step)


def read_setups(items: Entry, most: int) -> Iterator[RaceSetup | None]:
    """Yield the setups that a list holds, and None now and then before one.

    A surface of one's own is prepared once, however many setups race on it.

    Raises:
        EngineError: Something in it cannot be; the sentence says what.
    """
    known: dict[str, OwnSurface] = {}
    for item in items.items(most):
        source, own = item.get("own"), None
        if source is not None:
            key = json.dumps(source.value, sort_keys=True)
            if key not in known:
                for made in prepare(_source(source)):
                    yield None
                    if made is not None:
                        known[key] = made
            own = known[key]
        yield _setup(item, own)


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


def setup_record(setup: RaceSetup) -> dict[str, Any]:
    """Return a setup as JSON can hold it; ``read_setups`` reads it back equal."""
    record: dict[str, Any] = {
        "surface": setup.surface,
        "start": list(setup.start),
        "steps": setup.steps,
        "goal": setup.goal,
        "racing": [name for name in OPTIMIZERS if name in setup.racing],
        "settings": {name: dict(values) for name, values in setup.settings.items()},
        "shared_rate": setup.shared_rate,
        "variants": dict(setup.variants),
        "schedules": {name: dict(values) for name, values in setup.schedules.items()},
        "treatments": {name: dict(values) for name, values in setup.treatments.items()},
    }
    if setup.own is not None:
        record["own"] = _source_record(setup.own.source)
    return record


def _source_record(source: Source) -> dict[str, Any]:
    record: dict[str, Any] = {"kind": source.kind.value}
    if isinstance(source, TableSource):
        return {**record, "samples": [list(sample) for sample in source.samples]}
    record["view"] = list(source.view)
    if isinstance(source, FormulaSource):
        return {**record, "formula": source.text}
    drawing = json.loads(drawing_to_json(source.drawing))
    return {**record, "graph": drawing, "variables": list(source.variables)}


def _setup(item: Entry, own: OwnSurface | None) -> RaceSetup:
    surface = item["surface"].text(LONGEST_NAME)
    if own is None and surface not in SURFACES:
        raise FileFormatError(
            "race_surface", f"there is no surface “{quote(surface)}”.", name=quote(surface)
        )
    setup = default_setup(surface) if own is None else own_setup(own)
    x, y = item["start"].numbers(2)
    steps = item["steps"].whole()
    if not 1 <= steps <= MOST_STEPS:
        raise _too_many_steps(item["steps"])
    for method, variant in item["variants"].named():
        name = OPTIMIZERS.require(method).name
        setup = setup.with_variant(name, variant.text(LONGEST_NAME))
    given = dict(item["settings"].named())
    settings = {
        name: setup.optimizer(name).check(_values(given[name]) if name in given else {})
        for name in OPTIMIZERS
    }
    shared = item["shared_rate"]
    return replace(
        setup,
        start=(x, y),
        steps=steps,
        goal=item["goal"].number(),
        racing=frozenset(read_method(method) for method in item["racing"].items()),
        settings=settings,
        shared_rate=None if shared.value is None else _rate(shared),
        schedules={
            name: SCHEDULES.require(name).check(_values(values))
            for name, values in item["schedules"].named()
        },
        treatments={
            name: complete(TREATMENTS.require(name).settings, _values(values))
            for name, values in item["treatments"].named()
        },
    )


def read_method(item: Entry) -> str:
    """Return the name of a method.

    Raises:
        FileFormatError: There is none of that name.
    """
    name = item.text(LONGEST_NAME)
    if name not in OPTIMIZERS:
        raise FileFormatError(
            "race_method", f"there is no method “{quote(name)}”.", name=quote(name)
        )
    return name


def _too_many_steps(item: Entry) -> FileFormatError:
    return FileFormatError(
        "race_steps",
        f"{item.place} is no number of steps from 1 to {MOST_STEPS}.",
        place=item.place,
        most=MOST_STEPS,
    )


def _rate(item: Entry) -> float:
    return OPTIMIZERS["sgd"].check({"learning_rate": item.number()})["learning_rate"]


def _values(item: Entry) -> dict[str, float]:
    return {name: value.number() for name, value in item.named()}


def read_view(item: Entry) -> Box:
    """Return a rectangle of the plane: left, right, bottom, top.

    Raises:
        FileFormatError: It is none, or none that can be drawn.
    """
    view = Box(*item.numbers(4))
    is_some = view.left < view.right and view.bottom < view.top
    if not is_some or max(map(abs, view)) > _FARTHEST:
        raise FileFormatError(
            "race_view",
            f"its view is empty, or reaches farther than {_FARTHEST:g}.",
            farthest=f"{_FARTHEST:g}",
        )
    if not view.is_resolved:
        raise FileFormatError(
            "race_view_narrow", "its view is too narrow or too far away to be drawn."
        )
    return view


def _source(item: Entry) -> Source:
    kind = item["kind"].text(LONGEST_NAME)
    if kind == "table":
        samples = item["samples"].items(MOST_SAMPLES)
        return TableSource(tuple((x, y) for x, y in (sample.numbers(2) for sample in samples)))
    if kind not in ("formula", "graph"):
        raise FileFormatError(
            "race_source", f"there is no kind of surface “{quote(kind)}”.", name=quote(kind)
        )
    view = read_view(item["view"])
    if kind == "formula":
        return FormulaSource(item["formula"].text(LONGEST_FORMULA), view)
    drawing = drawing_from_json(json.dumps(item["graph"].value))
    variables = item["variables"].items()
    places = [NodeId(entry.whole()) for entry in variables]
    if len(places) != 2 or not drawing.graph.nodes.keys() >= set(places):
        raise FileFormatError("race_variables", "its graph lacks the two inputs.")
    return GraphSource(drawing, (places[0], places[1]), view)


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
