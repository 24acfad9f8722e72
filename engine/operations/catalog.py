"""The one table of operations, read from the records of this package's modules."""

from __future__ import annotations

from engine.operations.operation import Category, Operation
from engine.registry import Registry

OPERATIONS: Registry[Operation] = Registry.discover("engine.operations", Operation)


def operations_by_category() -> dict[Category, tuple[Operation, ...]]:
    """Return the table in the palette's groups, leaving out empty ones."""
    groups = {
        category: tuple(item for item in OPERATIONS.values() if item.category is category)
        for category in Category
    }
    return {category: items for category, items in groups.items() if items}
