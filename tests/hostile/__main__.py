"""Reads some thousand hostile files and tells the figures: ``python -m tests.hostile 2000``."""

from __future__ import annotations

import resource
import sys
import tempfile
import time
import traceback
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from engine.errors import EngineError
from tests.hostile.files import mutated, special
from tests.hostile.readers import Reader, UnclearError, check_refusal, readers


def main(count: int) -> int:
    """Read so many mutations of each kind, and all the special ones; print what came of them."""
    failures = 0
    for reader in readers():
        outcomes: Counter[str] = Counter()
        slowest = (0.0, "")
        with tempfile.TemporaryDirectory() as folder:
            path = Path(folder) / f"file{reader.suffix}"
            for name, content in _files(reader, count):
                path.write_bytes(content)
                begun = time.process_time()
                outcome = _outcome(reader, path, name)
                slowest = max(slowest, (time.process_time() - begun, name))
                outcomes[outcome] += 1
        failures += sum(number for outcome, number in outcomes.items() if outcome.isupper())
        memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
        total = sum(outcomes.values())
        print(f"{reader.name}: {total} files, {memory:.0f} MB at most so far")
        print(f"    slowest: {slowest[0]:.2f} s of the processor ({slowest[1]})")
        for outcome, number in outcomes.most_common(40):
            print(f"    {number:6} {outcome}")
    return 1 if failures else 0


def _files(reader: Reader, count: int) -> Iterator[tuple[str, bytes]]:
    yield from special(reader.good[0])
    for seed in range(count):
        yield f"seed {seed}", mutated(reader.good[seed % len(reader.good)], seed)


def _outcome(reader: Reader, path: Path, name: str) -> str:
    try:
        reader.read(path)
    except EngineError as error:
        try:
            check_refusal(error)
        except UnclearError as unclear:
            print(f"{reader.name}, {name}: {unclear}")
            return "UNCLEAR"
        return _cause(error)
    except Exception:  # noqa: BLE001 - whatever escapes is what is looked for
        print(f"{reader.name}, {name}:\n{traceback.format_exc(limit=-4)}")
        return "EXCEPTION"
    return "read"


def _cause(error: EngineError) -> str:
    """Return the innermost code, which tells what was found."""
    cause = error.details.get("cause")
    return _cause(cause) if isinstance(cause, EngineError) else error.code


if __name__ == "__main__":
    sys.exit(main(int(sys.argv[1]) if len(sys.argv) > 1 else 1000))
