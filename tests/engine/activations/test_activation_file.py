"""The file of the Activations space: the same comes back, and what is damaged is refused in words.

Each place of a file is damaged once; what is refused names the place.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from engine.activations import activation_work
from engine.activations.activation_file import (
    FORM,
    read_activation_file,
    read_activations,
    to_json,
)
from engine.activations.activation_setup import (
    SIGNALS,
    ActivationSetup,
    CurvesSetup,
    first_setup,
    is_unsaved,
    unsaved_functions,
)
from engine.activations.activation_work import ActivationWork, read_work
from engine.errors import EngineError, FileFormatError
from engine.training.analysis.linear_setup import LinearSetup
from engine.training.analysis.signals_setup import SignalsSetup

OWN = {"own_1": "x*sigmoid(2*x)", "own_3": "max(x, 0.2*x)"}
FULL = ActivationSetup(
    CurvesSetup(
        chosen={"elu": 4, "own_1": 0, "tanh": 2},
        selected="own_1",
        settings={"elu": {"alpha": 0.1 + 0.2}},
        x=-1.0 / 3.0,
        threshold=1e-6,
        layers=30,
        shows_saturation=False,
        shows_tangent=False,
        own=OWN,
    ),
    SIGNALS,
    SignalsSetup("own_3", "he", 50, 300, 9999, OWN["own_3"]),
    LinearSetup(6, 4, 9999, True),
)


def last(records: Iterator[Any]) -> Any:
    *_, record = records
    return record


def sentence(text: str) -> str:
    with pytest.raises(EngineError) as caught:
        last(read_activations(text))
    return caught.value.sentence


def test_what_is_written_is_read_the_same() -> None:
    for setup in (first_setup(), FULL, ActivationSetup(CurvesSetup())):
        again = last(read_activations(to_json(setup)))
        assert again == setup
        # Functions keep the order in which they were chosen and typed.
        assert list(again.curves.chosen) == list(setup.curves.chosen)
        assert list(again.curves.own) == list(setup.curves.own)
        assert to_json(again) == to_json(setup)


def test_what_is_no_file_of_the_space_is_refused(tmp_path: Path) -> None:
    record = json.loads(to_json(FULL))
    assert "not JSON" in sentence("view")
    assert FORM.format in sentence("[]")
    assert FORM.format in sentence('{"format": "wiregrad-race"}')
    assert "newer" in sentence(json.dumps({**record, "version": 2}))
    assert "version" in sentence(json.dumps({**record, "version": True}))
    path = tmp_path / "a.wiregrad-activations"
    path.write_bytes(b"\xff\xfe\x00")
    with pytest.raises(FileFormatError, match="not JSON"):
        last(read_activation_file(path))
    with pytest.raises(FileFormatError):
        last(read_activation_file(tmp_path))


@pytest.mark.parametrize(
    ("place", "value", "word"),
    [
        (("view",), "side", "side"),
        (("curves", "own"), {"mine": "x"}, "mine"),
        (("curves", "own"), {"own_01": "x"}, "own_01"),
        (("curves", "own"), {"own_1": "x +"}, "curves"),
        (("curves", "own"), {f"own_{n}": "x" for n in range(1, 300)}, "299"),
        (("curves", "own", "own_1"), 7, "own_1"),
        (("curves", "chosen"), {"hammer": 0}, "hammer"),
        (("curves", "chosen"), {"tanh": 0, "relu": 0}, "chosen"),
        (("curves", "chosen"), {"tanh": -1}, "tanh"),
        (("curves", "selected"), "hammer", "hammer"),
        (("curves", "x"), 99, "-20"),
        (("curves", "x"), float("nan"), "x"),
        (("curves", "layers"), 0, "30"),
        (("curves", "layers"), 2.5, "layers"),
        (("curves", "threshold"), "much", "threshold"),
        (("curves", "threshold"), 0, "threshold"),
        (("curves", "shows_tangent"), 1, "shows_tangent"),
        (("curves", "settings"), {"leaky_relu": {"slope": "steep"}}, "slope"),
        (("curves", "settings"), {"leaky_relu": {"colour": 1}}, "colour"),
        (("curves", "settings"), {"hammer": {}}, "hammer"),
        (("signals", "activation"), "hammer", "hammer"),
        (("signals", "formula"), "x +", "formula"),
        (("signals", "initializer"), "hammer", "hammer"),
        (("signals", "depth"), 1000, "50"),
        (("signals", "seed"), -1, "seed"),
        (("linear", "layers"), 99, "6"),
        (("linear", "is_trained"), 1, "is_trained"),
    ],
)
def test_what_is_damaged_is_refused(place: tuple[str, ...], value: object, word: str) -> None:
    record = json.loads(to_json(FULL))
    entry = record
    for key in place[:-1]:
        entry = entry[key]
    assert place[-1] in entry
    entry[place[-1]] = value
    told = sentence(json.dumps(record))
    assert "damaged" in told
    assert word in told
    # What is missing is named too.
    del entry[place[-1]]
    if place[-1] not in OWN:
        assert place[-1] in sentence(json.dumps(record))


def test_a_history_stands_in_the_work_with_each_setup_once() -> None:
    first = first_setup()
    edits = ((first, FULL), (FULL, first), (first, FULL))
    work = ActivationWork(FULL, first, "/a/b.wiregrad-activations", (1, 2, 3), edits, 1, 0)
    text = activation_work.to_json(work)
    assert len(json.loads(text)["setups"]) == 2
    assert last(read_work(text)) == work
    record = json.loads(text)
    for key, value in (
        ("index", 4), ("content", 3), ("clean_index", -1), ("stamp", [1]), ("edits", [[1]]),
        ("setups", []), ("setups", [{}]), ("path", 3), ("format", "other"), ("version", 2),
    ):  # fmt: skip
        with pytest.raises(EngineError):
            last(read_work(json.dumps({**record, key: value})))
    with pytest.raises(EngineError):
        last(read_work("x"))


def test_what_was_typed_is_work_and_what_is_looked_at_is_none() -> None:
    first = first_setup()
    looked = ActivationSetup(CurvesSetup({"elu": 0}, "elu", x=3.0), SIGNALS)
    assert not is_unsaved(looked, None)
    assert is_unsaved(FULL, None)
    assert unsaved_functions(FULL, None) == ["own_1", "own_3"]
    assert not is_unsaved(FULL, FULL)
    assert unsaved_functions(FULL, FULL) == []
    assert is_unsaved(first, FULL)
    assert unsaved_functions(first, FULL) == ["own_1", "own_3"]
    point = ActivationSetup(CurvesSetup(first.curves.chosen, "tanh", x=2.0), SIGNALS)
    assert not is_unsaved(point, first)
    assert is_unsaved(ActivationSetup(first.curves, linear=LinearSetup(2)), first)
