"""A state of the Activations space in a lesson's words, read and written down again."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from desktop.activations.desk import ActivationDesk
from desktop.widgets.panels.given_words import (
    check_keys,
    given_number,
    given_table,
    given_text,
    given_texts,
    given_whole,
)
from engine.activations.activation_setup import (
    CURVES,
    MOST_LAYERS,
    VIEWS,
    X_REACH,
    ActivationSetup,
    available_functions,
    first_curves,
)
from engine.formula.own_functions import free_name, own_operation, read
from engine.operations.catalog import OPERATIONS
from engine.settings import complete, number_within, one_of

KEYS = ("chosen", "selected", "settings", "x", "layers", "view", "own")


def given_state(state: Mapping[str, Any]) -> ActivationSetup:
    """Return what a lesson opens; what it does not name is as at first.

    Args:
        state: ``chosen`` names of functions, the ``selected`` one, ``settings`` by function, ``x``,
            ``layers``, ``view``, and formulas of x that are the learner's ``own``: they are called
            own_1, own_2 and so on.

    Raises:
        EngineError: It names something that is not there, or a value that cannot be.
    """
    check_keys(state, KEYS)
    own: dict[str, str] = {}
    for formula in given_texts("own", state.get("own", [])):
        name = free_name(own)
        read(name, formula.strip())
        own[name] = formula.strip()
    found = replace(first_curves(), own=own)
    if "chosen" in state or own:
        given = given_texts("chosen", state.get("chosen", list(own)))
        names = dict.fromkeys(function_named(name, own) for name in given)
        chosen = {name: index for index, name in enumerate(names)}
        found = replace(found, chosen=chosen, selected=next(iter(names), ""))
    if "selected" in state:
        name = function_named(given_text("selected", state["selected"]), own)
        found = replace(found, selected=one_of(name, found.chosen))
    found = replace(found, settings=_given_settings(state, own))
    if "x" in state:
        found = replace(found, x=number_within("x", state["x"], -X_REACH, X_REACH))
    if "layers" in state:
        layers = given_whole("layers", state["layers"])
        found = replace(found, layers=int(number_within("layers", layers, 1, MOST_LAYERS)))
    return ActivationSetup(found, one_of(state.get("view", CURVES), VIEWS))


def _given_settings(
    state: Mapping[str, Any], own: Mapping[str, str]
) -> dict[str, dict[str, float]]:
    found = {}
    for function, given_settings in given_table("settings", state.get("settings", {})).items():
        name = function_named(function, own)
        record = own_operation(name, own) if name in own else OPERATIONS[name]
        numbers = {
            key: given_number(key, value)
            for key, value in given_table(function, given_settings).items()
        }
        found[name] = complete(record.settings, numbers)
    return found


def state_of(desk: ActivationDesk, view: str) -> dict[str, Any]:
    """Return what `given_state` needs for the same; only what TOML can hold."""
    # Formulas of one's own are called anew when they are opened, in their order.
    names: dict[str, str] = {}
    for name in desk.own:
        names[name] = free_name(dict.fromkeys(names.values(), ""))

    def told(name: str) -> str:
        return names.get(name, name)

    state: dict[str, Any] = {"chosen": [told(name) for name in desk.chosen]}
    if desk.selected:
        state["selected"] = told(desk.selected)
    settings = {
        told(name): desk.settings(name) for name in desk.chosen if desk.operation(name).settings
    }
    if settings:
        state["settings"] = settings
    state |= {"x": desk.x, "layers": desk.layers, "view": view}
    if desk.own:
        state["own"] = list(desk.own.values())
    return state


def function_named(name: str, own: Mapping[str, str]) -> str:
    """Return a function's one name; it may be called by another of its names.

    Args:
        name: What it is called.
        own: The formulas that were typed in, by name.

    Raises:
        EngineError: There is none of this name.
    """
    record = OPERATIONS.find(name)
    known = {item.name for item in available_functions()} | own.keys()
    return one_of(record.name if record is not None else name, sorted(known))
