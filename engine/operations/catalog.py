"""The one table of operations, read from the records of this package's modules."""

from __future__ import annotations

from engine.languages.catalog import operation_names
from engine.operations.operation import Operation
from engine.registry import Registry

OPERATIONS: Registry[Operation] = Registry.discover(
    "engine.operations", Operation, further=operation_names
)
