"""Writes pytorch_values.json; run it with a Python that has PyTorch, from the project's root.

python -m tests.engine.optimizers.write_pytorch_values
"""

from __future__ import annotations

import importlib
import json
from pathlib import Path

from tests.engine.optimizers.pytorch_cases import CASES, SCHEDULES
from tests.engine.optimizers.pytorch_reference import path, rates

VALUES = Path(__file__).with_name("pytorch_values.json")


def main() -> None:
    """Ask PyTorch, and keep its answers."""
    torch = importlib.import_module("torch")
    values = {
        "version": torch.__version__.split("+")[0],
        "paths": {name: path(torch, case) for name, case in CASES.items()},
        "rates": {name: rates(torch, name) for name in SCHEDULES},
    }
    VALUES.write_text(json.dumps(values, indent=1) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
