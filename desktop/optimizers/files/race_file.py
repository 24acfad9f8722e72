"""The setting of a race as versioned JSON text, read with suspicion: it may be damaged or newer."""

from __future__ import annotations

import json
import math
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from desktop.optimizers.own.own_surface import (
    FormulaSource,
    GraphSource,
    OwnSurface,
    Source,
    TableSource,
)
from desktop.optimizers.own.preparation import prepare
from desktop.optimizers.race_setup import MOST_STEPS, RaceSetup, default_setup, own_setup
from engine.errors import EngineError, FileFormatError
from engine.graph.model import NodeId
from engine.graph.serialization import from_json as drawing_from_json
from engine.graph.serialization import to_json as drawing_to_json
from engine.optimizers.catalog import OPTIMIZERS
from engine.optimizers.schedules import SCHEDULES
from engine.optimizers.treatments import TREATMENTS
from engine.settings import complete
from engine.surfaces.catalog import SURFACES
from engine.surfaces.surface import Box

FORMAT, VERSION = "wiregrad-race", 1
_MOST_SETUPS = 200


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
        "format": FORMAT,
        "version": VERSION,
        "method": content.method,
        "step": content.step,
        "setups": [_setup_record(setup) for setup in content.setups],
    }
    return json.dumps(record, ensure_ascii=False, indent=1, allow_nan=False) + "\n"


def read_race(text: str) -> Iterator[RaceFile | None]:
    """Read a file's text; only the last record is the content, the others let it be given up.

    Surfaces of one's own are prepared anew, which takes a moment.

    Raises:
        FileFormatError: The text is not JSON, no race, made by a newer version, or something in
            it cannot be; the sentence says what.
    """
    record = _parse(text)
    try:
        items = record["setups"]
        _check(isinstance(items, list) and 0 < len(items) <= _MOST_SETUPS, "it has no setups.")
        setups = []
        for item in items:
            own: OwnSurface | None = None
            if "own" in item:
                for made in prepare(_source(item["own"])):
                    own = made
                    yield None
            setups.append(_setup(item, own))
        method, step = record["method"], record["step"]
        _check(method in OPTIMIZERS, f"there is no method “{method}”.")
        _check(type(step) is int and 0 <= step <= MOST_STEPS, f"“{step}” is no step.")
    except FileFormatError:
        raise
    except EngineError as error:
        raise _damaged(str(error)) from error
    except (KeyError, TypeError, ValueError, AttributeError, OverflowError) as error:
        cause = f"an entry is missing or of the wrong kind ({error})."
        raise _damaged(cause) from error
    yield RaceFile(tuple(setups), method, step)


def _setup_record(setup: RaceSetup) -> dict[str, Any]:
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


def _parse(text: str) -> Mapping[str, Any]:
    try:
        record = json.loads(text)
    # A ValueError that is no JSONDecodeError is a number of more digits than Python converts.
    except (ValueError, RecursionError) as error:
        raise FileFormatError(
            "race_not_json", "This is no race of Wiregrad: the file is not JSON text."
        ) from error
    if not isinstance(record, dict) or record.get("format") != FORMAT:
        raise FileFormatError(
            "race_foreign",
            f"This is no race of Wiregrad: its format should be “{FORMAT}”.",
            format=FORMAT,
        )
    version = record.get("version")
    if type(version) is not int or version < 1:
        raise _damaged("it has no version.")
    if version > VERSION:
        raise FileFormatError(
            "race_newer",
            f"This race was made by a newer Wiregrad (format {version}; this one reads up to "
            f"{VERSION}). Update Wiregrad to open it.",
            version=version,
            known=VERSION,
        )
    return record


def _damaged(cause: str) -> FileFormatError:
    return FileFormatError("race_damaged", f"This race file is damaged: {cause}", cause=cause)


def _check(is_good: bool, cause: str) -> None:
    if not is_good:
        raise _damaged(cause)


def _setup(item: Mapping[str, Any], own: OwnSurface | None) -> RaceSetup:
    surface = item["surface"]
    _check(own is not None or surface in SURFACES, f"there is no surface “{surface}”.")
    setup = default_setup(surface) if own is None else own_setup(own)
    start = _numbers(item["start"], 2)
    steps, racing = item["steps"], item["racing"]
    _check(type(steps) is int and 1 <= steps <= MOST_STEPS, f"“{steps}” is no number of steps.")
    unknown = [name for name in racing if name not in OPTIMIZERS]
    _check(not unknown, f"there is no method “{', '.join(map(str, unknown))}”.")
    for method, variant in item["variants"].items():
        setup = setup.with_variant(OPTIMIZERS.require(method).name, str(variant))
    settings = {
        name: setup.optimizer(name).check(_values(item["settings"].get(name, {})))
        for name in OPTIMIZERS
    }
    shared = item["shared_rate"]
    return replace(
        setup,
        start=(start[0], start[1]),
        steps=steps,
        goal=_numbers([item["goal"]], 1)[0],
        racing=frozenset(racing),
        settings=settings,
        shared_rate=None if shared is None else _rate(shared),
        schedules={
            name: SCHEDULES.require(name).check(_values(values))
            for name, values in item["schedules"].items()
        },
        treatments={
            name: complete(TREATMENTS.require(name).settings, _values(values))
            for name, values in item["treatments"].items()
        },
    )


def _rate(value: Any) -> float:
    return OPTIMIZERS["sgd"].check({"learning_rate": _numbers([value], 1)[0]})["learning_rate"]


def _values(item: Mapping[str, Any]) -> dict[str, float]:
    return {str(name): _numbers([value], 1)[0] for name, value in item.items()}


def _numbers(values: Sequence[Any], count: int) -> list[float]:
    numbers = [float(value) for value in values if not isinstance(value, bool | str)]
    good = len(values) == len(numbers) == count and all(map(math.isfinite, numbers))
    _check(good, f"“{values}” should be {count} finite numbers.")
    return numbers


def _source(item: Mapping[str, Any]) -> Source:
    kind = item["kind"]
    if kind == "table":
        samples = tuple(tuple(_numbers(sample, 2)) for sample in item["samples"])
        return TableSource(tuple((x, y) for x, y in samples))
    view = Box(*_numbers(item["view"], 4))
    _check(view.left < view.right and view.bottom < view.top, "its view is empty.")
    if kind == "formula":
        text = item["formula"]
        _check(isinstance(text, str), "its formula is no text.")
        return FormulaSource(text, view)
    _check(kind == "graph", f"there is no kind of surface “{kind}”.")
    drawing = drawing_from_json(json.dumps(item["graph"]))
    first, second = item["variables"]
    known = first in drawing.graph.nodes and second in drawing.graph.nodes
    _check(known, "its graph lacks the two inputs.")
    return GraphSource(drawing, (NodeId(first), NodeId(second)), view)
