"""What is remembered of the very place in a lesson, as versioned JSON text beside its progress."""

from __future__ import annotations

import json
from typing import Any

from desktop.lessons.scene.step_scene import Kept
from engine.entries import Entry
from engine.errors import EngineError
from engine.lessons.facts import Fact
from engine.lessons.lesson_records import LONGEST_ID, facts_record, read_facts, read_record

FORMAT, VERSION = "wiregrad-lesson-place", 1
LARGEST_BYTES = 20_000_000
_MOST_SPACES = 20
_MOST_KNOWN, _LONGEST_NAME = 10_000, 1_000


def kept_text(kept: Kept) -> str:
    """Return what is remembered as JSON text that `read_kept` reads back."""
    tried = {name: _numbered(values) for name, values in kept.tried.items()}
    record = {
        "format": FORMAT,
        "version": VERSION,
        "step": kept.step,
        "space": kept.space,
        "states": {space: dict(state) for space, state in kept.states.items()},
        "start": facts_record(kept.start),
        "tried": {name: facts_record(values) for name, values in tried.items()},
        "known": sorted(kept.known)[:_MOST_KNOWN],
    }
    return json.dumps(record, ensure_ascii=False)


def read_kept(text: str) -> Kept | None:
    """Read what was remembered; None where it cannot be read, which costs the place alone."""
    try:
        return read_record(text, FORMAT, VERSION, _kept)
    except EngineError:
        return None


def _kept(entry: Entry) -> Kept:
    states: dict[str, dict[str, Any]] = {}
    for space, state in list(entry["states"].named())[:_MOST_SPACES]:
        # What a page does not understand of it, it refuses itself.
        states[space] = {name: item.value for name, item in state.named()}
    # What was kept by an older program tells nothing of this.
    known = entry.get("known") or Entry([])
    return Kept(
        step=entry["step"].text(LONGEST_ID),
        space=entry["space"].text(LONGEST_ID),
        states=states,
        start=read_facts(entry["start"]),
        tried={name: list(read_facts(item).values()) for name, item in entry["tried"].named()},
        known=frozenset(item.text(_LONGEST_NAME) for item in known.items(_MOST_KNOWN)),
    )


def _numbered(values: Any) -> dict[str, Fact]:
    return {str(number): value for number, value in enumerate(values)}
