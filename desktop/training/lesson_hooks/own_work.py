"""One's own training as text while a lesson has the page: with its file, and what can be undone."""

from __future__ import annotations

import json
from dataclasses import astuple
from pathlib import Path

from desktop.files.file_stamp import stamp_in
from desktop.training.files.keeping import TrainingKeeping
from engine.entries import FileForm, parse
from engine.training.run.record_reading import read_training
from engine.training.run.record_writing import to_json
from engine.training.run.training_record import LARGEST_TRAINING_BYTES, TrainingRecord

_FORM = FileForm("a Wiregrad training", "wiregrad-own-training", 1)
_LONGEST_PATH = 4096


def own_text(keeping: TrainingKeeping) -> str | None:
    """Return everything of one's own as JSON text; None where nothing would be missed."""
    content = keeping.own_work()
    if content is None:
        return None
    saved, path, stamp = keeping.saved, keeping.path, keeping.stamp
    record = {
        **_FORM.head,
        "path": None if path is None else str(path),
        "stamp": None if stamp is None else astuple(stamp),
        "is_saved": path is not None and saved is not None and content.is_same_work(saved),
        "training": to_json(content),
    }
    return json.dumps(record)


def show_own_text(text: str, keeping: TrainingKeeping) -> None:
    """Show what ``own_text`` gave, or programs before this one.

    Raises:
        FileFormatError: It is no such text, or damaged.
    """
    record = parse(text)
    if record is None or not _FORM.is_said_by(record):
        keeping.remember(None, None)
        keeping.open(_read(text))
        return
    _FORM.check(record)
    content = _read(record["training"].text(LARGEST_TRAINING_BYTES))
    path = record["path"]
    found = None if path.value is None else Path(path.text(_LONGEST_PATH))
    is_saved = record["is_saved"].truth()
    keeping.remember(content if is_saved else None, found, stamp_in(record.get("stamp")))
    keeping.open(content)


def _read(text: str) -> TrainingRecord:
    *_, content = read_training(text)
    assert content is not None, "a reader's last record is the content"
    return content
