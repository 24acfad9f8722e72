"""What the Activations space is set to as versioned JSON text, read with suspicion."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import asdict, replace
from pathlib import Path
from typing import Any, TypeVar

from engine.activations.activation_setup import (
    LEAST_THRESHOLD,
    MOST_LAYERS,
    VIEWS,
    X_REACH,
    ActivationSetup,
    CurvesSetup,
    available_functions,
)
from engine.entries import Entry, FileForm, damaged
from engine.errors import EngineError, FileFormatError, FormulaError, SettingError
from engine.formula.own_functions import is_own, own_operation, read
from engine.graph.text_limits import LONGEST_NAME
from engine.operations.operation import Operation
from engine.quoting import quote
from engine.settings import complete
from engine.training.analysis import linear_setup, signals_setup
from engine.training.analysis.linear_setup import LinearSetup
from engine.training.analysis.signals_setup import MOST_DEPTH, MOST_WIDTH, SignalsSetup
from engine.training.initializers.catalog import INITIALIZERS

FORM = FileForm("a file of the Activations space", "wiregrad-activations", 1)
LARGEST_ACTIVATION_BYTES = 20_000_000
MOST_FUNCTIONS = 200
_LONGEST_FORMULA = 1_000_000
# As `free_name` makes them; another spelling of a number would name a second function.
_OWN_NAME = re.compile(r"own_[1-9][0-9]{0,3}")
_LAST_COLOUR = 9_999

Setup = TypeVar("Setup", SignalsSetup, LinearSetup)


def to_json(setup: ActivationSetup) -> str:
    """Return the setup as JSON text that ``read_activations`` reads back equal."""
    record = {**FORM.head, **setup_record(setup)}
    return json.dumps(record, ensure_ascii=False, indent=1, allow_nan=False) + "\n"


def setup_record(setup: ActivationSetup) -> dict[str, Any]:
    """Return a setup as JSON can hold it; ``read_setup`` reads it back equal."""
    return {
        "view": setup.view,
        "curves": asdict(setup.curves),
        "signals": asdict(setup.signals),
        "linear": asdict(setup.linear),
    }


def read_activation_file(path: Path) -> Iterator[ActivationSetup | None]:
    """Read a file as ``read_activations`` reads its text.

    Raises:
        FileFormatError: It cannot be read, or as ``read_activations``.
    """
    yield from read_activations(FORM.text_of(path, LARGEST_ACTIVATION_BYTES))


def read_activations(text: str) -> Iterator[ActivationSetup | None]:
    """Read a file's text; only the last record is the setup, the others let it be given up.

    Formulas are read anew, which takes a moment where they are long.

    Raises:
        FileFormatError: The text is not JSON, holds no activations, was made by a newer version,
            or something in it cannot be; the sentence says what.
    """
    yield from read_setup(FORM.read(text))


def read_setup(entry: Entry) -> Iterator[ActivationSetup | None]:
    """Read what ``setup_record`` gave; only the last record is the setup.

    Raises:
        FileFormatError: Something in it cannot be; the sentence says what.
    """
    try:
        curves = entry["curves"]
        own = {}
        for name, formula in _own_entries(curves["own"]):
            own[name] = _formula(name, formula)
            yield None
        signals = _signals(entry["signals"])
        yield None
        setup = ActivationSetup(
            _curves(curves, own),
            _word(entry["view"], VIEWS),
            signals,
            _linear(entry["linear"]),
        )
    except EngineError as error:
        raise damaged(error) from error
    yield setup


def _own_entries(entry: Entry) -> list[tuple[str, Entry]]:
    found = list(entry.named())
    if len(found) > MOST_FUNCTIONS:
        raise FileFormatError(
            "entry_too_many",
            f"{entry.place} has {len(found)} entries; at most {MOST_FUNCTIONS} are possible.",
            place=entry.place,
            found=len(found),
            most=MOST_FUNCTIONS,
        )
    return found


def _formula(name: str, entry: Entry) -> str:
    if not _OWN_NAME.fullmatch(name):
        raise _unknown(entry, name)
    text = entry.text(_LONGEST_FORMULA)
    _check_formula(entry, name, text)
    return text


def _check_formula(entry: Entry, name: str, text: str) -> None:
    try:
        read(name, text)
    except FormulaError as error:
        raise _at(entry, error) from error


def _curves(entry: Entry, own: Mapping[str, str]) -> CurvesSetup:
    records = {**_table(), **{name: own_operation(name, own) for name in own}}
    chosen = {
        _known(given, name, records): _within(given, 0, _LAST_COLOUR)
        for name, given in entry["chosen"].named()
    }
    # Two curves of one colour could not be told apart.
    if len(set(chosen.values())) < len(chosen):
        raise entry["chosen"].refused("object")
    selected = entry["selected"].text(LONGEST_NAME)
    if selected not in chosen and (selected or chosen):
        raise _unknown(entry["selected"], selected)
    return CurvesSetup(
        {name: round(colour) for name, colour in chosen.items()},
        selected,
        {name: _settings(given, name, records) for name, given in entry["settings"].named()},
        _within(entry["x"], -X_REACH, X_REACH),
        _within(entry["threshold"], LEAST_THRESHOLD, 1.0),
        _whole_within(entry["layers"], 1, MOST_LAYERS),
        entry["shows_saturation"].truth(),
        entry["shows_tangent"].truth(),
        dict(own),
    )


def _settings(given: Entry, name: str, records: Mapping[str, Operation]) -> dict[str, float]:
    record = records[_known(given, name, records)]
    numbers = {key: number.number() for key, number in given.named()}
    try:
        return complete(record.settings, numbers)
    except SettingError as error:
        raise _at(given, error) from error


def _at(entry: Entry, cause: EngineError) -> FileFormatError:
    """Return the error that what stands at a place cannot be, and why."""
    return FileFormatError(
        "entry_cause", f"at {entry.place}: {cause.sentence}", place=entry.place, cause=cause
    )


def _signals(entry: Entry) -> SignalsSetup:
    found = _setup(entry, SignalsSetup())
    if found.formula:
        if not _OWN_NAME.fullmatch(found.activation):
            raise _unknown(entry["activation"], found.activation)
        _check_formula(entry["formula"], found.activation, found.formula)
    elif is_own(found.activation) or found.activation not in _table():
        raise _unknown(entry["activation"], found.activation)
    _word(entry["initializer"], tuple(INITIALIZERS))
    _whole_within(entry["depth"], 2, MOST_DEPTH)
    _whole_within(entry["width"], 2, MOST_WIDTH)
    _whole_within(entry["seed"], 0, signals_setup.MOST_SEED)
    return found


def _linear(entry: Entry) -> LinearSetup:
    found = _setup(entry, LinearSetup())
    _whole_within(entry["layers"], 1, linear_setup.MOST_LAYERS)
    _whole_within(entry["width"], 1, linear_setup.MOST_WIDTH)
    _whole_within(entry["seed"], 0, linear_setup.MOST_SEED)
    return found


def _setup(entry: Entry, first: Setup) -> Setup:
    """Return a setup whose entries are of the kinds that the first one has."""
    found: dict[str, Any] = {}
    for name, value in vars(first).items():
        given = entry[name]
        if isinstance(value, bool):
            found[name] = given.truth()
        elif isinstance(value, int):
            found[name] = given.whole()
        else:
            found[name] = given.text(_LONGEST_FORMULA)
    return replace(first, **found)


def _known(entry: Entry, name: str, records: Mapping[str, Operation]) -> str:
    if name not in records:
        raise _unknown(entry, name)
    return name


def _word(entry: Entry, known: tuple[str, ...]) -> str:
    found = entry.text(LONGEST_NAME)
    if found not in known:
        raise _unknown(entry, found)
    return found


def _unknown(entry: Entry, name: str) -> FileFormatError:
    return FileFormatError(
        "entry_unknown",
        f"at {entry.place}: there is no “{quote(name)}”.",
        place=entry.place,
        name=quote(name),
    )


def _whole_within(entry: Entry, low: int, high: int) -> int:
    entry.whole()
    return round(_within(entry, low, high))


def _within(entry: Entry, low: float, high: float) -> float:
    number = entry.number()
    if not low <= number <= high:
        raise FileFormatError(
            "entry_outside",
            f"{entry.place} should be a number from {low:g} to {high:g}.",
            place=entry.place,
            least=f"{low:g}",
            most=f"{high:g}",
        )
    return number


def _table() -> Mapping[str, Operation]:
    return {item.name: item for item in available_functions()}
