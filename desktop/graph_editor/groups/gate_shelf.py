"""My gates: groups kept across sessions, each in a file of the settings folder."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from desktop.files.file_causes import writing
from desktop.graph_editor.files.drawing_files import SUFFIX, read_drawing, write_drawing
from engine.drawing import edits
from engine.drawing.drawing import Drawing
from engine.errors import EngineError, FileFormatError
from engine.graph.folding import fold
from engine.graph.groups import rename_group, set_folded
from engine.graph.model import GroupId, Node
from engine.operations.operation import Operation
from engine.quoting import quote

# What the names of kept gates begin with where operations and gates are named in one list.
PREFIX = "gate:"
# A file that holds more is not one that this program wrote.
_MOST_FILES = 500
# All of them are read when the space is first shown.
_LARGEST_FILE = 2_000_000
_LONGEST_STEM = 60


@dataclass(frozen=True)
class KeptGate:
    """A group on the shelf.

    Attributes:
        name: What it is called; no two on the shelf share one.
        drawing: Its members, and the group that holds them all, folded.
        node: The gate that it is drawn as.
        path: Its file.
    """

    name: str
    drawing: Drawing
    node: Node
    path: Path

    @property
    def key(self) -> str:
        """Its name among the operations."""
        return f"{PREFIX}{self.name}"

    @property
    def operation(self) -> Operation:
        """What it computes, with its ports, under its name on the shelf."""
        record = self.node.record
        return replace(record, name=self.key, title=self.name, symbol=self.name)


class GateShelf(QObject):
    """Keeps gates in files; a file that is no gate is told of, and left alone.

    Signals:
        changed(): Another gate is kept, renamed or gone.
    """

    changed = Signal()

    def __init__(self, folder: Path | None, parent: QObject | None = None) -> None:
        """Open the shelf in a folder, which is made when the first gate is kept.

        Args:
            folder: Where the files are; None for a shelf that forgets.
            parent: Its owner.
        """
        super().__init__(parent)
        self._folder = folder
        self._gates: dict[str, KeptGate] = {}
        self._problems: list[EngineError] = []
        self._read()

    @property
    def gates(self) -> list[KeptGate]:
        """The gates in order of name."""
        return [self._gates[name] for name in sorted(self._gates, key=str.casefold)]

    @property
    def problems(self) -> list[EngineError]:
        """Why files of the folder are no gates."""
        return list(self._problems)

    def operations(self) -> list[Operation]:
        """Return the gates as operations, in order of name."""
        return [gate.operation for gate in self.gates]

    def find(self, key: str) -> KeptGate | None:
        """Return the gate of a name among the operations."""
        return self._gates.get(key.removeprefix(PREFIX)) if key.startswith(PREFIX) else None

    def keep(self, drawing: Drawing, group: GroupId) -> KeptGate:
        """Keep a group; one of the same name gets a number.

        Raises:
            EngineError: It is no whole gate, or its file cannot be written.
        """
        members = drawing.graph.groups[group].members
        kept = edits.excerpt(drawing, members)
        # Names belong to the graph that the gate was taken from.
        nodes = {key: replace(node, name="") for key, node in kept.graph.nodes.items()}
        kept = replace(kept, graph=replace(kept.graph, nodes=nodes))
        outer = next(key for key, item in kept.graph.groups.items() if item.members == members)
        name = self._free_name(drawing.graph.groups[group].name)
        graph = set_folded(rename_group(kept.graph, outer, name), outer, True)
        kept = Drawing(graph, kept.positions, name)
        gate = _gate(kept, self._free_path(name))
        self._write(gate)
        self._gates[name] = gate
        self.changed.emit()
        return gate

    def rename(self, gate: KeptGate, name: str) -> None:
        """Give a gate another name; its file keeps its own.

        Raises:
            EngineError: The name is no identifier, or another gate has it.
        """
        if name == gate.name:
            return
        if name in self._gates:
            raise FileFormatError(
                "gate_name_taken", f"Another gate is called “{quote(name)}” already.", name=name
            )
        renamed = _renamed(gate, name)
        self._write(renamed)
        del self._gates[gate.name]
        self._gates[name] = renamed
        self.changed.emit()

    def remove(self, gate: KeptGate) -> None:
        """Take a gate off the shelf, with its file.

        Raises:
            FileFormatError: The file cannot be removed; the gate stays.
        """
        if self._folder is not None:
            with writing(gate.path.name):
                gate.path.unlink(missing_ok=True)
        self._gates.pop(gate.name, None)
        self.changed.emit()

    def _read(self) -> None:
        if self._folder is None or not self._folder.is_dir():
            return
        for path in sorted(self._folder.glob(f"*{SUFFIX}"))[:_MOST_FILES]:
            try:
                gate = _gate(read_drawing(path, _LARGEST_FILE), path)
            except EngineError as error:
                self._problems.append(_problem(path, error))
                continue
            # Two programs may have kept two gates of one name at the same time.
            free = self._free_name(gate.name)
            self._gates[free] = gate if free == gate.name else _renamed(gate, free)

    def _write(self, gate: KeptGate) -> None:
        if self._folder is None:
            return
        with writing(self._folder.name):
            self._folder.mkdir(parents=True, exist_ok=True)
        write_drawing(gate.path, gate.drawing)

    def _free_name(self, name: str) -> str:
        stem, number, free = name.rstrip("0123456789") or name, 1, name
        while free in self._gates:
            number += 1
            free = f"{stem}{number}"
        return free

    def _free_path(self, name: str) -> Path:
        folder = self._folder if self._folder is not None else Path()
        stem = re.sub(r"\W", "_", name)[:_LONGEST_STEM]
        number, path = 1, folder / f"{stem}{SUFFIX}"
        # A file that could not be read is somebody's all the same.
        while path.exists():
            number += 1
            path = folder / f"{stem}-{number}{SUFFIX}"
        return path


def _gate(drawing: Drawing, path: Path) -> KeptGate:
    """Check that a drawing is one gate.

    Raises:
        FileFormatError: It is not.
    """
    outer = _outer(drawing, path)
    folding = fold(drawing.graph)
    name = drawing.graph.groups[outer].name
    if len(folding.graph.nodes) != 1 or outer not in folding.groups.values():
        raise _no_gate(path)
    (node,) = folding.graph.nodes.values()
    return KeptGate(name, drawing, node, path)


def _renamed(gate: KeptGate, name: str) -> KeptGate:
    graph = rename_group(gate.drawing.graph, _outer(gate.drawing, gate.path), name)
    return _gate(Drawing(graph, gate.drawing.positions, name), gate.path)


def _outer(drawing: Drawing, path: Path) -> GroupId:
    for key, item in drawing.graph.groups.items():
        if item.members == drawing.graph.nodes.keys():
            return key
    raise _no_gate(path)


def _no_gate(path: Path) -> FileFormatError:
    return FileFormatError(
        "no_gate",
        f"“{quote(path.name)}” does not hold one gate: not all of it is one group.",
        name=path.name,
    )


def _problem(path: Path, error: EngineError) -> FileFormatError:
    return FileFormatError(
        "gate_file",
        f"“{quote(path.name)}” of My gates was left out: {error.sentence}",
        name=path.name,
        cause=error,
    )
