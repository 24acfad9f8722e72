"""All that is set in the space as JSON text, and read again with suspicion."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import fields
from typing import Any

from desktop.activations.desk import MOST_LAYERS, X_REACH, DeskState, available_functions
from engine.entries import Entry, parse
from engine.errors import FileFormatError, SettingError
from engine.formula.own_functions import is_own, own_operation, read
from engine.settings import complete
from engine.training.analysis import linear_setup, signals_setup
from engine.training.analysis.linear_setup import LinearSetup
from engine.training.analysis.signals_setup import MOST_DEPTH, MOST_WIDTH, SignalsSetup
from engine.training.initializers.catalog import INITIALIZERS

FORMAT = "wiregrad-own-activations"
_VERSION = 1
_LONGEST_NAME, _LONGEST_FORMULA = 64, 1_000_000


def to_text(snapshot: Mapping[str, Any]) -> str:
    """Return what a page's `snapshot` gives as JSON text."""
    return json.dumps({"format": FORMAT, "version": _VERSION, "state": snapshot})


def from_text(text: str, views: tuple[str, ...]) -> dict[str, Any]:
    """Return a snapshot as `to_text` wrote it.

    Args:
        text: The text.
        views: The names of the views that there are.

    Raises:
        EngineError: It is something else, is damaged, or names what is not there.
    """
    record = parse(text)
    if record is None or record["format"].text(_LONGEST_NAME) != FORMAT:
        raise FileFormatError("own_foreign", "This is not work of the Activations space.")
    if record["version"].whole() != _VERSION:
        raise record["version"].refused("whole")
    state = record["state"]
    own = {name: entry.text(_LONGEST_FORMULA) for name, entry in state["own"].named()}
    for name, formula in own.items():
        if not is_own(name) or not name.rpartition("_")[2].isdecimal():
            raise state["own"].refused("text")
        read(name, formula)
    known = {item.name for item in available_functions()} | own.keys()
    chosen = {name: entry.whole() for name, entry in state["chosen"].named()}
    view, selected = state["view"].text(_LONGEST_NAME), state["selected"].text(_LONGEST_NAME)
    if not chosen.keys() <= known or len(set(chosen.values())) < len(chosen):
        raise state["chosen"].refused("object")
    if selected not in chosen and (selected or chosen):
        raise state["selected"].refused("text")
    if view not in views:
        raise state["view"].refused("text")
    found = DeskState(
        chosen,
        selected,
        _settings(state["settings"], own),
        _within(state["x"], -X_REACH, X_REACH),
        _within(state["threshold"], 0.0, 1.0),
        round(_within(state["layers"], 1, MOST_LAYERS)),
        state["shows_saturation"].truth(),
        state["shows_tangent"].truth(),
        own,
    )
    return {
        **{field.name: getattr(found, field.name) for field in fields(found)},
        "view": view,
        "signals": _signals(state["signals"]),
        "linear": _linear(state["linear"]),
    }


def _settings(entry: Entry, own: Mapping[str, str]) -> dict[str, dict[str, float]]:
    records = {item.name: item for item in available_functions()}
    found = {}
    for name, given in entry.named():
        record = own_operation(name, own) if name in own else records.get(name)
        if record is None:
            raise given.refused("nothing")
        numbers = {key: number.number() for key, number in given.named()}
        try:
            found[name] = complete(record.settings, numbers)
        except SettingError as error:
            raise given.refused("number") from error
    return found


def _within(entry: Entry, low: float, high: float) -> float:
    number = entry.number()
    if not low <= number <= high:
        raise entry.refused("number")
    return number


def _signals(entry: Entry) -> dict[str, Any]:
    found = _setup(entry, SignalsSetup())
    if found["formula"]:
        read(found["activation"], found["formula"])
    elif found["activation"] not in {item.name for item in available_functions()}:
        raise entry["activation"].refused("text")
    if found["initializer"] not in INITIALIZERS:
        raise entry["initializer"].refused("text")
    _within(entry["depth"], 2, MOST_DEPTH)
    _within(entry["width"], 2, MOST_WIDTH)
    _within(entry["seed"], 0, signals_setup.MOST_SEED)
    return found


def _linear(entry: Entry) -> dict[str, Any]:
    found = _setup(entry, LinearSetup())
    _within(entry["layers"], 1, linear_setup.MOST_LAYERS)
    _within(entry["width"], 1, linear_setup.MOST_WIDTH)
    _within(entry["seed"], 0, linear_setup.MOST_SEED)
    return found


def _setup(entry: Entry, first: object) -> dict[str, Any]:
    """Return the fields of a setup, each of the kind that the first one has."""
    found: dict[str, Any] = {}
    for name, value in vars(first).items():
        given = entry[name]
        if isinstance(value, bool):
            found[name] = given.truth()
        elif isinstance(value, int):
            found[name] = given.whole()
        else:
            found[name] = given.text(_LONGEST_FORMULA)
    return found
