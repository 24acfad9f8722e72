"""All that somebody has in the Activations space as JSON text: the file, and what can be undone."""

from __future__ import annotations

import json
from collections.abc import Iterator

from engine.activations.activation_file import read_setup, setup_record
from engine.activations.activation_setup import ActivationSetup
from engine.entries import Entry, FileForm, damaged
from engine.errors import EngineError
from engine.kept_work import KeptWork, Numbered, read_work_record, value_at, work_record

_FORM = FileForm("a file of the Activations space", "wiregrad-activation-work", 1)
_MOST_SETUPS = 1_000

ActivationWork = KeptWork[ActivationSetup, ActivationSetup]
"""What the space is set to, with its file and its history."""


def to_json(work: ActivationWork) -> str:
    """Return the work as JSON text that ``read_work`` reads back equal."""
    setups = Numbered(setup_record)
    record = {
        **_FORM.head,
        **work_record(work, setups.number, setups.number),
    }
    record["setups"] = setups.records
    return json.dumps(record, ensure_ascii=False, allow_nan=False) + "\n"


def check_work(text: str) -> Entry:
    """Return what a text holds, if it is such work at all.

    Raises:
        FileFormatError: It is none, or of another version.
    """
    return _FORM.read(text)


def read_work(text: str) -> Iterator[ActivationWork | None]:
    """Read a text; only the last record is the work, the others let it be given up.

    Raises:
        FileFormatError: It is none, or something in it cannot be; the sentence says what.
    """
    record = check_work(text)
    try:
        setups: list[ActivationSetup] = []
        for item in record["setups"].items(_MOST_SETUPS):
            for setup in read_setup(item):  # noqa: B007
                yield None
            assert setup is not None, "the last record is the setup"
            setups.append(setup)

        def numbered(item: Entry) -> ActivationSetup:
            return value_at(item, setups)

        work = read_work_record(record, numbered, numbered)
    except EngineError as error:
        raise damaged(error) from error
    yield work
