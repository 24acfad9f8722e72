"""A state of the Activations space in a lesson's words, read and written down again."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from desktop.activations.desk import (
    MOST_LAYERS,
    X_REACH,
    ActivationDesk,
    DeskState,
    available_functions,
    first_state,
)
from desktop.widgets.panels.given_words import (
    check_keys,
    given_number,
    given_table,
    given_text,
    given_texts,
    given_whole,
    given_word,
    within,
)
from engine.formula.own_functions import free_name, own_operation, read
from engine.operations.catalog import OPERATIONS
from engine.settings import complete

VIEWS = CURVES, SIGNALS, LINEAR = "curves", "signals", "linear"
KEYS = ("chosen", "selected", "settings", "x", "layers", "view", "own")


def given_state(state: Mapping[str, Any]) -> tuple[DeskState, str]:
    """Return what a lesson opens, and the view; what it does not name is as at first.

    Args:
        state: ``chosen`` names of functions, the ``selected`` one, ``settings`` by function, ``x``,
            ``layers``, ``view``, and formulas of x that are the learner's ``own``: they are called
            own_1, own_2 and so on.

    Raises:
        EngineError: It names something that is not there, or a value that cannot be.
    """
    check_keys(state, KEYS)
    found = first_state()
    for formula in given_texts("own", state.get("own", [])):
        name = free_name(found.own)
        read(name, formula.strip())
        found.own[name] = formula.strip()
    if "chosen" in state or found.own:
        given = given_texts("chosen", state.get("chosen", list(found.own)))
        names = dict.fromkeys(function_named("chosen", name, found.own) for name in given)
        found.chosen = {name: index for index, name in enumerate(names)}
        found.selected = next(iter(names), "")
    if "selected" in state:
        name = function_named("selected", given_text("selected", state["selected"]), found.own)
        found.selected = given_word("selected", name, found.chosen)
    for function, given_settings in given_table("settings", state.get("settings", {})).items():
        name = function_named("settings", function, found.own)
        record = own_operation(name, found.own) if name in found.own else OPERATIONS[name]
        numbers = {
            key: given_number(key, value)
            for key, value in given_table(function, given_settings).items()
        }
        found.settings[name] = complete(record.settings, numbers)
    if "x" in state:
        found.x = within("x", given_number("x", state["x"]), -X_REACH, X_REACH)
    if "layers" in state:
        layers = given_whole("layers", state["layers"])
        found.layers = int(within("layers", layers, 1, MOST_LAYERS))
    return found, given_word("view", state.get("view", CURVES), VIEWS)


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


def function_named(key: str, name: str, own: Mapping[str, str]) -> str:
    """Return a function's one name; it may be called by another of its names.

    Args:
        key: What it is given to, for the sentence.
        name: What it is called.
        own: The formulas that were typed in, by name.

    Raises:
        EngineError: There is none of this name.
    """
    record = OPERATIONS.find(name)
    known = {item.name for item in available_functions()} | own.keys()
    return given_word(key, record.name if record is not None else name, sorted(known))
