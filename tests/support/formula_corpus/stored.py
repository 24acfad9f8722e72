"""PyTorch's values and gradients of the collection, stored so that the tests need no PyTorch."""

from __future__ import annotations

import importlib
import json
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from tests.support.formula_corpus.entry import Entry, Reading
from tests.support.formula_corpus.references import torch_answer

PATH = Path(__file__).with_name("torch_answers.json")


def write_answers(entries: Iterable[Entry]) -> None:
    """Ask PyTorch for every reading and write what it says, one reading on each line."""
    lines = {
        _key(entry, each): json.dumps(torch_answer(each), ensure_ascii=False)
        for entry in entries
        for each in entry.readings
    }
    version = str(importlib.import_module("torch").__version__).partition("+")[0]
    rows = ",\n".join(f"{json.dumps(key, ensure_ascii=False)}: {lines[key]}" for key in lines)
    PATH.write_text(f'{{"torch": "{version}", "answers": {{\n{rows}\n}}}}\n', encoding="utf-8")


def read_answers() -> dict[str, Any]:
    """Read what was stored: value and gradients by ``_key``."""
    answers: dict[str, Any] = json.loads(PATH.read_text(encoding="utf-8"))["answers"]
    return answers


def _key(entry: Entry, each: Reading) -> str:
    number = next(index for index, one in enumerate(entry.readings) if one is each)
    return f"{entry.text} #{number} at {json.dumps(each.at, ensure_ascii=False)}"


def stored_answer(answers: dict[str, Any], entry: Entry, each: Reading) -> Any:
    """Return PyTorch's value and gradients of a reading, None where it was not asked."""
    return answers.get(_key(entry, each))
