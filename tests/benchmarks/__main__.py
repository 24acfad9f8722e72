"""Measures the project and writes build/benchmarks.json: make bench."""

from __future__ import annotations

import argparse
import dataclasses
import json
import os
import sys
from collections.abc import Callable, Iterator

# One thread each: small products are slower on several, and ratios stay comparable.
os.environ["OMP_NUM_THREADS"] = os.environ["OPENBLAS_NUM_THREADS"] = "1"
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from tests.benchmarks import (
    change_workloads,
    desktop_workloads,
    engine_workloads,
    gap_workloads,
    own_function_workloads,
    plot_workloads,
    training_page_workloads,
    training_workloads,
)
from tests.benchmarks.measuring import Result
from tests.support.sources import ROOT

OUTPUT = ROOT / "build" / "benchmarks.json"
PARTS: dict[str, Callable[[], Iterator[Result]]] = {
    "training": training_workloads.results,
    "engine": engine_workloads.results,
    "desktop": desktop_workloads.results,
    "changes": change_workloads.results,
    "plots": plot_workloads.results,
    "training_page": training_page_workloads.results,
    "own_function": own_function_workloads.results,
    "gaps": gap_workloads.results,
}
# Named so that nobody takes silence for success.
NOT_MEASURED: dict[str, str] = {}


def main() -> int:
    """Run the chosen parts, print a table and write the file."""
    parser = argparse.ArgumentParser(prog="make bench", description=__doc__)
    parser.add_argument("part", nargs="*", choices=[[], *PARTS], help="which part; all by default")
    chosen = parser.parse_args().part or list(PARTS)
    found: list[Result] = []
    for part in chosen:
        for result in PARTS[part]():
            found.append(result)
            print(_line(result), flush=True)
    absent = training_workloads.not_measured() if "training" in chosen else {}
    for name, reason in {**absent, **NOT_MEASURED}.items():
        print(f"{name}: not measured, {reason}")
    OUTPUT.parent.mkdir(exist_ok=True)
    rows = [dataclasses.asdict(result) for result in found]
    OUTPUT.write_text(json.dumps(rows, indent=2, ensure_ascii=False) + "\n", encoding="utf-8")
    print(f"written to {OUTPUT.relative_to(ROOT)}")
    return 0


def _line(result: Result) -> str:
    text = f"{result.name:62} {result.value:12.4g} {result.unit:9}"
    if result.baseline is None or result.ratio is None:
        return text
    return f"{text} baseline {result.baseline:10.4g}   ×{result.ratio:.2f}"


if __name__ == "__main__":
    sys.exit(main())
