"""Every reader of a file that somebody names: a good file of its kind, and what reads it."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from desktop.files.recovery_store import RecoveryStore
from desktop.graph_editor.files.drawing_document import recovery_form
from desktop.graph_editor.groups.gate_shelf import GateShelf
from engine.drawing.drawing import Drawing, Frame, FrameId
from engine.drawing.drawing_file import read_drawing
from engine.drawing.edits import excerpt
from engine.drawing.serialization import to_json
from engine.errors import EngineError
from engine.formula.parser import parse_formula
from engine.graph.groups import group_nodes
from engine.races.own_surface import FormulaSource, TableSource
from engine.races.preparation import prepare
from engine.races.race_file import RaceFile, read_race_file
from engine.races.race_file import to_json as race_to_json
from engine.races.race_setup import default_setup, own_setup
from engine.regular_file import read_bytes
from engine.surfaces.surface import Box
from engine.tables.limits import MOST_BYTES
from engine.training.datasets.table_opening import OpenedTable, opening
from tests.support.sources import ROOT
from tests.support.table_specimens import SPECIMENS

# Words of Python, of its errors and of codecs: a sentence about a file has none of them.
PYTHON = re.compile(
    r"Error\b|object\b|NoneType|\bint\b|\bstr\b|\bdict\b|\bfloat\b|codec|subscript|iterable|hash"
    r"|Traceback|Errno|<class|index out of|positional|argument|__|\bNone\b|\bTrue\b|\bFalse\b"
)
LONGEST_SENTENCE = 700
_LARGEST_TABLE = 5_000


class UnclearError(AssertionError):
    """A refusal that does not speak of the file, in a line."""


@dataclass(frozen=True)
class Reader:
    """A kind of file.

    Attributes:
        name: What it is.
        suffix: What its name ends with.
        good: Files of the kind that can be read.
        read: Reads one; raises an `EngineError` where it is refused.
    """

    name: str
    suffix: str
    good: tuple[bytes, ...]
    read: Callable[[Path], object]


def check_refusal(error: EngineError) -> None:
    """Check that a refusal is a sentence about the file, and no longer than a person reads.

    Raises:
        UnclearError: It is not.
    """
    sentence = error.sentence
    if not sentence or len(sentence) > LONGEST_SENTENCE:
        raise UnclearError(f"{error.code}: {len(sentence)} letters: {sentence[:200]}")
    # What is quoted from the file may be anything.
    spoken = re.sub(r"“[^”]*”", "", sentence)
    if PYTHON.search(spoken) or not sentence.isprintable():
        raise UnclearError(f"{error.code}: {sentence!r}")


def readers() -> list[Reader]:
    """Return all kinds, with good files made anew."""
    return [
        Reader("graph", ".wiregrad", _graphs(), read_drawing),
        Reader("race", ".wiregrad-race", _races(), _read_race),
        Reader("table", ".csv", _tables(), _read_table),
        Reader("kept gate", ".wiregrad", (_gate(),), _read_gate),
        Reader("recovery copy", ".recovery.json", (_recovery(),), _read_recovery),
    ]


def _graphs() -> tuple[bytes, ...]:
    examples = sorted((ROOT / "resources" / "examples").glob("*.json"))
    made = to_json(_framed(_grouped())).encode()
    return (*(path.read_bytes() for path in examples), made)


def _grouped() -> Drawing:
    graph = parse_formula("a = x*w + b\ns = 1/(1 + exp(-a))\n(s - 1)**2")
    gates = list(graph.gates())[:3]
    graph, _ = group_nodes(graph, gates, "g")
    return Drawing(graph, {key: (40.0 * key, 0.0) for key in graph.nodes}, "t", "d")


def _framed(drawing: Drawing) -> Drawing:
    members = frozenset(list(drawing.graph.nodes)[:2])
    frames = {FrameId(1): Frame("title", members, "a note", 2)}
    return Drawing(drawing.graph, drawing.positions, drawing.title, drawing.description, frames)


@cache
def _races() -> tuple[bytes, ...]:
    plain = RaceFile((default_setup("rosenbrock"), default_setup("beale")), "adam", 20)
    own = []
    for source in (
        FormulaSource("x**2 + y**2", Box(-2.0, 2.0, -1.0, 1.0)),
        TableSource(((0.0, 1.0), (1.0, 2.0), (2.0, 2.5))),
    ):
        *_, surface = prepare(source)
        assert surface is not None
        own.append(RaceFile((own_setup(surface),), "sgd", 0))
    return tuple(race_to_json(content).encode() for content in (plain, *own))


def _tables() -> tuple[bytes, ...]:
    return (
        b"a,b,kind\n1,2,yes\n3,4,no\n5,6,yes\n7,8,no\n",
        "größe;preis\n1,5;2\n2,5;4\n3,5;6\n".encode(),
        b'"x ""one""","y"\n1,2\n2,3\n\n4,5\n',
        *(specimen.data for specimen in SPECIMENS if len(specimen.data) < _LARGEST_TABLE),
    )


def _gate() -> bytes:
    graph = parse_formula("1/(1 + exp(-x))")
    members = [key for key, node in graph.nodes.items() if node.name != "x"]
    graph, group = group_nodes(graph, members, "sigma")
    kept = excerpt(Drawing(graph), graph.groups[group].members)
    return to_json(kept).encode()


def _recovery() -> bytes:
    record = {
        "format": "wiregrad-recovery",
        "version": 1,
        "path": "/tmp/lecture.wiregrad",
        "drawing": to_json(_grouped()),
    }
    return json.dumps(record).encode()


def _read_race(path: Path) -> object:
    return list(read_race_file(path))[-1]


def _read_table(path: Path) -> object:
    *_, opened = opening(read_bytes(path, MOST_BYTES))
    assert isinstance(opened, OpenedTable)
    return opened.planned.required()


def _read_gate(path: Path) -> object:
    """Read the shelf of the file's folder, which looks through all of it at the start."""
    shelf = GateShelf(path.parent)
    for problem in shelf.problems:
        raise problem
    return shelf.operations()


def _read_recovery(path: Path) -> object:
    """Look for lost work in the file's folder, as the start does; what is unreadable is left."""
    return RecoveryStore(path.parent, recovery_form()).lost_work()
