"""The file of a race: read back equal, refused in a sentence, and what it does not hold yet."""

from __future__ import annotations

import json
from dataclasses import replace
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from engine.drawing.drawing import Drawing
from engine.drawing.serialization import to_json as to_drawing_json
from engine.errors import FileFormatError
from engine.formula.parser import parse_formula
from engine.races.own_surface import FormulaSource, GraphSource, TableSource
from engine.races.preparation import prepare
from engine.races.race_file import RaceFile, read_race, read_race_file, to_json, unsaved_setups
from engine.races.race_setup import RaceSetup, default_setup, own_setup
from engine.surfaces.surface import Box


@cache
def content() -> RaceFile:
    """What is damaged in many ways; preparing its surface takes a race for each of many rates."""
    rich = default_setup("beale").with_variant("adam", "keras").with_racing("lion", True)
    rich = replace(
        rich,
        start=(0.5, -0.25),
        steps=77,
        shared_rate=0.02,
        schedules={"cosine": {"length": 50.0, "floor": 0.1}},
        treatments={"gradient_noise": {"variance": 0.5, "fading": 0.0, "seed": 3.0}},
    )
    *_, own = prepare(FormulaSource("x**2 + y**2/2", Box(-1, 1, -2, 2)))
    assert own is not None
    return RaceFile((rich, own_setup(own, rich)), "nag", 12)


def read(text: str) -> RaceFile:
    *_, found = read_race(text)
    assert found is not None
    return found


def test_what_is_written_is_read_back_equal() -> None:
    assert read(to_json(content())) == content()


def damaged(**changes: Any) -> str:
    record = json.loads(to_json(content()))
    record["setups"][0].update(changes)
    return json.dumps(record)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("", "not JSON"),
        ("[1]", "its format should be"),
        ('{"format": "wiregrad-graph"}', "its format should be"),
        ('{"format": "wiregrad-race", "version": 2}', "newer Wiregrad (format 2"),
        ('{"format": "wiregrad-race"}', "it has no version"),
        ('{"format": "wiregrad-race", "version": 1}', "the entry “setups” is missing"),
        ('{"format": "wiregrad-race", "version": 1, "setups": []}', "it has no setups"),
        (damaged(surface="moon"), "there is no surface “moon”"),
        (damaged(steps=0), "steps is no number of steps"),
        (damaged(start=[0.0]), "start should hold 2 numbers"),
        (damaged(start=[0.0, "1"]), "start › 2 should be a finite number, and is a text"),
        (damaged(racing=["newton"]), "there is no method “newton”"),
        (damaged(variants={"adam": "unheard"}), "unheard"),
        (damaged(settings={"sgd": {"learning_rate": 1e9}}), "learning rate must lie between"),
        (damaged(shared_rate=-1.0), "learning rate must lie between"),
        (damaged(schedules={"cosine": {"length": 0.0}}), "length must lie between"),
        (damaged(treatments={"magic": {}}), "magic"),
        (damaged(own={"kind": "formula"}), "the entry “view” is missing"),
        (damaged(own={"kind": "song", "view": [0, 1, 0, 1]}), "no kind of surface “song”"),
        (damaged(own={"kind": "formula", "formula": "x", "view": [1, 0, 0, 1]}), "view is empty"),
        (
            damaged(own={"kind": "formula", "formula": 3, "view": [0, 1, 0, 1]}),
            "formula should be a text, and is a number",
        ),
        (damaged(own={"kind": "formula", "view": [1e9, 1e9 + 1e-7, 0, 1]}), "too narrow"),
        (damaged(own={"kind": "formula", "formula": "x +", "view": [0, 1, 0, 1]}), "damaged"),
        (damaged(own={"kind": "table", "samples": [[1, 2]]}), "between 2 and 300"),
    ],
)
def test_a_file_that_is_no_race_is_refused_in_a_sentence(text: str, words: str) -> None:
    with pytest.raises(FileFormatError) as caught:
        list(read_race(text))
    assert words in str(caught.value)


def formula(text: str) -> RaceSetup:
    *_, own = prepare(FormulaSource(text, Box(-1, 1, -2, 2)))
    assert own is not None
    return own_setup(own)


BEALE, HIMMELBLAU = default_setup("beale"), default_setup("himmelblau")
MOVED = replace(BEALE, start=(0.5, 0.5))
FORMULA = formula("x**2 + y**2")


def race(*setups: RaceSetup, step: int = 0) -> RaceFile:
    return RaceFile(setups, "adam", step)


@pytest.mark.parametrize(
    ("present", "saved", "lost"),
    [
        # Playing with what the program brings is no work as long as there is no file.
        (race(MOVED, HIMMELBLAU), None, []),
        (race(FORMULA, BEALE), None, [FORMULA]),
        (race(BEALE), race(BEALE), []),
        (race(BEALE, step=9), race(BEALE), []),
        # The case that was lost: a formula typed, then another surface chosen.
        (race(FORMULA, BEALE), race(BEALE), [FORMULA]),
        (race(MOVED, HIMMELBLAU), race(HIMMELBLAU), [MOVED]),
        (race(BEALE, FORMULA, MOVED), race(BEALE), [FORMULA, MOVED]),
        # A visit alone brings nothing, but which surface is raced is in the file.
        (race(HIMMELBLAU, BEALE), race(BEALE), []),
        (race(BEALE, HIMMELBLAU), race(BEALE), [HIMMELBLAU]),
        (race(FORMULA, BEALE), race(FORMULA, BEALE), []),
        # Set back to what the program brings.
        (race(BEALE, FORMULA), race(MOVED, FORMULA), [BEALE]),
    ],
)
def test_what_the_file_does_not_hold_is_found(
    present: RaceFile, saved: RaceFile | None, lost: list[RaceSetup]
) -> None:
    assert unsaved_setups(present, saved) == lost


def test_a_file_that_cannot_be_read_as_text_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "a.wiregrad-race"
    path.write_text(to_json(content()), encoding="utf-8")
    *_, found = read_race_file(path)
    assert found == content()
    path.write_bytes(b"\xff\xfe\x00")
    with pytest.raises(FileFormatError) as refusal:
        list(read_race_file(path))
    assert refusal.value.code == "file_not_json"
    with pytest.raises(FileFormatError) as refusal:
        list(read_race_file(tmp_path))
    assert refusal.value.code != "file_not_json"


def test_every_kind_of_surface_is_read_back_equal() -> None:
    graph = parse_formula("a*a + b*b + c")
    variables = tuple(graph.named(name) for name in "ab")
    first, second = variables
    assert first is not None
    assert second is not None
    for source in (
        TableSource(((0.0, 1.0), (1.0, 3.0))),
        GraphSource(Drawing(graph), (first, second), Box(-1, 1, -1, 1)),
    ):
        *_, own = prepare(source)
        assert own is not None
        written = RaceFile((own_setup(own),), "sgd", 0)
        assert read(to_json(written)) == written


def test_a_graph_without_its_two_inputs_is_refused() -> None:
    drawing = json.loads(to_drawing_json(Drawing(parse_formula("a + b"))))
    source = {"kind": "graph", "view": [0, 1, 0, 1], "graph": drawing, "variables": [1, 77]}
    with pytest.raises(FileFormatError, match="lacks the two inputs"):
        list(read_race(damaged(own=source)))


def test_a_step_beyond_the_longest_race_is_refused() -> None:
    record = json.loads(to_json(content()))
    record["step"] = 10**6
    with pytest.raises(FileFormatError, match="no number of steps"):
        read(json.dumps(record))
