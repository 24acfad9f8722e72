"""A document with its history as JSON text, to be put aside for a lesson and shown again."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import astuple, dataclass
from pathlib import Path

from desktop.desk.history import Step, Steps
from desktop.files.file_stamp import stamp_in
from desktop.graph_editor.document.change import ChangeKind
from desktop.graph_editor.document.document import DocumentState, Showing
from engine.drawing.drawing import Drawing
from engine.drawing.serialization import from_entry, to_json
from engine.drawing.shown_drawing import Place
from engine.entries import Entry, FileForm
from engine.graph.model import GroupId

MOST_HISTORY = 4_000_000
"""So many characters of drawings are kept of the history; steps that lie farther are left off."""

_FORM = FileForm("a Wiregrad graph", "wiregrad-own-graph", 1)
_LONGEST_WORD = 64
_LONGEST_PATH = 4096
_LONGEST_TEXT = 200
_LONGEST_DRAFT = 1_000_000
_MOST_STEPS = 1_000_000
_DEEPEST = 10_000


@dataclass(frozen=True, eq=False)
class OwnGraph:
    """What somebody had on the page of the graph space.

    Attributes:
        document: The drawing, its history, its file and the groups entered.
        draft: A formula that was typed and not built; None for none.
    """

    document: DocumentState
    draft: str | None = None


def to_text(own: OwnGraph) -> str:
    """Return it as JSON text, in which each drawing stands once."""
    state = own.document
    shelf = _Shelf(state.drawing)
    steps = _near_steps(state.steps, shelf)
    head = {
        **_FORM.head,
        "path": None if state.path is None else str(state.path),
        "stamp": None if state.stamp is None else astuple(state.stamp),
        "place": list(state.place),
        "draft": own.draft,
        "index": steps.index,
        "clean": steps.clean_index,
        "steps": [
            {"text": step.text, "before": shelf.note(step.before), "after": shelf.note(step.after)}
            for step in steps.made
        ],
    }
    drawings = ",\n".join(shelf.texts)
    return f'{json.dumps(head)[:-1]}, "drawings": [\n{drawings}\n]}}'


def from_text(text: str) -> OwnGraph:
    """Read what `to_text` wrote.

    Raises:
        FileFormatError: It is something else, or is damaged.
    """
    record = _FORM.read(text)
    drawings = [from_entry(entry) for entry in record["drawings"].items()]
    return OwnGraph(_document(record, drawings), _draft(record["draft"]))


class _Shelf:
    """Drawings as texts, each once; the first is the present one."""

    def __init__(self, present: Drawing) -> None:
        self.texts = [to_json(present)]
        self.size = 0
        self._places = {id(present): 0}

    def put(self, drawing: Drawing) -> bool:
        """Put a drawing there; tell whether there was room."""
        if id(drawing) in self._places:
            return True
        text = to_json(drawing)
        if self.size + len(text) > MOST_HISTORY:
            return False
        self.size += len(text)
        self._places[id(drawing)] = len(self.texts)
        self.texts.append(text)
        return True

    def note(self, showing: Showing) -> list[int | str]:
        """Return where a drawing stands, and how it comes to be shown."""
        drawing, kind = showing
        return [self._places[id(drawing)], kind.value]


def _near_steps(steps: Steps[Showing], shelf: _Shelf) -> Steps[Showing]:
    """Return the steps whose drawings find room, from the present one outwards."""
    first, end = steps.index, steps.index
    for step in reversed(steps.made[: steps.index]):
        if not (shelf.put(step.after[0]) and shelf.put(step.before[0])):
            break
        first -= 1
    for step in steps.made[steps.index :]:
        if not (shelf.put(step.before[0]) and shelf.put(step.after[0])):
            break
        end += 1
    clean = steps.clean_index
    if clean is not None:
        clean = clean - first if first <= clean <= end else None
    return Steps(steps.made[first:end], steps.index - first, clean)


def _document(record: Entry, drawings: list[Drawing]) -> DocumentState:
    made = tuple(_steps(record["steps"], drawings))
    index, clean = record["index"].whole(), record["clean"]
    clean_index = None if clean.value is None else clean.whole()
    if not drawings or index > len(made) or (clean_index or 0) > len(made):
        raise record["index"].refused("whole")
    path = record["path"]
    return DocumentState(
        drawings[0],
        Steps(made, index, clean_index),
        None if path.value is None else Path(path.text(_LONGEST_PATH)),
        stamp_in(record["stamp"]),
        _place(record["place"]),
    )


def _steps(entry: Entry, drawings: list[Drawing]) -> Iterator[Step[Showing]]:
    for item in entry.items(_MOST_STEPS):
        text = item["text"].text(_LONGEST_TEXT)
        yield Step(text, _showing(item["before"], drawings), _showing(item["after"], drawings))


def _showing(entry: Entry, drawings: list[Drawing]) -> Showing:
    items = entry.items(2)
    if len(items) != 2 or items[0].whole() >= len(drawings):
        raise entry.refused("list")
    try:
        kind = ChangeKind(items[1].text(_LONGEST_WORD))
    except ValueError as error:
        raise items[1].refused("text") from error
    return drawings[items[0].whole()], kind


def _place(entry: Entry) -> Place:
    return tuple(GroupId(item.whole()) for item in entry.items(_DEEPEST))


def _draft(entry: Entry) -> str | None:
    return None if entry.value is None else entry.text(_LONGEST_DRAFT)
