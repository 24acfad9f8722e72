"""Damaged and hostile files are read, or refused in a sentence about the file; never worse.

A larger run with figures: ``python -m tests.hostile 3000``.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from engine.errors import EngineError
from tests.hostile.files import mutated, special
from tests.hostile.readers import Reader, check_refusal, readers

_COUNT = 60
READERS = readers()


@pytest.mark.parametrize("reader", READERS, ids=lambda reader: reader.name)
def test_a_good_file_is_read(reader: Reader, tmp_path: Path) -> None:
    for number, content in enumerate(reader.good):
        folder = tmp_path / str(number)
        folder.mkdir()
        path = folder / f"file{reader.suffix}"
        path.write_bytes(content)
        assert reader.read(path)


@pytest.mark.parametrize("reader", READERS, ids=lambda reader: reader.name)
def test_a_damaged_file_is_read_or_refused_in_a_sentence(reader: Reader, tmp_path: Path) -> None:
    path = tmp_path / f"file{reader.suffix}"
    for seed in range(_COUNT):
        path.write_bytes(mutated(reader.good[seed % len(reader.good)], seed))
        _read(reader, path)


@pytest.mark.parametrize("reader", READERS, ids=lambda reader: reader.name)
def test_a_hostile_file_is_refused_in_a_sentence(reader: Reader, tmp_path: Path) -> None:
    path = tmp_path / f"file{reader.suffix}"
    for _, content in special(reader.good[0]):
        path.write_bytes(content)
        _read(reader, path)


def _read(reader: Reader, path: Path) -> None:
    # Anything but a refusal escapes and fails.
    try:
        reader.read(path)
    except EngineError as error:
        check_refusal(error)
