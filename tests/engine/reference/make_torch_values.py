"""Writes the stored answers of PyTorch that the tests compare every operation with.

Run ``python -m tests.engine.reference.make_torch_values`` in an environment that has PyTorch,
after adding an operation to the table and to ``torch_functions``. One answer stands on each line.
"""

from __future__ import annotations

import importlib
import json
from pathlib import Path
from typing import Any

import numpy as np

from engine.operations.catalog import OPERATIONS
from tests.engine.reference.places import places
from tests.engine.reference.torch_answers import Answer, ask_torch

PATH = Path(__file__).with_name("torch_values.json")


def main() -> None:
    """Compute all answers and write them."""
    torch = importlib.import_module("torch")
    answers = [
        ask_torch(record, place.inputs, place.settings, seed)
        for record in OPERATIONS.values()
        if not record.is_source
        for seed, place in enumerate(places(record))
    ]
    lines = ",\n".join(json.dumps(_as_json(answer)) for answer in answers)
    version = str(torch.__version__).partition("+")[0]
    PATH.write_text(f'{{"torch": "{version}", "answers": [\n{lines}\n]}}\n', encoding="utf-8")


def read_answers() -> list[Answer]:
    """Read the stored answers."""
    stored = json.loads(PATH.read_text(encoding="utf-8"))
    return [_from_json(item) for item in stored["answers"]]


def _as_json(answer: Answer) -> dict[str, Any]:
    def lists(arrays: Any) -> list[Any]:
        return [None if array is None else array.tolist() for array in arrays]

    return {
        "operation": answer.operation,
        "settings": answer.settings,
        "inputs": lists(answer.inputs),
        "upstream": answer.upstream.tolist(),
        "tangents": lists(answer.tangents),
        "value": answer.value.tolist(),
        "downstream": lists(answer.downstream),
        "pushed": lists(answer.pushed),
    }


def _from_json(item: dict[str, Any]) -> Answer:
    def arrays(values: list[Any]) -> list[Any]:
        return [None if value is None else np.asarray(value, dtype=np.float64) for value in values]

    return Answer(
        item["operation"],
        item["settings"],
        arrays(item["inputs"]),
        np.asarray(item["upstream"], dtype=np.float64),
        arrays(item["tangents"]),
        np.asarray(item["value"], dtype=np.float64),
        arrays(item["downstream"]),
        arrays(item["pushed"]),
    )


if __name__ == "__main__":
    main()
